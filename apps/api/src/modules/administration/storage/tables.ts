/** The tables of administration; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { agreementImportTable } from "./agreement-import.table.js";
import { agreementImportRowTable } from "./agreement-import-row.table.js";
import { refusalCountTable } from "./refusal-count.table.js";

export const administrationStorage: StoragePart = {
  tables: [agreementImportRowTable, agreementImportTable, refusalCountTable],
};
