/** NO_INCIDENTS_LEFT: every incident has been used (R38, R42); an unlimited plan never has this reason. */
import type { ReasonDefinition } from "../reason.js";

export const noIncidentsLeft = {
  code: "NO_INCIDENTS_LEFT",
  number: 2,
  summary: "The support plan has no incidents left.",
  needsCoveredDelivery: false,
  find: (plan) =>
    plan.incidentsRemaining !== null && plan.incidentsRemaining <= 0
      ? { params: { total: plan.incidentsTotal ?? 0 } }
      : null,
} as const satisfies ReasonDefinition;
