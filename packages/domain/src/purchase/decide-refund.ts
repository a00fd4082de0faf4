/** Giving a purchase back: only while none of its incidents was used; the grant is taken back by a correction of the balance (F28). */
import type { SupportPlan } from "../plan/support-plan.js";
import { accept, type Result, refuse, refuseAll } from "../shared/result.js";
import { checkText, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import type { Purchase } from "./purchase.js";

/** What is taken off which plan before the money goes back. */
export interface TakenBack {
  readonly planId: string;
  /** Negative. */
  readonly incidents: number;
}

/** What takes the incidents back, or why the money stays. */
export const decideRefund = (
  purchase: Pick<Purchase, "state" | "packSize" | "refundAskedAt">,
  plan: Pick<SupportPlan, "id" | "incidentsRemaining"> | null,
  { reason }: { readonly reason: string },
): Result<TakenBack, "REFUND_NOT_POSSIBLE" | TextRefusalCode> => {
  const unfit = checkText(reason, TEXT_RULES.reason, ["reason"]);
  if (unfit.length > 0) return refuseAll(unfit);
  const isUnused = plan !== null && plan.incidentsRemaining === purchase.packSize;
  if (purchase.state !== "SUCCEEDED" || purchase.refundAskedAt !== null || !isUnused)
    return refuse("REFUND_NOT_POSSIBLE");
  return accept({ planId: plan.id, incidents: -purchase.packSize });
};
