/** What a module keeps: its tables, how they came to be, and its stores, each asked for by its own key. */
import type { EntitySchema, MigrationInterface } from "typeorm";
import type { StoreContext, WriteContext } from "./store-context.js";

export interface StoragePart {
  readonly tables: readonly EntitySchema[];
  /** Numbered like all others: TypeORM sorts them. */
  readonly sqliteMigrations: readonly (new () => MigrationInterface)[];
  readonly postgresMigrations: readonly (new () => MigrationInterface)[];
}

export const NO_STORAGE: StoragePart = { tables: [], sqliteMigrations: [], postgresMigrations: [] };

/** Names a store of a module: `tx.of(key)` writes, `db.read.of(key)` reads. Whoever may not have the key does not reach the store. */
export interface StoreKey<Reads, Writes extends Reads> {
  readonly reads: (context: StoreContext) => Reads;
  readonly writes: (context: WriteContext) => Writes;
}

/** A store that is only ever written. */
export const writesOnly = <Writes extends object>(
  writes: (context: WriteContext) => Writes,
): StoreKey<object, Writes> => ({
  reads: () => ({}),
  writes,
});

/** Makes each store once for a connection or a unit, when it is first asked for. */
export const onceFor = (
  make: (key: StoreKey<unknown, unknown>) => unknown,
): (<Reads, Writes extends Reads>(key: StoreKey<Reads, Writes>) => Writes) => {
  const made = new Map<object, unknown>();
  return <Reads, Writes extends Reads>(key: StoreKey<Reads, Writes>) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as Writes;
  };
};
