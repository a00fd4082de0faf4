/** Opens the database an address names (contract.md, `DATABASE_URL`). */
import type { Database, OpenOptions } from "./database.js";
import { PostgresDatabase } from "./postgres/postgres-database.js";
import { SqliteDatabase } from "./sqlite/sqlite-database.js";

/** Opens without migrating: the caller runs `migrate()`. Throws UnavailableError when the file or server cannot be opened. */
export const openDatabase = async (options: OpenOptions): Promise<Database> => {
  const file = sqliteFile(options.url);
  if (file !== null) return SqliteDatabase.open(file, options);
  if (/^postgres(?:ql)?:\/\//.test(options.url)) return PostgresDatabase.open(options);
  throw new TypeError("a database address begins with sqlite: or postgres://");
};

/** Path of the file an address names, or null when it names no SQLite file. */
export const sqliteFile = (url: string): string | null =>
  url.startsWith("sqlite:") ? url.slice("sqlite:".length).replace(/^\/\/(?=\/)/, "") : null;
