/** Drafts of the six steps, and their one-use handover to another account (F32). */

import { completeDraft, type DraftContent, type EpochMs, type RequestDraft } from "@accord/domain";
import { LessThanOrEqual, MoreThan } from "typeorm";
import type { RowOf } from "../../../kernel/db/columns.js";
import { pick } from "../../../kernel/db/row-shape.js";
import { updateRows } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import { writesOnly } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { draftTable } from "./draft.table.js";
import { draftHandoverTable } from "./draft-handover.table.js";

export type DraftHandover = RowOf<typeof draftHandoverTable>;

export interface DraftReads {
  byId(id: string): Promise<RequestDraft | null>;
  /** Last saved first. */
  ofAccount(accountId: string): Promise<RequestDraft[]>;
  /** How many of the account have not ended. */
  countOfAccount(accountId: string, now: EpochMs): Promise<number>;
}

export interface DraftWrites extends DraftReads {
  /** Inserts when `expectedRevision` is null; else updates the same account's draft at that revision. False: changed meanwhile. */
  save(draft: RequestDraft, expectedRevision: number | null): Promise<boolean>;
  /** Only this account's draft. */
  delete(id: string, accountId: string): Promise<boolean>;
  deleteExpired(now: EpochMs): Promise<number>;
}

export interface HandoverWrites {
  create(handover: DraftHandover): Promise<void>;
  /** Takes it away; null when unknown, taken before or ended. */
  take(handleHash: string, now: EpochMs): Promise<DraftHandover | null>;
  deleteAll(): Promise<number>;
  deleteExpired(now: EpochMs): Promise<number>;
}

const SAVED = pick(draftTable, ["content", "revision", "updatedAt", "expiresAt"]);

/** A row of any age: fields that its program did not know are empty. */
const told = <Row extends { readonly content: DraftContent }>(row: Row): Row => ({
  ...row,
  content: completeDraft(row.content),
});

export const createDraftReads = (context: StoreContext): DraftReads => ({
  byId: async (id) => {
    const row = await (await context.manager()).findOneBy(draftTable, { id });
    return row && told(row);
  },
  ofAccount: async (accountId) => {
    const order = { updatedAt: "DESC", id: "DESC" } as const;
    return (await (await context.manager()).find(draftTable, { where: { accountId }, order })).map(told);
  },
  countOfAccount: async (accountId, now) =>
    (await context.manager()).countBy(draftTable, { accountId, expiresAt: MoreThan(now) }),
});

export const createDraftWrites = (context: WriteContext): DraftWrites => ({
  ...createDraftReads(context),
  save: async (draft, expectedRevision) => {
    if (expectedRevision === null) {
      await (await context.manager()).insert(draftTable, draft);
      return true;
    }
    const { id, accountId } = draft;
    const where = "id = ? AND account_id = ? AND revision = ?";
    return (await updateRows(context.sql, SAVED, draft, where, [id, accountId, expectedRevision])) === 1;
  },
  delete: async (id, accountId) =>
    (await context.sql.run(`DELETE FROM draft WHERE id = ? AND account_id = ?`, [id, accountId])) === 1,
  deleteExpired: (now) => context.sql.run(`DELETE FROM draft WHERE expires_at <= ?`, [now]),
});

export const createHandoverWrites = (context: WriteContext): HandoverWrites => ({
  deleteAll: () => context.sql.run(`DELETE FROM draft_handover`),
  deleteExpired: (now) => context.sql.run(`DELETE FROM draft_handover WHERE expires_at <= ?`, [now]),
  create: async (handover) => {
    await (await context.manager()).insert(draftHandoverTable, handover);
  },
  take: async (handleHash, now) => {
    await (await context.manager()).delete(draftHandoverTable, { expiresAt: LessThanOrEqual(now) });
    const handover = await (await context.manager()).findOneBy(draftHandoverTable, { handleHash });
    if (handover === null) return null;
    const taken = await context.sql.run(`DELETE FROM draft_handover WHERE handle_hash = ?`, [handleHash]);
    return taken === 1 ? told(handover) : null;
  },
});

export const draftStore: StoreKey<DraftReads, DraftWrites> = { reads: createDraftReads, writes: createDraftWrites };

export const handoverStore: StoreKey<object, HandoverWrites> = writesOnly(createHandoverWrites);
