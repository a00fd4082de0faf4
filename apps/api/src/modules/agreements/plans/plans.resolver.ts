/** Support plans of the account: all of them, and judged for a product version (R11, R34, R36-R47, R63-R66). */
import type { EpochMs } from "@accord/domain";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { accountOf, authorise, type RequestContext } from "../../../kernel/graphql/context.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { lookUp } from "../../../kernel/graphql/look-up.js";
import { connectionOfList, type RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { CountryCodeScalar, DateTimeScalar } from "../../../kernel/graphql/scalars.js";
import { PlanFilterInput } from "../agreements.types.js";
import { planStore } from "../storage/plan.store.js";
import type { RegisteredPlan } from "../storage/plan-row.js";
import { SupportPlanConnectionType, SupportPlanType } from "../types/support-plan.type.js";
import {
  AvailablePlanType,
  JudgedPlanConnectionType,
  NeedInput,
  UnavailablePlanType,
} from "../types/unavailability.type.js";
import { judgePlans } from "./judge-plans.js";
import type { JudgedPlan } from "./judged-plan.js";
import { listPlans } from "./list-plans.js";

const VERSION = { description: "Slug of the product version." };
const COUNTRY = { nullable: true, description: "Where the customer is; what can be bought depends on it." };
const AT = { nullable: true, description: "A preview of another instant; submitting goes by the clock." };

@Resolver()
export class PlansResolver {
  @Query(() => SupportPlanConnectionType, {
    description:
      "Every plan of the account, whatever its state; those that can be used come first, among them the soonest end. Scope agreements:read.",
  })
  myPlans(
    @Arg("filter", () => PlanFilterInput, { nullable: true, description: "Which of them." })
    filter: PlanFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<RegisteredPlan>> {
    return listPlans(context, filter ?? {}, page);
  }

  @Query(() => SupportPlanType, lookUp("A plan of the account. Scope agreements:read."))
  async plan(
    @Arg("id", () => ID, { description: "Id of the plan." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<RegisteredPlan> {
    const plan = await context.db.read.of(planStore).byIdForAccount(idOf("pln", id), accountOf(context).id);
    if (plan === null) throw new RequestError("NOT_FOUND");
    return authorise(context, plan);
  }

  @Query(() => JudgedPlanConnectionType, {
    description:
      "Every plan of the account, judged for what is needed: those that can be used first. Scope agreements:read.",
  })
  async judgedPlans(
    @Arg("for", () => NeedInput, { description: "What a plan is needed for." }) need: NeedInput,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<JudgedPlan>> {
    const { productVersionId, country = null, at = null } = need;
    const { available, unavailable } = await judgePlans(context, { productVersionId, country, at });
    return connectionOfList([...available, ...unavailable], page);
  }

  @AtMost(1000)
  @Query(() => [AvailablePlanType], {
    description: "Plans that can be used for a product version. Scope agreements:read.",
  })
  async availablePlans(
    @Arg("productVersionId", () => ID, VERSION) productVersionId: string,
    @Arg("country", () => CountryCodeScalar, COUNTRY) country: string | null,
    @Arg("at", () => DateTimeScalar, AT) at: EpochMs | null,
    @Ctx() context: RequestContext,
  ): Promise<readonly JudgedPlan[]> {
    return (await judgePlans(context, { productVersionId, country: country ?? null, at: at ?? null })).available;
  }

  @AtMost(1000)
  @Query(() => [UnavailablePlanType], {
    description: "Plans that cannot be used for a product version, each with every reason. Scope agreements:read.",
  })
  async unavailablePlans(
    @Arg("productVersionId", () => ID, VERSION) productVersionId: string,
    @Arg("country", () => CountryCodeScalar, COUNTRY) country: string | null,
    @Arg("at", () => DateTimeScalar, AT) at: EpochMs | null,
    @Ctx() context: RequestContext,
  ): Promise<readonly JudgedPlan[]> {
    return (await judgePlans(context, { productVersionId, country: country ?? null, at: at ?? null })).unavailable;
  }
}
