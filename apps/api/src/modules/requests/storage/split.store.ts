/** Proposals to split a request (F55). Whoever writes one holds its request. */

import type { EpochMs, SplitProposal, SplitState } from "@accord/domain";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst, selectRows } from "../../../kernel/db/rows.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { splitProposalTable } from "./split-proposal.table.js";

export interface SplitDecision {
  readonly state: SplitState;
  readonly accountId: string;
  readonly at: EpochMs;
  readonly newRequestId: string | null;
}

export interface SplitReads {
  byId(id: string): Promise<SplitProposal | null>;
  /** Of these requests, oldest first. */
  ofRequests(requestIds: readonly string[]): Promise<SplitProposal[]>;
}

export interface SplitWrites extends SplitReads {
  /** False when one is open already. */
  add(proposal: SplitProposal): Promise<boolean>;
  /** False when it was decided before. */
  decide(id: string, decision: SplitDecision): Promise<boolean>;
}

const NEW_PROPOSAL = omit(splitProposalTable, ["decidedBy", "decidedAt", "newRequestId"]);

export const createSplitReads = ({ sql }: StoreContext): SplitReads => ({
  byId: (id) => selectFirst(sql, splitProposalTable, "FROM split_proposal WHERE id = ?", [id]),
  ofRequests: (requestIds) =>
    selectRows(
      sql,
      splitProposalTable,
      `FROM split_proposal WHERE ${isInList(sql.dialect, "request_id")} ORDER BY id`,
      [asList(requestIds)],
    ),
});

export const createSplitWrites = (context: WriteContext): SplitWrites => {
  const { sql } = context;
  return {
    ...createSplitReads(context),
    add: async (proposal) => (await insertRow(sql, NEW_PROPOSAL, proposal, "ON CONFLICT DO NOTHING")) === 1,
    decide: async (id, { state, accountId, at, newRequestId }) =>
      (await sql.run(
        `UPDATE split_proposal SET state = ?, decided_by = ?, decided_at = ?, new_request_id = ? WHERE id = ? AND state = 'PROPOSED'`,
        [state, accountId, at, newRequestId, id],
      )) === 1,
  };
};

export const splitStore: StoreKey<SplitReads, SplitWrites> = { reads: createSplitReads, writes: createSplitWrites };
