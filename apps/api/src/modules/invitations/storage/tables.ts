/** The tables of invitations; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { accessAskTable } from "./access-ask.table.js";
import { invitationTable } from "./invitation.table.js";

export const invitationsStorage: StoragePart = {
  tables: [accessAskTable, invitationTable],
};
