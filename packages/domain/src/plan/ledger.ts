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

/** The opening entry of a plan: everything it was granted; 0 for an unlimited one. */
export const grantEntry = (
  plan: Account,
  act: LedgerAct & { readonly paymentId?: string | null; readonly reason?: string | null },
): NewLedgerEntry => entry(plan, "GRANT", plan.incidentsTotal ?? 0, act);

/** One incident used by one request, or null when none is left (R42). An unlimited plan counts what it used. */
export const consumeEntry = (plan: Account, act: LedgerAct & { readonly requestId: string }): NewLedgerEntry | null =>
  plan.incidentsRemaining !== null && plan.incidentsRemaining <= 0 ? null : entry(plan, "CONSUME", -1, act);

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

/** What is left lapses when the plan has ended; null when it has not, or nothing is left. */
export const expireEntry = (plan: Account & Pick<SupportPlan, "endsAt">, act: LedgerAct): NewLedgerEntry | null =>
  act.at < plan.endsAt || plan.incidentsRemaining === null || plan.incidentsRemaining <= 0
    ? null
    : entry(plan, "EXPIRE", -plan.incidentsRemaining, { ...act, reason: "PLAN_ENDED" });

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

/** Sum of the entries. For an unlimited plan it says how many were used, as a negative number. */
export const balanceOf = (entries: readonly Pick<LedgerEntry, "incidents">[]): number =>
  entries.reduce((sum, one) => sum + one.incidents, 0);

/** The balance after each entry, oldest first; null throughout for an unlimited plan (a statement's last column). */
export const runningBalances = (
  entries: readonly Pick<LedgerEntry, "incidents">[],
  isUnlimited: boolean,
): readonly (number | null)[] => {
  let balance = 0;
  return entries.map((one) => {
    balance += one.incidents;
    return isUnlimited ? null : balance;
  });
};
