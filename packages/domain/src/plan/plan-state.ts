/** How a plan stands on its own, whatever product it is asked about (F19, R11, R41, R42, R65). */
import { dayAt, daysBetween, type EpochMs } from "../shared/calendar.js";
import type { SupportPlan } from "./support-plan.js";

export const PLAN_STATES = [
  "ACTIVE",
  "ENDING_SOON",
  "EXPIRED",
  "EMPTY",
  "NOT_YET_ACTIVE",
  "ISSUED",
  "LAPSED",
  "REVOKED",
  "RETIRED",
] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Days before the end from which a plan is said to end soon. */
export const ENDING_SOON_DAYS = 30;

/** The one state to show; the strongest obstacle wins. */
export const planStateAt = (plan: SupportPlan, now: EpochMs): PlanState => {
  if (plan.revokedAt !== null) return "REVOKED";
  const { redeemEndsAt = null } = plan;
  if (redeemEndsAt !== null) return now < redeemEndsAt ? "ISSUED" : "LAPSED";
  if (now >= plan.endsAt) return "EXPIRED";
  if (isProgrammeRetired(plan, now)) return "RETIRED";
  if (now < plan.startsAt) return "NOT_YET_ACTIVE";
  if (plan.incidentsRemaining !== null && plan.incidentsRemaining <= 0) return "EMPTY";
  return daysLeftOf(plan, now) <= ENDING_SOON_DAYS ? "ENDING_SOON" : "ACTIVE";
};

const USABLE: ReadonlySet<PlanState> = new Set(["ACTIVE", "ENDING_SOON"]);

/** Plans in the order to show them: those that can be used now before the others; otherwise their order stays. */
export const usableFirst = <Plan extends SupportPlan>(plans: readonly Plan[], now: EpochMs): Plan[] => {
  const isUsable = (plan: Plan): boolean => USABLE.has(planStateAt(plan, now));
  return [...plans.filter(isUsable), ...plans.filter((plan) => !isUsable(plan))];
};

/** Whole days from today to the last day, in the plan's own zone: 0 on the last day and after it. */
export const daysLeftOf = (plan: SupportPlan, now: EpochMs): number =>
  now >= plan.endsAt ? 0 : Math.max(0, daysBetween(dayAt(now, plan.timeZone), plan.endsOn));

/** A programme is over from the day it was retired on (R2, G12). */
export const isProgrammeRetired = (plan: Pick<SupportPlan, "programme" | "timeZone">, now: EpochMs): boolean =>
  plan.programme.retiredOn !== null && dayAt(now, plan.timeZone) >= plan.programme.retiredOn;
