/** The incidents of money that was given back: whatever is left of them goes (F28). */
import type { EpochMs, Purchase } from "@accord/domain";
import type { WriteStores } from "../../kernel/db/index.js";
import { planStore } from "../agreements/module.js";

/** Nothing is left after a refund asked for here: it took them before the provider was called. */
export const takeIncidentsBack = async (
  tx: WriteStores,
  { planId, refundedBy }: Pick<Purchase, "planId" | "refundedBy">,
  at: EpochMs,
): Promise<void> => {
  const plan = planId === null ? null : await tx.of(planStore).byId(planId);
  if (plan === null || plan.incidentsRemaining === null || plan.incidentsRemaining === 0) return;
  const incidents = -plan.incidentsRemaining;
  await tx.of(planStore).adjust({ planId: plan.id, incidents, actorId: refundedBy, reason: "PURCHASE_REFUNDED", at });
};
