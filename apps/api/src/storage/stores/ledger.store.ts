/** Reading the append-only ledger of a plan (reliability.md, 5.2); writing it is plans.* alone. */
import type { LedgerEntry } from "@accord/domain";
import type { Page, PageRequest } from "../page.js";

export interface LedgerRow extends LedgerEntry {
  /** Balance after this entry; null for an unlimited plan. */
  readonly balanceAfter: number | null;
}

export interface LedgerReads {
  /** Newest first. */
  ofPlan(planId: string, page: PageRequest): Promise<Page<LedgerRow>>;
}
