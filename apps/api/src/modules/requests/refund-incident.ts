/** The incident of a request comes back, once; of a plan that has ended it expires at once (E22, S7). */
import { type EpochMs, lapsesAtOnce, type RefundReason, type SupportRequest } from "@accord/domain";
import type { WriteStores } from "../../kernel/db/index.js";
import { planStore } from "../agreements/module.js";
import type { CommandEntry } from "./run-request-command.js";

export interface RefundQuestion {
  readonly request: Pick<SupportRequest, "id" | "planId">;
  readonly actorId: string;
  readonly reason: RefundReason;
  readonly at: EpochMs;
}

/** Within the unit of the deed; false when it used none, or it was given back before. */
export const refundIncident = async (
  tx: WriteStores,
  { request, actorId, reason, at }: RefundQuestion,
): Promise<boolean> => {
  const plan = request.planId === null ? null : await tx.of(planStore).byId(request.planId);
  if (plan === null) return false;
  const isExpiredAtOnce = lapsesAtOnce(plan, at);
  return tx.of(planStore).refund({ requestId: request.id, actorId, reason, now: at, isExpiredAtOnce });
};

/** What the timeline says of it. */
export const refundEntry = (reason: RefundReason): CommandEntry => ({ kind: "INCIDENT_REFUNDED", params: { reason } });
