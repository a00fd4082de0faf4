/** The account's plans judged for a product version: one read, everything else in memory (R34, R36-R46, R64, R66; W1). */
import { type EpochMs, type Judgement, partitionPlans } from "@accord/domain";
import { accountOf, authorise, type RequestContext } from "../../../kernel/graphql/context.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { planStore } from "../storage/plan.store.js";
import { JudgedPlan } from "./judged-plan.js";

export interface JudgedPlans {
  readonly available: readonly JudgedPlan[];
  readonly unavailable: readonly JudgedPlan[];
}

/** Both lists of one request come from one look: a plan is in exactly one of them. */
const looks = new WeakMap<RequestContext, Map<string, Promise<JudgedPlans>>>();

export interface AskedPlans {
  readonly productVersionId: string;
  /** Where the customer is; null: where the profile says. */
  readonly country: string | null;
  /** A preview of another instant; null: now. */
  readonly at: EpochMs | null;
}

/**
 * Plans are judged for products of other portals too (G14).
 * @throws RequestError NOT_FOUND for an unknown version, BAD_USER_INPUT for a country that is not on the list
 */
export const judgePlans = (
  context: RequestContext,
  { productVersionId, country, at }: AskedPlans,
): Promise<JudgedPlans> => {
  const own = looks.get(context) ?? new Map<string, Promise<JudgedPlans>>();
  looks.set(context, own);
  const key = `${productVersionId} ${country ?? ""} ${at ?? ""}`;
  const look = own.get(key) ?? judge(context, { productVersionId, country, at });
  own.set(key, look);
  return look;
};

const judge = async (context: RequestContext, asked: AskedPlans): Promise<JudgedPlans> => {
  const { productVersionId, country } = asked;
  if (country !== null && !context.catalogue.countries.has(country))
    throw new RequestError("BAD_USER_INPUT", {
      detail: "`country` is not on the list of `countries`.",
      inputPath: ["country"],
    });
  const version = context.catalogue.versions.get(productVersionId);
  if (version === undefined) throw new RequestError("NOT_FOUND", { id: productVersionId });
  const need = context.catalogue.needOf(version, asked.at ?? context.now);
  const plans = await context.db.read.of(planStore).ofAccount(accountOf(context).id);
  for (const plan of plans) authorise(context, plan);
  const { available, unavailable } = partitionPlans(plans, need);
  const judged = (judgement: Judgement): JudgedPlan => new JudgedPlan(judgement, need, plans, country);
  return { available: available.map(judged), unavailable: unavailable.map(judged) };
};
