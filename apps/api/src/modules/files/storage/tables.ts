/** The tables of files; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { attachmentTable } from "./attachment.table.js";

export const filesStorage: StoragePart = {
  tables: [attachmentTable],
};
