/** Pages of stores and of memory as Relay connections (F41). */
import type { GraphQLSchema } from "graphql";
import type { Page } from "../db/index.js";
import type { Connection, Edge, PageInfo } from "./connection.type.js";
import { cursorOf, idOfCursor } from "./cursor.js";
import { fieldsOf, type TypeFields } from "./field-map.js";
import { RequestError } from "./request-error.js";

interface Row {
  readonly id: string;
}

/** A connection whose edges, info and count are made only when asked for. */
export class RowConnection<Item extends Row> implements Connection<Item> {
  constructor(
    readonly nodes: readonly Item[],
    private readonly hasNextPage: boolean,
    private readonly hasPreviousPage: boolean,
    /** Counts the whole list. */
    readonly count: () => number | Promise<number>,
  ) {}

  get edges(): readonly Edge<Item>[] {
    return this.nodes.map((node) => ({ node, cursor: cursorOf(node.id) }));
  }

  get pageInfo(): PageInfo {
    const [first, last] = [this.nodes[0], this.nodes.at(-1)];
    return {
      hasNextPage: this.hasNextPage,
      hasPreviousPage: this.hasPreviousPage,
      startCursor: first === undefined ? null : cursorOf(first.id),
      endCursor: last === undefined ? null : cursorOf(last.id),
    };
  }
}

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/** A page that a store has read. */
export const connectionOfPage = <Item extends Row>(
  page: Page<Item>,
  { after }: PageArguments,
  count: () => number | Promise<number>,
): RowConnection<Item> => new RowConnection(page.rows, page.hasNextPage, after !== null && after !== undefined, count);

/** A page of a list held in memory. @throws RequestError BAD_USER_INPUT when the cursor is of another list */
export const connectionOfList = <Item extends Row>(
  items: readonly Item[],
  { first, after }: PageArguments,
): RowConnection<Item> => {
  const id = idOfCursor(after);
  const place = id === null ? 0 : items.findIndex((item) => item.id === id) + 1;
  if (id !== null && place === 0)
    throw new RequestError("BAD_USER_INPUT", {
      detail: "`after` is no cursor of this list.",
      inputPath: ["after"],
    });
  return new RowConnection(
    items.slice(place, place + first),
    items.length > place + first,
    id !== null,
    () => items.length,
  );
};

/** `totalCount` of every connection counts only when asked for. */
export const connectionFields = (schema: GraphQLSchema): readonly TypeFields[] =>
  Object.keys(schema.getTypeMap())
    .filter((name) => name.endsWith("Connection"))
    .map((name) => fieldsOf<RowConnection<Row>>(name, { totalCount: (connection) => connection.count() }));
