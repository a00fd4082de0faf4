/** Proposals to split a request (F55). Whoever writes one holds its request. */
import type { EpochMs, SplitProposal, SplitState } from "@accord/domain";
import { asList, type Columns, isInList, placeholders, select } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

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

const PROPOSAL: Columns<SplitProposal> = {
  id: "id",
  requestId: "request_id",
  title: "title",
  description: "description",
  state: "state",
  proposedBy: "proposed_by",
  proposedAt: "proposed_at",
  decidedBy: "decided_by",
  decidedAt: "decided_at",
  newRequestId: "new_request_id",
};

export const createSplitReads = ({ sql }: StoreContext): SplitReads => ({
  byId: async (id) => (await select(sql, PROPOSAL, "FROM split_proposal WHERE id = ?", [id]))[0] ?? null,
  ofRequests: (requestIds) =>
    select(sql, PROPOSAL, `FROM split_proposal WHERE ${isInList(sql.dialect, "request_id")} ORDER BY id`, [
      asList(requestIds),
    ]),
});

export const createSplitWrites = (context: WriteContext): SplitWrites => {
  const { sql } = context;
  return {
    ...createSplitReads(context),
    add: async (one) =>
      (await sql.run(
        `INSERT INTO split_proposal (id, request_id, title, description, state, proposed_by, proposed_at)
         VALUES ${placeholders(1, 7)} ON CONFLICT DO NOTHING`,
        [one.id, one.requestId, one.title, one.description, one.state, one.proposedBy, one.proposedAt],
      )) === 1,
    decide: async (id, { state, accountId, at, newRequestId }) =>
      (await sql.run(
        `UPDATE split_proposal SET state = ?, decided_by = ?, decided_at = ?, new_request_id = ? WHERE id = ? AND state = 'PROPOSED'`,
        [state, accountId, at, newRequestId, id],
      )) === 1,
  };
};

export const splitStore: StoreKey<SplitReads, SplitWrites> = { reads: createSplitReads, writes: createSplitWrites };
