/** Can this plan be used for this need, and if not, for which reasons: all of them, in order (R34, R36-R46, R66, F11). */
import type { LifecyclePhase } from "../catalogue/product.js";
import type { SupportPlan } from "../plan/support-plan.js";
import type { CivilDate } from "../shared/calendar.js";
import type { Need } from "./need.js";
import type { ReasonDefinition } from "./reason.js";
import { REASONS, type UnavailabilityReasonCode } from "./reasons/index.js";

export interface UnavailabilityReason {
  readonly code: UnavailabilityReasonCode;
  readonly number: number;
  /** Only with LIFECYCLE_PHASE_NOT_COVERED. */
  readonly phase: LifecyclePhase | null;
  readonly on: CivilDate | null;
  /** Parameters of the sentence; a value under a key `on` or ending in `On` is a civil date to be written in the reader's language. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** One line of "Why?": a rule and how it came out; `passed` is null when the rule was not judged. */
export interface RuleCheck {
  readonly code: UnavailabilityReasonCode;
  readonly passed: boolean | null;
}

export interface Judgement<Plan extends SupportPlan = SupportPlan> {
  readonly plan: Plan;
  /** Empty: the plan is available. */
  readonly unavailableBecause: readonly UnavailabilityReason[];
  readonly checks: readonly RuleCheck[];
}

/** Judges one plan. Nothing but the plan, the version and the instant counts: never the viewer's zone (M-9). */
export const judgeEntitlement = <Plan extends SupportPlan>(plan: Plan, need: Need): Judgement<Plan> => {
  const isDeliveryCovered = plan.programme.deliveries.includes(need.product.delivery);
  const unavailableBecause: UnavailabilityReason[] = [];
  const checks = REASONS.map((reason: ReasonDefinition<UnavailabilityReasonCode>): RuleCheck => {
    if (reason.needsCoveredDelivery && !isDeliveryCovered) return { code: reason.code, passed: null };
    const finding = reason.find(plan, need);
    if (finding === null) return { code: reason.code, passed: true };
    unavailableBecause.push({
      code: reason.code,
      number: reason.number,
      phase: finding.phase ?? null,
      on: finding.on ?? null,
      params: finding.params ?? {},
    });
    return { code: reason.code, passed: false };
  });
  return { plan, unavailableBecause, checks };
};

export const isAvailable = (judgement: { readonly unavailableBecause: readonly unknown[] }): boolean =>
  judgement.unavailableBecause.length === 0;

/** Every plan in exactly one of two lists, each in the order given. */
export const partitionPlans = <Plan extends SupportPlan>(
  plans: readonly Plan[],
  need: Need,
): { readonly available: readonly Judgement<Plan>[]; readonly unavailable: readonly Judgement<Plan>[] } => {
  const judged = plans.map((plan) => judgeEntitlement(plan, need));
  return { available: judged.filter(isAvailable), unavailable: judged.filter((one) => !isAvailable(one)) };
};
