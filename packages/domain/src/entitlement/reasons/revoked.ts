/** REVOKED: the vendor withdrew the agreement. */
import { dayAt } from "../../shared/calendar.js";
import type { ReasonDefinition } from "../reason.js";

export const revoked = {
  code: "REVOKED",
  number: 4,
  summary: "The support plan was withdrawn.",
  needsCoveredDelivery: false,
  find: (plan) => {
    if (plan.revokedAt === null) return null;
    const on = dayAt(plan.revokedAt, plan.timeZone);
    return { on, params: { on } };
  },
} as const satisfies ReasonDefinition;
