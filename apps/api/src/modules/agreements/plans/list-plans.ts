/** Every plan an account has registered or bought (R11, R16, R65, F19). */
import { usableFirst } from "@accord/domain";
import { accountOf, authorise, type RequestContext } from "../../../kernel/graphql/context.js";
import { connectionOfList, type PageArguments, type RowConnection } from "../../../kernel/graphql/page.js";
import { readReference, referenceStore } from "../../references/module.js";
import type { PlanFilterInput } from "../agreements.types.js";
import { planStore } from "../storage/plan.store.js";
import type { RegisteredPlan } from "../storage/plan-row.js";

export const listPlans = async (
  context: RequestContext,
  filter: PlanFilterInput,
  page: PageArguments,
): Promise<RowConnection<RegisteredPlan>> => {
  const { id } = accountOf(context);
  const all = await context.db.read.of(planStore).ofAccount(id);
  const called = await context.db.read.of(referenceStore).calledSo(id, readReference(filter, ["filter"]));
  const plans = called === null ? all : all.filter((plan) => called.has(plan.id));
  for (const plan of plans) authorise(context, plan);
  return connectionOfList(usableFirst(plans, context.now), page);
};
