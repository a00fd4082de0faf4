/** Who sees a plan, and how it is found by its id. */
import type { SupportPlan } from "@accord/domain";
import { accountOf, authorise, type RequestContext } from "../../kernel/graphql/context.js";
import type { PolicyPart } from "../../kernel/module.js";
import { planStore } from "./storage/plan.store.js";

export const agreementsObjects = {
  objectPolicies: {
    SupportPlan: {
      scopes: ["agreements:read", "agreements:write", "requests:write", "purchases:write"],
      maySee: (plan: SupportPlan, context: RequestContext) =>
        context.db.read.of(planStore).isRegistered(plan.id, accountOf(context).id),
    },
  },
  nodes: {
    pln: {
      type: "SupportPlan",
      find: async (context, id) => {
        const plan = await context.db.read.of(planStore).byIdForAccount(id, accountOf(context).id);
        return plan === null ? null : authorise(context, plan);
      },
    },
  },
} satisfies PolicyPart;
