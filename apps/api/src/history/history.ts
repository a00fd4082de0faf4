/** How the schema came to be before modules brought their own migrations, and what holds across nouns. */
import type { StoragePart } from "../kernel/db/storage-part.js";
import { POSTGRES_MIGRATIONS, SQLITE_MIGRATIONS } from "./migrations.js";
import { checkPacks } from "./verify/check-packs.js";
import { checkRows } from "./verify/row-checks.js";

export const HISTORY: StoragePart = {
  tables: [],
  sqliteMigrations: SQLITE_MIGRATIONS,
  postgresMigrations: POSTGRES_MIGRATIONS,
  verify: [checkRows, checkPacks],
};
