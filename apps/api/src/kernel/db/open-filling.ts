/** Opens the database that is to be filled. */
import type { Filling } from "./filling.js";
import { sqliteFile } from "./sqlite-file.js";
import type { StoragePart } from "./storage-part.js";

/** Throws UnavailableError when it cannot be reached. */
export const openFilling = async (url: string, modules: StoragePart): Promise<Filling> => {
  const file = sqliteFile(url);
  if (file !== null) return (await import("./sqlite/filling.js")).fillingOfSqlite(file, modules);
  return (await import("./postgres/filling.js")).fillingOfPostgres(url, modules);
};
