/** Puts what the page has loaded into the shape the rules of the six steps ask for; decides nothing itself. */
import type {
  AskedForm,
  DraftContent,
  FlowStep,
  Refusal,
  StepContext,
  StepState,
  SubmissionContext,
} from "@accord/domain";
import { profileOf } from "./account-of-viewer";
import type { CardState } from "./frame/step-card";
import type { FlowStartQuery } from "./new-request-page.generated";
import type { PlansForVersionQuery } from "./steps/plan/form.generated";
import type { ChosenProductQuery } from "./steps/problem/form.generated";

/** Addresses of the steps: /requests/new/:draftId/:step. */
export const STEP_SLUGS = {
  PROBLEM: "problem",
  PLAN: "plan",
  PRIMARY_CONTACT: "primary-contact",
  SHARING: "sharing",
  REVIEW: "review",
  CONFIRMATION: "confirmation",
} as const satisfies Record<FlowStep, string>;

/** The step of an address, or null for an address that is none. */
export const stepOfSlug = (slug: string | undefined): FlowStep | null => {
  const found = Object.entries(STEP_SLUGS).find(([, own]) => own === slug);
  return found ? (found[0] as FlowStep) : null;
};

/** Where the field of a refusal stands, by the first part of its path. */
const STEP_OF_FIELD: Readonly<Record<string, FlowStep>> = {
  productId: "PROBLEM",
  productVersionId: "PROBLEM",
  categoryId: "PROBLEM",
  problemId: "PROBLEM",
  dialogueWalk: "PROBLEM",
  answers: "PROBLEM",
  title: "PROBLEM",
  description: "PROBLEM",
  planId: "PLAN",
  severity: "PLAN",
  support24x7: "PLAN",
  country: "PLAN",
  timeZone: "PLAN",
  primaryContact: "PRIMARY_CONTACT",
  additionalContacts: "SHARING",
};

/** Path inside the draft: the server may name the argument first. */
export const draftPathOf = (path: readonly string[] | null | undefined): readonly string[] =>
  path?.[0] === "input" ? path.slice(1) : (path ?? []);

/** The step of a refusal's path; null when it concerns the whole request. */
export const stepOfPath = (path: readonly string[]): FlowStep | null => STEP_OF_FIELD[path[0] ?? ""] ?? null;

interface Loaded {
  readonly content: DraftContent;
  readonly start: FlowStartQuery;
  readonly product: ChosenProductQuery["product"] | undefined;
  readonly plans: PlansForVersionQuery | undefined;
  readonly form: AskedForm | null | undefined;
}

/** The chosen plan with its reasons; null when it is in neither list. */
function judgedPlan(planId: string | null, plans: PlansForVersionQuery | undefined): SubmissionContext["judged"] {
  const available = plans?.availablePlans.find(({ plan }) => plan.id === planId);
  if (available) return { plan: available.plan, unavailableBecause: [] };
  const unavailable = plans?.unavailablePlans.find(({ plan }) => plan.id === planId);
  return unavailable ? { plan: unavailable.plan, unavailableBecause: unavailable.reasons } : null;
}

export function contextOf({ content, start, product, plans, form }: Loaded): StepContext {
  const { account } = start.viewer;
  const version = product?.versions.find((one) => one.id === content.productVersionId);
  return {
    account: {
      id: account.id,
      email: account.email,
      isEmailProven: account.isEmailProven,
      profile: profileOf(account),
    },
    product: product ?? null,
    version: version && product ? { id: version.id, productId: product.id } : null,
    topic: product ?? null,
    portal: product ? { ...product.portal, nameRo: product.portal.name } : null,
    judged: judgedPlan(content.planId, plans),
    countries: start.countries,
    form: form ?? null,
  };
}

/** What can be mended on a step as it stands: the fields behind the choice of a product or a plan are there once it is made. */
export function mendableOf(step: FlowStep, content: DraftContent, lacking: readonly Refusal[]): readonly Refusal[] {
  if (step === "PROBLEM" && !content.productId && lacking.length > 0)
    return [{ code: "INPUT_REQUIRED", path: ["productId"], params: {} }];
  const ofPlan = step === "PLAN" ? lacking.filter(({ path }) => path?.[0] === "planId") : [];
  if (ofPlan.length > 0) return ofPlan;
  // A problem is chosen within its category.
  return content.categoryId ? lacking : lacking.filter(({ path }) => path?.[0] !== "problemId");
}

/** How a card shows the state of its step. */
export const cardStateOf = (state: StepState): CardState =>
  state === "CURRENT" ? "open" : state === "LOCKED" ? "future" : "done";
