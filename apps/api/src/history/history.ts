/** The tables of the nouns, and how the schema came to be before modules brought their own migrations. */
import { POSTGRES_MIGRATIONS } from "./postgres/all-migrations.js";
import { SQLITE_MIGRATIONS } from "./sqlite/all-migrations.js";
import type { StoragePart } from "../kernel/db/storage-part.js";
import { ALL_TABLES } from "./all-tables.js";
import { checkPacks } from "./verify/check-packs.js";
import { checkRows } from "./verify/row-checks.js";

export const HISTORY: StoragePart = {
  tables: ALL_TABLES,
  sqliteMigrations: SQLITE_MIGRATIONS,
  postgresMigrations: POSTGRES_MIGRATIONS,
  appendOnly: ["entitlement_ledger", "audit"],
  verify: [checkRows, checkPacks],
};
