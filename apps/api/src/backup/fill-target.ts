/** Fills an empty database: its schema as it was where the rows come from, the rows, then what came to the schema since. */
import { closureStore } from "../kernel/db/closure.js";
import type { Filling, TableRows } from "../kernel/db/filling.js";
import { type Database, type OpenOptions, openDatabase, type WriteStores } from "../kernel/db/index.js";
import { openFilling } from "../kernel/db/open-filling.js";
import type { StoragePart } from "../kernel/db/storage-part.js";
import { storageAt } from "./migrations-of.js";

/** The target is not empty: a table that is there. */
export class TargetOccupied extends Error {}

/** The empty database to fill. Throws TargetOccupied where it holds something that nobody began to fill it with. */
export const openTarget = async (url: string, modules: StoragePart): Promise<Filling> => {
  const target = await openFilling(url, modules);
  if ((await target.closure())?.kind === "RESTORING") return target;
  const occupied = await target.occupied();
  if (occupied !== null) throw new TargetOccupied(occupied);
  return target;
};

export interface FillOptions {
  /** How the database is opened once it is filled. */
  readonly database: OpenOptions;
  readonly progress: (text: string) => void;
}

export interface FilledWith {
  /** Which migrations the rows have been through. */
  readonly migrations: readonly string[];
  readonly tables: AsyncIterable<TableRows>;
}

/** Puts the rows into a target that was begun, and brings them to this version; it stays closed. */
export const fillTarget = async (
  target: Filling,
  { database, progress }: FillOptions,
  { migrations, tables }: FilledWith,
): Promise<void> => {
  const asItWas = storageAt(database.modules, migrations);
  await inDatabase({ ...database, modules: asItWas }, (db) => db.migrate());
  await target.load(tables);
  progress("bringing the schema to this version");
  await inDatabase(database, (db) => db.migrate());
};

/** Does what is left to do and opens the database to all, in one transaction. */
export const openTo = <T>(database: OpenOptions, finish: (tx: WriteStores) => Promise<T>): Promise<T> =>
  inDatabase(database, (db) =>
    db.transaction("open what was filled", async (tx) => {
      const value = await finish(tx);
      await tx.of(closureStore).open();
      return value;
    }),
  );

const inDatabase = async <T>(options: OpenOptions, work: (db: Database) => Promise<T>): Promise<T> => {
  const db = await openDatabase({ ...options, isBeingFilled: true });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
};
