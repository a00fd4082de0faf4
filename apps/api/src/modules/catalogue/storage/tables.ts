/** The tables of catalogue; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { catalogueDocumentTable } from "./catalogue-document.table.js";

export const catalogueStorage: StoragePart = {
  tables: [catalogueDocumentTable],
};
