/** The tables of requests; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { mailTroubleTable } from "./mail-trouble.table.js";
import { requestContactTable } from "./request-contact.table.js";
import { requestFollowingTable } from "./request-following.table.js";
import { requestPauseTable } from "./request-pause.table.js";
import { splitProposalTable } from "./split-proposal.table.js";
import { supportRequestTable } from "./support-request.table.js";
import { timelineEntryTable } from "./timeline-entry.table.js";

export const requestsStorage: StoragePart = {
  tables: [
    mailTroubleTable,
    requestContactTable,
    requestFollowingTable,
    requestPauseTable,
    splitProposalTable,
    supportRequestTable,
    timelineEntryTable,
  ],
};
