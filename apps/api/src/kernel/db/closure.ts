/** A database that is closed: it is being filled, or it has moved. The table that says so is there only as long as it is closed. */
import { ConfigError } from "../config-error.js";
import { first, type Sql } from "./sql.js";
import { type StoreKey, writesOnly } from "./storage-part.js";

const TABLE = "closure";

export interface Closure {
  readonly kind: "RESTORING" | "MOVED";
  /** Where it comes from, or went. */
  readonly place: string;
}

const HAS_TABLE = {
  sqlite: `SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = ?`,
  postgres: `SELECT 1 AS found FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?`,
} as const;

/** Whether the database has a table of that name. */
export const hasTable = async (sql: Sql, name: string): Promise<boolean> =>
  (await first(sql, HAS_TABLE[sql.dialect], [name])) !== null;

/** Null: it is open. */
export const readClosure = async (sql: Sql): Promise<Closure | null> =>
  (await hasTable(sql, TABLE)) ? first<Closure>(sql, `SELECT kind, place FROM ${TABLE}`, []) : null;

/** What closes a database, as statements both engines take. */
export const closing = ({ kind, place }: Closure): readonly string[] => [
  `CREATE TABLE ${TABLE} (kind text NOT NULL, place text NOT NULL)`,
  `INSERT INTO ${TABLE} (kind, place) VALUES ('${kind}', '${place.replaceAll("'", "''")}')`,
];

export const OPENING = `DROP TABLE IF EXISTS ${TABLE}`;

const TOLD: Readonly<Record<Closure["kind"], (place: string) => string>> = {
  RESTORING: (place) =>
    place.startsWith("sqlite:")
      ? `the move of ${place} into this database has not ended: run accord move there again, it begins anew`
      : `the restore of ${place} into this database has not ended: run accord restore ${place} again, it begins anew`,
  MOVED: (place) => `what this database held has moved to ${place}: set DATABASE_URL to it`,
};

/** Throws ConfigError with what is to be done where the database is closed. */
export const refuseClosed = async (sql: Sql): Promise<void> => {
  const closure = await readClosure(sql);
  if (closure !== null) throw new ConfigError(TOLD[closure.kind](closure.place));
};

export interface ClosureWrites {
  /** All may use the database from the commit on. */
  open(): Promise<void>;
}

export const closureStore: StoreKey<object, ClosureWrites> = writesOnly(({ sql }) => ({
  open: async () => {
    await sql.run(OPENING);
  },
}));
