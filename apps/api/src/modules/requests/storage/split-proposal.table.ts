/** Proposals to open a second request for part of one; at most one is open for a request (F55, S1). */
import type { SplitState } from "@accord/domain";
import { choice, defineTable, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

const account = { target: "account", referencedColumnNames: ["id"] };
const request = { target: "support_request", referencedColumnNames: ["id"] };

export const splitProposalTable = defineTable({
  name: "split_proposal",
  person: { by: ["proposedBy"], atErasure: "SEPARATELY" },
  columns: {
    id: key("id", "ID"),
    requestId: text("request_id", "ID"),
    title: text("title", "WORDS"),
    description: text("description", "WORDS"),
    state: choice<SplitState>("state", "FACT"),
    proposedBy: text("proposed_by", "ID"),
    proposedAt: instant("proposed_at", "FACT"),
    decidedBy: text("decided_by", "ID", orNull),
    decidedAt: instant("decided_at", "FACT", orNull),
    newRequestId: text("new_request_id", "ID", orNull),
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
