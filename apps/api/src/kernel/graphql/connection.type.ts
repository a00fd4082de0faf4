/** Relay connections through one factory: edges, nodes, page info and a count on demand. */
import { type ClassType, Field, Int, ObjectType } from "type-graphql";

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface Edge<Item> {
  readonly node: Item;
  readonly cursor: string;
}

export interface Connection<Item> {
  readonly nodes: readonly Item[];
  readonly edges: readonly Edge<Item>[];
  readonly pageInfo: PageInfo;
}

@ObjectType("PageInfo", { description: "Where a page stands in its list.", simpleResolvers: true })
export class PageInfoType implements PageInfo {
  @Field(() => Boolean, { description: "Whether more items follow." })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether items precede this page." })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first item; null for an empty page." })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last item: give it as `after` for the next page.",
  })
  readonly endCursor!: string | null;
}

/** The two classes of the connection over `node`; `plural` is used in descriptions ("support plans"). */
export const connectionOf = <Item extends object>(
  name: string,
  node: () => ClassType<Item>,
  plural: string,
): { readonly connection: ClassType<Connection<Item>>; readonly edge: ClassType<Edge<Item>> } => {
  @ObjectType(`${name}Edge`, { description: `One item of a list of ${plural}.`, simpleResolvers: true })
  class EdgeType implements Edge<Item> {
    @Field(node, { description: "The item." })
    readonly node!: Item;

    @Field(() => String, { description: "Opaque cursor of the item." })
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${plural}.`, simpleResolvers: true })
  class ConnectionType implements Connection<Item> {
    @Field(() => [EdgeType], { description: "The items with their cursors." })
    readonly edges!: readonly Edge<Item>[];

    @Field(() => [node()], { description: "The items." })
    readonly nodes!: readonly Item[];

    @Field(() => PageInfoType, { description: "Where this page stands in the list." })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description: `How many ${plural} there are in all; counted only when asked for.`,
    })
    readonly totalCount?: number | null;
  }
  return { connection: ConnectionType, edge: EdgeType };
};
