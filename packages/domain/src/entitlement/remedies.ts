/** What helps against each reason. No remedy is named that would itself be refused (F11, R47, R50, R64, R71). */
import type { Portal, ProductVersion } from "../catalogue/product.js";
import type { Programme, SupportPlan } from "../plan/support-plan.js";
import { type CivilDate, startOfDay } from "../shared/calendar.js";
import { isAvailable, judgeEntitlement, type UnavailabilityReason } from "./judge-entitlement.js";
import type { Need } from "./need.js";
import { phaseOfNeed } from "./phase-of-need.js";
import { planIfBought } from "./plan-if-bought.js";
import type { UnavailabilityReasonCode } from "./reasons/index.js";

export const REMEDY_KINDS = [
  "CHOOSE_VERSION",
  "CHOOSE_OTHER_PLAN",
  "ADD_AGREEMENT",
  "BUY_INCIDENT",
  "USE_PERSONAL_ACCOUNT",
  "USE_OTHER_PORTAL",
  "WAIT_UNTIL",
  "CONTACT_VENDOR",
  "READ_ARTICLE",
] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

export interface Remedy {
  readonly kind: RemedyKind;
  /** Parameters of the sentence; civil dates as in UnavailabilityReason. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly productVersionId: string | null;
  readonly planId: string | null;
  readonly on: CivilDate | null;
  readonly articleId: string | null;
  readonly portalId: string | null;
}

export interface RemedyContext {
  readonly plan: SupportPlan;
  readonly need: Need;
  /** Every version of the needed product. */
  readonly versionsOfProduct: readonly ProductVersion[];
  /** The account's other plans; the plan itself may be among them. */
  readonly otherPlans: readonly SupportPlan[];
  /** The portal of the needed product. */
  readonly portal: Portal;
  /** From `capabilitiesOf`. */
  readonly canAddAgreement: boolean;
  readonly canPurchase: boolean;
  /** Only a personal account buys (R72): this person may go on with one, and would find something to buy. */
  readonly couldPurchaseWithPersonalAccount: boolean;
  /** Programmes whose agreements this kind of account may register. */
  readonly agreementProgrammes: readonly Programme[];
  /** Programmes an incident can be bought of now, where the customer is; empty until purchase is enabled. */
  readonly offeredProgrammes: readonly Programme[];
  /** The help articles this portal has: a remedy never leads to a missing page. */
  readonly articleIds: Pick<ReadonlySet<string>, "has">;
}

type Way = (context: RemedyContext) => Remedy | null;

const remedy = (kind: RemedyKind, facts: Partial<Remedy> = {}): Remedy => ({
  kind,
  params: {},
  productVersionId: null,
  planId: null,
  on: null,
  articleId: null,
  portalId: null,
  ...facts,
});

/** Requests for a product of another portal are refused here whatever the plan: nothing but the way there helps. */
const here =
  (way: Way): Way =>
  (context) =>
    context.portal.isHere ? way(context) : null;

const otherPortal: Way = ({ portal }) =>
  portal.isHere
    ? null
    : remedy("USE_OTHER_PORTAL", { portalId: portal.id, params: { portal: portal.name, portalRo: portal.nameRo } });

/**
 * A version that may have been meant: another edition of the same release, or, where the chosen one is not out yet, one that is.
 * Whoever has an old version broken is not helped by a newer one (decision 33).
 */
const mayBeMeant = (need: Need, { id, releasedOn }: ProductVersion): boolean => {
  const chosen = need.version;
  if (id === chosen.id || releasedOn === null || chosen.releasedOn === null) return false;
  return releasedOn === chosen.releasedOn || (releasedOn < chosen.releasedOn && phaseOfNeed(need) === "NOT_RELEASED");
};

const otherVersion: Way = here(({ plan, need, versionsOfProduct }) => {
  const newestFirst = versionsOfProduct
    .filter((version) => mayBeMeant(need, version))
    .sort((a, b) => (b.releasedOn ?? "").localeCompare(a.releasedOn ?? "") || a.rank - b.rank);
  const covered = newestFirst.find((version) => isAvailable(judgeEntitlement(plan, { ...need, version })));
  return covered === undefined
    ? null
    : remedy("CHOOSE_VERSION", { productVersionId: covered.id, params: { version: covered.name } });
});

const otherPlan: Way = here(({ plan, need, otherPlans }) => {
  const usable = otherPlans.find((other) => other.id !== plan.id && isAvailable(judgeEntitlement(other, need)));
  return usable === undefined
    ? null
    : remedy("CHOOSE_OTHER_PLAN", {
        planId: usable.id,
        params: { programme: usable.programme.name, programmeRo: usable.programme.nameRo },
      });
});

/** Whether a new plan of one of these programmes could be used. */
const oneCovers = (programmes: readonly Programme[], { need, plan }: RemedyContext): boolean =>
  programmes.some((programme) => isAvailable(judgeEntitlement(planIfBought(programme, need.at, plan.timeZone), need)));

const addAgreement: Way = here((context) =>
  context.canAddAgreement && oneCovers(context.agreementProgrammes, context) ? remedy("ADD_AGREEMENT") : null,
);

const buyIncident: Way = here((context) => {
  const { canPurchase, couldPurchaseWithPersonalAccount, offeredProgrammes } = context;
  if (!canPurchase && !couldPurchaseWithPersonalAccount) return null;
  if (!oneCovers(offeredProgrammes, context)) return null;
  return remedy(canPurchase ? "BUY_INCIDENT" : "USE_PERSONAL_ACCOUNT");
});

const waitUntil = (dayOf: (context: RemedyContext) => { on: CivilDate | null; zone: string }): Way =>
  here((context) => {
    const { on, zone } = dayOf(context);
    if (on === null) return null;
    const then = { ...context.need, at: Math.max(startOfDay(on, zone), context.need.at) };
    return isAvailable(judgeEntitlement(context.plan, then)) ? remedy("WAIT_UNTIL", { on, params: { on } }) : null;
  });

const untilItBegins = waitUntil(({ plan }) => ({ on: plan.startsOn, zone: plan.timeZone }));
const untilItIsReleased = waitUntil(({ need }) => ({ on: need.version.releasedOn, zone: need.lifecycleZone }));

/** The ways out of each reason, the most useful first. */
const WAYS: Readonly<Record<UnavailabilityReasonCode, readonly Way[]>> = {
  EXPIRED: [otherPortal, otherPlan, addAgreement, buyIncident],
  NO_INCIDENTS_LEFT: [otherPortal, otherPlan, addAgreement, buyIncident],
  REVOKED: [otherPortal, otherPlan, addAgreement, buyIncident],
  NOT_YET_ACTIVE: [otherPortal, untilItBegins, otherPlan, addAgreement, buyIncident],
  PROGRAMME_RETIRED: [otherPortal, otherPlan, addAgreement, buyIncident],
  ON_PREMISES_PRODUCTS_ONLY: [otherPortal, otherPlan, addAgreement, buyIncident],
  CLOUD_PRODUCTS_ONLY: [otherPortal, otherPlan, addAgreement, buyIncident],
  PRODUCT_NOT_COVERED: [otherPortal, otherPlan, addAgreement, buyIncident],
  LIFECYCLE_PHASE_NOT_COVERED: [otherPortal, otherVersion, untilItIsReleased, otherPlan, buyIncident, addAgreement],
  VERSION_TOO_OLD: [otherPortal, otherVersion, otherPlan, buyIncident, addAgreement],
};

/** Help pages by reason, the most fitting first; the first one the portal has is named. */
const ARTICLES: Readonly<Partial<Record<UnavailabilityReasonCode, readonly string[]>>> = {
  ON_PREMISES_PRODUCTS_ONLY: ["portal-which-portal"],
  VERSION_TOO_OLD: ["portal-n-1-rule"],
};
const GENERAL_ARTICLES = ["portal-plan-unavailable"];

/** Only the vendor can undo these: the vendor is named even when there is another way. */
const VENDOR_DECIDES: readonly UnavailabilityReasonCode[] = ["REVOKED"];

/** At least one remedy for every reason, in the order they help. */
export const remediesFor = (reason: Pick<UnavailabilityReason, "code">, context: RemedyContext): readonly Remedy[] => {
  const ways = WAYS[reason.code].flatMap((way) => way(context) ?? []);
  if (ways.length === 0 || VENDOR_DECIDES.includes(reason.code)) ways.push(remedy("CONTACT_VENDOR"));
  const article = [...(ARTICLES[reason.code] ?? []), ...GENERAL_ARTICLES].find((id) => context.articleIds.has(id));
  return article === undefined ? ways : [...ways, remedy("READ_ARTICLE", { articleId: article })];
};
