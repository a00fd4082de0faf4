/** The tables of packs; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { packTable } from "./pack.table.js";
import { packInForceTable } from "./pack.table.js";
import { packSetTable } from "./pack.table.js";
import { packUploadTable } from "./pack.table.js";

export const packsStorage: StoragePart = {
  tables: [packTable, packInForceTable, packSetTable, packUploadTable],
  sqliteMigrations: [],
  postgresMigrations: [],
};
