/** The key checks of this database, by the file of the key. */
import { insertRows, replaceBy, selectRows } from "../db/rows.js";
import type { StoreKey } from "../db/storage-part.js";
import type { StoreContext, WriteContext } from "../db/store-context.js";
import { keyCheckTable } from "./key-check.table.js";
import type { KeyFile } from "./keys.js";

export interface KeyCheckReads {
  all(): Promise<ReadonlyMap<string, string>>;
}

export interface KeyCheckWrites extends KeyCheckReads {
  /** Keeps the checks of keys that have none. */
  keepNew(files: readonly KeyFile[]): Promise<void>;
  /** These are its keys now; one without a check is none any more. */
  replace(files: readonly KeyFile[]): Promise<void>;
}

const rowOf = ({ name, check }: KeyFile) => ({ name, value: check });
const REPLACED = replaceBy(keyCheckTable, ["name"]);

const createReads = ({ sql }: StoreContext): KeyCheckReads => ({
  all: async () => {
    const rows = await selectRows(sql, keyCheckTable, "FROM key_check", []);
    return new Map(rows.map(({ name, value }) => [name, value]));
  },
});

const createWrites = (context: WriteContext): KeyCheckWrites => ({
  ...createReads(context),
  keepNew: async (files) => {
    await insertRows(context.sql, keyCheckTable, files.map(rowOf), "ON CONFLICT DO NOTHING");
  },
  replace: async (files) => {
    for (const { name } of files.filter(({ check }) => check === ""))
      await context.sql.run("DELETE FROM key_check WHERE name = ?", [name]);
    const kept = files.filter(({ check }) => check !== "");
    await insertRows(context.sql, keyCheckTable, kept.map(rowOf), REPLACED);
  },
});

export const keyCheckStore: StoreKey<KeyCheckReads, KeyCheckWrites> = { reads: createReads, writes: createWrites };
