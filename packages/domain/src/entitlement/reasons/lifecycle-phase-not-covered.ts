/** LIFECYCLE_PHASE_NOT_COVERED: the version is in a phase the programme does not cover, per programme and product (R43, R44). */
import type { LifecyclePhase } from "../../catalogue/product.js";
import type { SupportPlan } from "../../plan/support-plan.js";
import type { Need } from "../need.js";
import { phaseOfNeed } from "../phase-of-need.js";
import type { ReasonDefinition } from "../reason.js";

export const lifecyclePhaseNotCovered = {
  code: "LIFECYCLE_PHASE_NOT_COVERED",
  number: 8,
  summary: "The support plan does not cover the lifecycle phase of the version.",
  needsCoveredDelivery: true,
  find: (plan, need) => {
    const phase = phaseOfNeed(need);
    // A version that follows its host has no phase of its own and passes.
    if (phase === null || coveredPhases(plan, need).includes(phase)) return null;
    const on = endOfPhaseBefore(need, phase);
    return {
      phase,
      on,
      params: { version: need.version.name, phase, hasDay: on === null ? "no" : "yes", on: on ?? "" },
    };
  },
} as const satisfies ReasonDefinition;

const coveredPhases = (plan: SupportPlan, need: Need): readonly LifecyclePhase[] =>
  plan.programme.phaseOverrides.find((override) => override.productIds.includes(need.product.id))?.phases ??
  plan.programme.phases;

/** The day that explains the phase: the last one of the phase before it, or the release day. */
const endOfPhaseBefore = (need: Need, phase: LifecyclePhase): string | null => {
  if (phase === "EXTENDED") return need.version.mainstreamEndsOn;
  if (phase === "ENDED") return need.version.extendedEndsOn ?? need.version.mainstreamEndsOn;
  return phase === "NOT_RELEASED" ? need.version.releasedOn : null;
};
