/** Drafts of the six steps, and their one-use handover to another account (F32; reliability.md 5.9). */
import type { DraftContent, EpochMs, RequestDraft } from "@accord/domain";

export interface DraftHandover {
  /** SHA-256 of the one-use handle the browser holds. */
  readonly handleHash: string;
  readonly draftId: string;
  readonly fromAccountId: string;
  readonly content: DraftContent;
  readonly expiresAt: EpochMs;
}

export interface DraftReads {
  byId(id: string): Promise<RequestDraft | null>;
  /** Last saved first. */
  ofAccount(accountId: string): Promise<RequestDraft[]>;
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
}
