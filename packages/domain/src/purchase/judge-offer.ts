/** An offer judged for a version before a card is asked: nothing is sold in vain (R50; G13). */
import { judgeEntitlement, type UnavailabilityReason } from "../entitlement/judge-entitlement.js";
import type { Need } from "../entitlement/need.js";
import { planIfBought } from "../entitlement/plan-if-bought.js";
import type { SupportPlan } from "../plan/support-plan.js";
import type { TimeZoneName } from "../shared/calendar.js";
import type { IncidentOffer } from "./offers.js";

export interface JudgedOffer {
  readonly offer: IncidentOffer;
  /** As it would be if it were bought now. */
  readonly plan: SupportPlan;
  /** Empty: the plan could be used. */
  readonly unavailableBecause: readonly UnavailabilityReason[];
}

export const judgeOffer = (offer: IncidentOffer, need: Need, timeZone: TimeZoneName): JudgedOffer => {
  const plan = planIfBought(offer.programme, need.at, timeZone);
  return { offer, plan, unavailableBecause: judgeEntitlement(plan, need).unavailableBecause };
};
