/** EXPIRED: the plan's last day is over (R37, R41, M-8). */
import type { ReasonDefinition } from "../reason.js";

export const expired = {
  code: "EXPIRED",
  number: 1,
  summary: "The support plan has ended.",
  needsCoveredDelivery: false,
  find: (plan, need) => (need.at >= plan.endsAt ? { on: plan.endsOn, params: { on: plan.endsOn } } : null),
} as const satisfies ReasonDefinition;
