/** The tables of desk; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { cannedReplyTable } from "./canned-reply.table.js";
import { savedViewTable } from "./saved-view.table.js";

export const deskStorage: StoragePart = {
  tables: [cannedReplyTable, savedViewTable],
};
