/** Whom a pack changes the outcome for: plans and open drafts judged by the same rules before and after it (F58). */

import {
  type Account,
  type CatalogueSide,
  type CoverageShift,
  coverageShifts,
  decideSubmission,
  type EpochMs,
  isAnsweredDifferently,
  judgeEntitlement,
  type PackKind,
  type Refusal,
  type RequestDraft,
  type SupportPlan,
  shiftsOfPlan,
  startOfDay,
} from "@accord/domain";
import type { ReadStores } from "../../kernel/db/index.js";
import { planStore } from "../agreements/module.js";
import { CatalogueIndex, LIFECYCLE_ZONE } from "../catalogue/module.js";
import { accountStore } from "../identity/module.js";
import { compileCatalogue } from "./compile.js";
import { openDrafts } from "./find-errors-of-use.js";
import type { PackContents } from "./shapes.js";
import type { TouchablePlan } from "./storage/pack.store.js";
import { packStore } from "./storage/pack.store.js";
import type { PackContext, ValidPack } from "./validate-pack.js";

/** A plan that can be used for other versions than before. */
export interface ChangedPlan {
  readonly id: string;
  readonly programmeId: string;
  readonly origin: TouchablePlan["origin"];
  readonly endsOn: string;
  /** The first instant at which it differs. */
  readonly from: EpochMs;
  /** Versions it loses and gains, at some time of its term. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** A draft that would be answered otherwise if it was submitted. */
export interface ChangedDraft {
  readonly id: string;
  readonly accountId: string;
  readonly productVersionId: string | null;
  readonly before: readonly Refusal[];
  readonly after: readonly Refusal[];
}

export interface PackImpact {
  readonly plans: readonly ChangedPlan[];
  readonly drafts: readonly ChangedDraft[];
}

/** Kinds no decision about a plan or a draft reads. */
const WITHOUT_OUTCOME: ReadonlySet<PackKind> = new Set(["TEAMS", "PARTNER_TENANTS", "TAXES"]);

export const computeImpact = async (
  stores: ReadStores,
  examined: ValidPack,
  ground: PackContext,
): Promise<PackImpact> => {
  if (WITHOUT_OUTCOME.has(examined.kind)) return { plans: [], drafts: [] };
  const [before, after] = [indexOf(examined.before), indexOf(examined.after)];
  const at = Math.max(ground.now, startOfDay(examined.effectiveOn, ground.zone));
  return {
    plans: await changedPlans(stores, { before, after, from: at, lifecycleZone: LIFECYCLE_ZONE }),
    drafts: await changedDrafts(stores, { before, after }, ground.now, at),
  };
};

const indexOf = (packs: Partial<PackContents>): CatalogueIndex =>
  new CatalogueIndex({
    ...compileCatalogue(packs),
    severities: [],
    dataVersion: "",
    packSetId: null,
    inForceSince: {},
  });

interface Sides<Side extends CatalogueSide> {
  readonly before: Side;
  readonly after: Side;
}

const PAGE = 1000;

const changedPlans = async (
  stores: ReadStores,
  question: Sides<CatalogueSide> & { readonly from: EpochMs; readonly lifecycleZone: string },
): Promise<ChangedPlan[]> => {
  const known = new Map<string, readonly CoverageShift[]>();
  const shiftsFor = ({ programmeId, timeZone }: TouchablePlan): readonly CoverageShift[] => {
    const key = `${programmeId} ${timeZone}`;
    const found = known.get(key) ?? coverageShifts({ ...question, programmeId, timeZone });
    known.set(key, found);
    return found;
  };
  const changed: ChangedPlan[] = [];
  for (let after = ""; ; ) {
    const plans = await stores.of(packStore).plansFrom(question.from, after, PAGE);
    for (const plan of plans) {
      const shifts = shiftsOfPlan(plan, shiftsFor(plan));
      if (shifts.length > 0) changed.push(tell(plan, shifts, question.from));
    }
    const last = plans.at(-1);
    if (last === undefined || plans.length < PAGE) return changed;
    after = last.id;
  }
};

const tell = (plan: TouchablePlan, shifts: readonly CoverageShift[], from: EpochMs): ChangedPlan => {
  const versions = (isCoveredAfter: boolean): string[] => [
    ...new Set(shifts.filter((shift) => shift.isCoveredAfter === isCoveredAfter).map(({ versionId }) => versionId)),
  ];
  return {
    id: plan.id,
    programmeId: plan.programmeId,
    origin: plan.origin,
    endsOn: plan.endsOn,
    from: Math.max(from, plan.startsAt, Math.min(...shifts.map((shift) => shift.from))),
    lost: versions(false),
    gained: versions(true),
  };
};

const changedDrafts = async (
  stores: ReadStores,
  { before, after }: Sides<CatalogueIndex>,
  now: EpochMs,
  at: EpochMs,
): Promise<ChangedDraft[]> => {
  const changed: ChangedDraft[] = [];
  for await (const draft of openDrafts(stores, now)) {
    const { planId } = draft.content;
    const plan = planId === null ? null : await stores.of(planStore).byIdForAccount(planId, draft.accountId);
    const [account] = await stores.of(accountStore).byIds([draft.accountId]);
    if (account === undefined) continue;
    const answers = [before, after].map((catalogue) => answerOf(draft, { account, plan, catalogue, at }));
    const [was = [], is = []] = answers;
    if (isAnsweredDifferently(was, is))
      changed.push({
        id: draft.id,
        accountId: draft.accountId,
        productVersionId: draft.content.productVersionId,
        before: was,
        after: is,
      });
  }
  return changed;
};

/** Every refusal the draft would meet if it was submitted as it is. */
const answerOf = (
  { content }: RequestDraft,
  {
    account,
    plan,
    catalogue,
    at,
  }: {
    readonly account: Account;
    readonly plan: SupportPlan | null;
    readonly catalogue: CatalogueIndex;
    readonly at: EpochMs;
  },
): readonly Refusal[] => {
  const version = catalogue.versions.get(content.productVersionId ?? "") ?? null;
  const product = version === null ? null : (catalogue.products.get(version.productId) ?? null);
  const programme = plan === null ? undefined : catalogue.programmes.get(plan.programme.id);
  const isJudged = plan !== null && version !== null && programme !== undefined;
  const decided = decideSubmission({
    input: content,
    account,
    version,
    product,
    topic: product === null ? null : (catalogue.topics.get(product.family) ?? null),
    portal: product === null ? null : (catalogue.portals.get(product.portalId) ?? null),
    judged: isJudged ? judgeEntitlement({ ...plan, programme }, catalogue.needOf(version, at)) : null,
    countries: catalogue.all.countries,
  });
  return decided.ok ? [] : decided.refusals;
};
