/** The tables of notices; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { noticeTable } from "./notice.table.js";
import { noticePreferenceTable } from "./notice-preference.table.js";

export const noticesStorage: StoragePart = {
  tables: [noticePreferenceTable, noticeTable],
};
