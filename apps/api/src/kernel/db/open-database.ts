/** Opens the database an address names (contract.md, `DATABASE_URL`). */
import type { Database, OpenOptions } from "./database.js";
import { sqliteFile } from "./sqlite-file.js";

/** Opens without migrating: the caller runs `migrate()`. Throws UnavailableError when the file or server cannot be opened. */
export const openDatabase = async (options: OpenOptions): Promise<Database> => {
  const file = sqliteFile(options.url);
  // Only what the address asks for is loaded.
  if (file !== null) return (await import("./sqlite/sqlite-database.js")).SqliteDatabase.open(file, options);
  if (/^postgres(?:ql)?:\/\//.test(options.url))
    return (await import("./postgres/postgres-database.js")).PostgresDatabase.open(options);
  throw new TypeError("a database address begins with sqlite: or postgres://");
};
