/** Pages of stores and of memory as Relay connections (F41). */
import type { GraphQLSchema } from "graphql";
import type { Page, PageRequest } from "../db/page.js";
import type { Connection, Edge, PageInfo } from "./connection.type.js";
import { cursorOf, idOfCursor, noCursor } from "./cursor.js";
import { fieldsOf, type TypeFields } from "./field-map.js";

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
    /** Where each item stands in the list. */
    private readonly places: () => readonly string[],
  ) {}

  get edges(): readonly Edge<Item>[] {
    const places = this.places();
    return this.nodes.map((node, index) => ({ node, cursor: cursorOf(places[index] ?? node.id) }));
  }

  get pageInfo(): PageInfo {
    const places = this.places();
    const [first, last] = [places[0], places.at(-1)];
    return {
      hasNextPage: this.hasNextPage,
      hasPreviousPage: this.hasPreviousPage,
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
    };
  }
}

export type ListOrder = "LISTED" | "REVERSED";

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
  /** In place of `first` and `after`: the page ends before `before`. */
  readonly last?: number | null;
  readonly before?: string | null;
  readonly orderBy?: ListOrder;
}

/** `last` walks from the end; the page it finds stands in the order of the list again. */
const isBackward = ({ last }: PageArguments): boolean => last !== null && last !== undefined;

/** What a store is asked for. @throws RequestError BAD_USER_INPUT for what is no cursor */
export const pageRequestOf = (args: PageArguments): PageRequest => {
  const isTurned = isBackward(args);
  return {
    first: args.last ?? args.first,
    after: isTurned ? idOfCursor(args.before, "before") : idOfCursor(args.after, "after"),
    isReversed: isTurned !== (args.orderBy === "REVERSED"),
  };
};

/** A page that a store has read by `pageRequestOf`; `placeOf`: where an item stands, when not by its id. */
export const connectionOfPage = <Item extends Row>(
  page: Pick<Page<Item>, "rows" | "hasNextPage">,
  args: PageArguments,
  count: () => number | Promise<number>,
  placeOf: (item: Item) => string = ({ id }) => id,
): RowConnection<Item> => {
  const isTurned = isBackward(args);
  const rows = isTurned ? page.rows.toReversed() : page.rows;
  const isFollowing = typeof (isTurned ? args.before : args.after) === "string";
  const [hasNext, hasPrevious] = isTurned ? [isFollowing, page.hasNextPage] : [page.hasNextPage, isFollowing];
  return new RowConnection(rows, hasNext, hasPrevious, count, () => rows.map(placeOf));
};

/** A page of a list held in memory. @throws RequestError BAD_USER_INPUT when the cursor is of another list */
export const connectionOfList = <Item extends Row>(
  items: readonly Item[],
  args: PageArguments,
): RowConnection<Item> => {
  const { first, after, isReversed } = pageRequestOf(args);
  const walked = isReversed ? items.toReversed() : items;
  const place = after === null ? 0 : walked.findIndex(({ id }) => id === after) + 1;
  if (after !== null && place === 0) throw noCursor(isBackward(args) ? "before" : "after");
  const rows = walked.slice(place, place + first);
  return connectionOfPage({ rows, hasNextPage: walked.length > place + first }, args, () => items.length);
};

/** `totalCount` of every connection counts only when asked for. */
export const connectionFields = (schema: GraphQLSchema): readonly TypeFields[] =>
  Object.keys(schema.getTypeMap())
    .filter((name) => name.endsWith("Connection"))
    .map((name) => fieldsOf<RowConnection<Row>>(name, { totalCount: (connection) => connection.count() }));
