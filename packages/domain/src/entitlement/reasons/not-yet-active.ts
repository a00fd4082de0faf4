/** NOT_YET_ACTIVE: the plan's first day is still to come (R56). */
import type { ReasonDefinition } from "../reason.js";

export const notYetActive = {
  code: "NOT_YET_ACTIVE",
  number: 3,
  summary: "The support plan has not begun yet.",
  needsCoveredDelivery: false,
  find: (plan, need) => (need.at < plan.startsAt ? { on: plan.startsOn, params: { on: plan.startsOn } } : null),
} as const satisfies ReasonDefinition;
