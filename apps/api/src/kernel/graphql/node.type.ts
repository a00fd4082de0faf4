/** Everything that has a global, prefixed id and can be fetched again by `node(id:)`. */
import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", { description: "An object with a global id." })
export abstract class NodeType {
  @Field(() => ID, { description: "Global id; its prefix names the type." })
  readonly id!: string;
}
