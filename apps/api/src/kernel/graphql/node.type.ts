/** Everything that has a global, prefixed id and can be fetched again by `node(id:)`. */
import { Field, ID, InterfaceType } from "type-graphql";
import type { NodeKind } from "./context.js";

type Nodes = Readonly<Record<string, NodeKind>>;

/** What the prefix of an id names, or undefined. */
export const kindOfId = (nodes: Nodes, id: string): NodeKind | undefined => {
  const prefix = id.slice(0, id.indexOf("_"));
  return Object.hasOwn(nodes, prefix) ? nodes[prefix] : undefined;
};

@InterfaceType("Node", { description: "An object with a global id." })
export abstract class NodeType {
  @Field(() => ID, { description: "Global id; its prefix names the type." })
  readonly id!: string;
}
