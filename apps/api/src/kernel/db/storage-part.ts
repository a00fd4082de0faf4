/** What a module keeps: its tables, how they came to be, and its stores, each asked for by its own key. */

import type { EpochMs } from "@accord/domain";
import type { EntitySchema, MigrationInterface } from "typeorm";
import type { Breach } from "./breach.js";
import { broughtBy } from "./migrations.js";
import type { Sql } from "./sql.js";
import type { StoreContext, WriteContext } from "./store-context.js";

export interface StoragePart {
  /** Each with the migrations it brings. */
  readonly tables: readonly EntitySchema[];
  /** Those that differ by engine. Numbered like all others: TypeORM sorts them. */
  readonly sqliteMigrations?: readonly (new () => MigrationInterface)[];
  readonly postgresMigrations?: readonly (new () => MigrationInterface)[];
  /** Tables whose rows nobody changes or deletes. */
  readonly appendOnly?: readonly string[];
  /** What holds among its rows: a part of `accord verify`. */
  readonly verify?: readonly Verify[];
}

/** Looks for rows that break a promise. `now` bounds what is past its keeping. */
export type Verify = (reader: Sql, now: EpochMs) => Promise<Breach[]>;

/** What several keep, together: a migration that a table brings is there for both engines. */
export const joinStorage = (parts: readonly StoragePart[]): Required<StoragePart> => ({
  tables: parts.flatMap((part) => part.tables),
  sqliteMigrations: once(parts, (part) => part.sqliteMigrations, "sqlite"),
  postgresMigrations: once(parts, (part) => part.postgresMigrations, "postgres"),
  appendOnly: parts.flatMap((part) => part.appendOnly ?? []),
  verify: parts.flatMap((part) => part.verify ?? []),
});

type Migrations = StoragePart["sqliteMigrations"];
/** Each once, though a part may have been joined before. */
const once = (
  parts: readonly StoragePart[],
  own: (part: StoragePart) => Migrations,
  engine: "sqlite" | "postgres",
): NonNullable<Migrations> => [
  ...new Set(
    parts.flatMap((part) => [
      ...(own(part) ?? []),
      ...part.tables.flatMap((table) => broughtBy(table).map((migration) => migration[engine])),
    ]),
  ),
];

export const NO_STORAGE: StoragePart = { tables: [] };

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
