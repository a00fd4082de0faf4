/** What may be done to a balance of incidents (R10, R11, F18, E22); storage writes it under the same bounds, as entries whose sum is the balance. */
import type { EpochMs } from "../shared/calendar.js";
import type { SupportPlan } from "./support-plan.js";

type Balance = Pick<SupportPlan, "incidentsTotal" | "incidentsRemaining">;

/** Does an incident that is given back at `at` lapse at once? Of a plan that has ended it does: the end never moves (E22). */
export const lapsesAtOnce = (plan: Pick<SupportPlan, "incidentsTotal" | "endsAt">, at: EpochMs): boolean =>
  plan.incidentsTotal !== null && at >= plan.endsAt;

/** May staff correct the balance by `incidents`, signed? Never to fewer than none, nor to more than were granted. */
export const mayAdjust = ({ incidentsTotal, incidentsRemaining }: Balance, incidents: number): boolean => {
  if (!Number.isInteger(incidents) || incidents === 0) return false;
  if (incidentsRemaining === null || incidentsTotal === null) return true;
  const after = incidentsRemaining + incidents;
  return after >= 0 && after <= incidentsTotal;
};
