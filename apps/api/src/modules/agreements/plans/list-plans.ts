/** Every plan an account has registered or bought (R11, R16, R65, F19). */
import { usableFirst } from "@accord/domain";
import { accountOf, authorise, type RequestContext } from "../../../kernel/graphql/context.js";
import { connectionOfList, type PageArguments, type RowConnection } from "../../../kernel/graphql/page.js";
import { planStore } from "../storage/plan.store.js";
import type { RegisteredPlan } from "../storage/plan-row.js";

export const listPlans = async (
  context: RequestContext,
  page: PageArguments,
): Promise<RowConnection<RegisteredPlan>> => {
  const plans = await context.db.read.of(planStore).ofAccount(accountOf(context).id);
  for (const plan of plans) authorise(context, plan);
  return connectionOfList(usableFirst(plans, context.now), page);
};
