/** PROGRAMME_RETIRED: the programme that grants the plan has ended (G12). */
import { isProgrammeRetired } from "../../plan/plan-state.js";
import type { ReasonDefinition } from "../reason.js";

export const programmeRetired = {
  code: "PROGRAMME_RETIRED",
  number: 5,
  summary: "The programme of the support plan has ended.",
  needsCoveredDelivery: false,
  find: (plan, need) => {
    const on = plan.programme.retiredOn;
    return on !== null && isProgrammeRetired(plan, need.at) ? { on, params: { on } } : null;
  },
} as const satisfies ReasonDefinition;
