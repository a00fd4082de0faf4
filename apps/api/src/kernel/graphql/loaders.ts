/** Batched reads of one request: made anew for each request and principal, so that nothing seen leaks to another. */
import DataLoader from "dataloader";
import type { Database } from "../db/index.js";
import type { RowsById } from "../db/rows-by-id.js";
import type { StoreKey } from "../db/storage-part.js";

/** Makes a loader by id; the loader is known by the function that makes it. */
export type LoaderKey<Value> = (db: Database) => DataLoader<string, Value>;

export interface Loaders {
  /** Made when it is first asked for. */
  of<Value>(key: LoaderKey<Value>): DataLoader<string, Value>;
  /** A command has changed what is read by this id: it is read anew. */
  forget(id: string): void;
}

export const createLoaders = (db: Database): Loaders => {
  const made = new Map<LoaderKey<never>, DataLoader<string, never>>();
  return {
    of: <Value>(key: LoaderKey<Value>) => {
      const known = made.get(key as LoaderKey<never>) as DataLoader<string, Value> | undefined;
      if (known !== undefined) return known;
      const loader = key(db);
      made.set(key as LoaderKey<never>, loader as DataLoader<string, never>);
      return loader;
    },
    forget: (id) => {
      for (const loader of made.values()) loader.clear(id);
    },
  };
};

/** Rows by their id, in the order they were asked for; null where there is none. */
export const inOrder = <Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): (Row | null)[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The rows of each id. */
export const grouped = <Row>(
  ids: readonly string[],
  rows: readonly Row[],
  groupOf: (row: Row) => string | null,
): Row[][] => ids.map((id) => rows.filter((row) => groupOf(row) === id));

/** Loads rows of one table by their ids; null where there is none. */
export const rowLoader =
  <Row extends { readonly id: string }>(store: StoreKey<RowsById<Row>, RowsById<Row>>): LoaderKey<Row | null> =>
  ({ read }) =>
    new DataLoader(async (ids) => inOrder(ids, await read.of(store).byIds(ids)));
