/** Giving a purchase back: only while none of its incidents was used; the grant is taken back by an ADJUST entry (F28). */
import { adjustEntry, type NewLedgerEntry } from "../plan/ledger.js";
import type { SupportPlan } from "../plan/support-plan.js";
import type { EpochMs } from "../shared/calendar.js";
import { accept, type Result, refuse, refuseAll } from "../shared/result.js";
import { checkText, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import type { Purchase } from "./purchase.js";

export interface RefundAsk {
  readonly reason: string;
  readonly actorId: string;
  readonly at: EpochMs;
}

/** The entry that takes the incidents back, or why the money stays. */
export const decideRefund = (
  purchase: Pick<Purchase, "state" | "packSize" | "refundAskedAt">,
  plan: Pick<SupportPlan, "id" | "incidentsTotal" | "incidentsRemaining"> | null,
  { reason, actorId, at }: RefundAsk,
): Result<NewLedgerEntry, "REFUND_NOT_POSSIBLE" | TextRefusalCode> => {
  const unfit = checkText(reason, TEXT_RULES.reason, ["reason"]);
  if (unfit.length > 0) return refuseAll(unfit);
  const isUnused = plan !== null && plan.incidentsRemaining === purchase.packSize;
  if (purchase.state !== "SUCCEEDED" || purchase.refundAskedAt !== null || !isUnused)
    return refuse("REFUND_NOT_POSSIBLE");
  const entry = adjustEntry(plan, { incidents: -purchase.packSize, reason: "PURCHASE_REFUNDED", actorId, at });
  return entry === null ? refuse("REFUND_NOT_POSSIBLE") : accept(entry);
};
