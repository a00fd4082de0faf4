/** Proposals to open a second request for part of one; at most one is open for a request (F55, S1). */
import type { SplitState } from "@accord/domain";
import { choice, defineTable, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

const account = { target: "account", referencedColumnNames: ["id"] };
const request = { target: "support_request", referencedColumnNames: ["id"] };

export const splitProposalTable = defineTable({
  name: "split_proposal",
  columns: {
    id: key("id"),
    requestId: text("request_id"),
    title: text("title"),
    description: text("description"),
    state: choice<SplitState>("state"),
    proposedBy: text("proposed_by"),
    proposedAt: instant("proposed_at"),
    decidedBy: text("decided_by", orNull),
    decidedAt: instant("decided_at", orNull),
    newRequestId: text("new_request_id", orNull),
  },
  checks: [oneOf("split_proposal_state", "state", ["PROPOSED", "ACCEPTED", "DECLINED"])],
  foreignKeys: [
    { name: "split_proposal_request", ...request, columnNames: ["requestId"] },
    { name: "split_proposal_engineer", ...account, columnNames: ["proposedBy"] },
    { name: "split_proposal_contact", ...account, columnNames: ["decidedBy"] },
    { name: "split_proposal_new", ...request, columnNames: ["newRequestId"] },
  ],
  indices: [
    { name: "split_proposal_by_request", columns: ["requestId"] },
    { name: "split_proposal_open", columns: ["requestId"], unique: true, where: `"state" = 'PROPOSED'` },
  ],
});
