/** The tables of drafts; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { draftTable } from "./draft.table.js";
import { draftHandoverTable } from "./draft-handover.table.js";

export const draftsStorage: StoragePart = {
  tables: [draftHandoverTable, draftTable],
};
