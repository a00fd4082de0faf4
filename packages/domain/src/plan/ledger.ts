/** The ledger of incidents: signed entries whose sum is the balance (R10, R11, F18, E22). Entries are only ever added. */
import { addDays, type EpochMs, endOfDay } from "../shared/calendar.js";
import type { LedgerEntry, SupportPlan } from "./support-plan.js";

/** An entry to be written; storage gives it its id. */
export type NewLedgerEntry = Omit<LedgerEntry, "id">;

type Account = Pick<SupportPlan, "id" | "incidentsTotal" | "incidentsRemaining">;
export interface LedgerAct {
  readonly actorId: string | null;
  readonly at: EpochMs;
}

const entry = (
  plan: { readonly id: string },
  kind: LedgerEntry["kind"],
  incidents: number,
  act: LedgerAct & Partial<NewLedgerEntry>,
): NewLedgerEntry => ({
  planId: plan.id,
  kind,
  incidents,
  requestId: act.requestId ?? null,
  paymentId: act.paymentId ?? null,
  actorId: act.actorId,
  reason: act.reason ?? null,
  at: act.at,
});

/**
 * The incident of a request given back: REFUND, and at once EXPIRE when the plan has ended and its grace days are over
 * (E22: the end date never moves). Empty when the balance would exceed what was granted.
 */
export const refundEntries = (
  plan: Account & Pick<SupportPlan, "endsOn" | "endsAt" | "timeZone">,
  act: LedgerAct & { readonly requestId: string; readonly reason: string },
  graceDays = 0,
): readonly NewLedgerEntry[] => {
  if (
    plan.incidentsRemaining !== null &&
    plan.incidentsTotal !== null &&
    plan.incidentsRemaining >= plan.incidentsTotal
  )
    return [];
  const refund = entry(plan, "REFUND", 1, act);
  const keepsUntil = graceDays === 0 ? plan.endsAt : endOfDay(addDays(plan.endsOn, graceDays), plan.timeZone);
  if (act.at < keepsUntil || plan.incidentsTotal === null) return [refund];
  return [refund, entry(plan, "EXPIRE", -1, { ...act, reason: "PLAN_ENDED" })];
};

/** A correction by staff, or null when it would leave fewer than none or more than granted, or changes nothing. */
export const adjustEntry = (
  plan: Account,
  act: LedgerAct & { readonly incidents: number; readonly reason: string },
): NewLedgerEntry | null => {
  if (!Number.isInteger(act.incidents) || act.incidents === 0 || act.reason.trim() === "") return null;
  if (plan.incidentsRemaining === null || plan.incidentsTotal === null)
    return entry(plan, "ADJUST", act.incidents, act);
  const after = plan.incidentsRemaining + act.incidents;
  return after < 0 || after > plan.incidentsTotal ? null : entry(plan, "ADJUST", act.incidents, act);
};
