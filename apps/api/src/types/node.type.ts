/** Everything that has a global, prefixed id and can be fetched again by `node(id:)`. */
import { Field, ID, InterfaceType } from "type-graphql";

const TYPE_OF_PREFIX: Readonly<Record<string, string>> = {
  acc: "Account",
  pln: "SupportPlan",
  req: "SupportRequest",
  drf: "RequestDraft",
  att: "Attachment",
  pur: "Purchase",
};

/** The GraphQL type an id belongs to by its prefix, or undefined. */
export const typeOfId = (id: string): string | undefined => TYPE_OF_PREFIX[id.slice(0, id.indexOf("_"))];

/** The type of an object by its id. */
export const typeOfNode = (value: { readonly id: string }): string | undefined => typeOfId(value.id);

@InterfaceType("Node", { description: "An object with a global id.", resolveType: typeOfNode })
export abstract class NodeType {
  @Field(() => ID, { description: "Global id; its prefix names the type." })
  readonly id!: string;
}
