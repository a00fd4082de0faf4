import { accountOf, prove } from "../../../kernel/graphql/context.js";
import type { NodeKind } from "../../../kernel/module.js";
import { planStore } from "../storage/plan.store.js";
export const planNodes: Readonly<Record<string, NodeKind>> = {
  pln: {
    type: "SupportPlan",
    find: async (context, id) => {
      const plan = await context.db.read.of(planStore).byIdForAccount(id, accountOf(context).id);
      return plan === null ? null : prove(context, plan);
    },
  },
};
