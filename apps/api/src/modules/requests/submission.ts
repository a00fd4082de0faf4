/** What the catalogue says about a submission, and its refusals with what their error types tell (E1, E2, R25-R29). */
import {
  type EpochMs,
  type Judgement,
  judgeEntitlement,
  type ProductVersion,
  type Refusal,
  type SubmissionContext,
} from "@accord/domain";
import { accountOf, authorise, type RequestContext } from "../../kernel/graphql/context.js";
import type { Extras, Outcome, TellingRefusal } from "../../kernel/graphql/payload.js";
import { JudgedPlan, planStore } from "../agreements/module.js";

export interface SubmissionRefusals {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
  readonly planId: string;
  readonly input: { readonly productVersionId: string; readonly country?: string | null };
  /** The instant they were judged at. */
  readonly at: EpochMs;
}

export const submissionContext = (
  context: RequestContext,
  version: ProductVersion | null,
  judged: Judgement | null,
): SubmissionContext => {
  const { catalogue } = context;
  const product = version === null ? null : catalogue.productOf(version);
  return {
    account: accountOf(context),
    product,
    version,
    topic: product === null ? null : (catalogue.topics.get(product.family) ?? null),
    portal: product === null ? null : catalogue.portalOf(product),
    judged,
    countries: catalogue.all.countries,
  };
};

/** PLAN_UNAVAILABLE carries the plan and all its reasons, HANDLED_BY_OTHER_PORTAL the portal. */
export const tellRefusals = async (context: RequestContext, refused: SubmissionRefusals): Promise<Outcome<never>> => {
  const refusals = await Promise.all(
    refused.refusals.map(async (refusal): Promise<TellingRefusal> => {
      const extras = await extrasOf(context, refusal, refused);
      return extras === null ? refusal : { ...refusal, extras };
    }),
  );
  return { ok: false, refusals };
};

const extrasOf = async (
  context: RequestContext,
  refusal: Refusal,
  { planId, input, at }: SubmissionRefusals,
): Promise<Extras | null> => {
  const version = context.catalogue.versions.get(input.productVersionId);
  if (version === undefined) return null;
  const need = context.catalogue.needOf(version, at);
  if (refusal.code === "HANDLED_BY_OTHER_PORTAL")
    return { kind: "OtherPortalError", portal: context.catalogue.portalOf(need.product) };
  if (refusal.code !== "PLAN_UNAVAILABLE") return null;
  const plans = await context.db.read.of(planStore).ofAccount(accountOf(context).id);
  const plan = plans.find((candidate) => candidate.id === planId);
  if (plan === undefined) return null;
  authorise(context, plan);
  const judged = new JudgedPlan(judgeEntitlement(plan, need), need, plans, input.country ?? null);
  return { kind: "PlanUnavailableError", plan, reasons: judged.reasons };
};
