/** Opens the database an address names. */
import type { Database, OpenOptions } from "./database.js";

/** Opens without migrating: the caller runs `migrate()`. Throws UnavailableError when the file or server cannot be opened. */
export const openDatabase = async (options: OpenOptions): Promise<Database> => {
  throw new Error(`no driver for ${options.url.split(":")[0]}`);
};
