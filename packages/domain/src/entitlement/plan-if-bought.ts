/** The plan a purchase would make: judged before anything is sold, so that nothing is sold in vain (R50, G13). */
import { agreementTerm } from "../agreement/agreement-term.js";
import type { Programme, SupportPlan } from "../plan/support-plan.js";
import { dayAt, type EpochMs, type TimeZoneName } from "../shared/calendar.js";

/** A plan of `programme` beginning today; its empty id says that it does not exist yet. */
export const planIfBought = (programme: Programme, at: EpochMs, timeZone: TimeZoneName): SupportPlan => ({
  id: "",
  programme,
  ...agreementTerm(programme, dayAt(at, timeZone), timeZone),
  timeZone,
  revokedAt: null,
  incidentsTotal: programme.incidents,
  incidentsRemaining: programme.incidents,
});
