/** The tables of packs; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { packInForceTable, packSetTable, packTable, packUploadTable } from "./pack.table.js";

export const packsStorage: StoragePart = {
  tables: [packTable, packInForceTable, packSetTable, packUploadTable],
};
