/** What each step of the flow needs before it is done: the same checks for a step and for the submission (R33, R34, R60, R68-R70, R80, R82). */
import type { Account } from "../account/account.js";
import type { Portal, Product, ProductVersion } from "../catalogue/product.js";
import type { UnavailabilityReason } from "../entitlement/judge-entitlement.js";
import type { Country } from "../region/region.js";
import { isTimeZone } from "../shared/calendar.js";
import type { Refusal } from "../shared/result.js";
import { checkText, invalid, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import { CONTACT_LIMIT, decideAdditionalContact, decideContact, mergeContacts } from "./contacts.js";
import type { DraftContent } from "./draft.js";
import { offersSupport24x7 } from "./severity.js";
import { SEVERITIES } from "./support-request.js";

export type SubmissionRefusalCode =
  | TextRefusalCode
  | "PROFILE_INCOMPLETE"
  | "HANDLED_BY_OTHER_PORTAL"
  | "PLAN_UNAVAILABLE"
  | "SUPPORT_24X7_NEEDS_CRITICAL"
  | "CONTACT_LIMIT_REACHED";
export type SubmissionRefusal = Refusal<SubmissionRefusalCode>;

/** What the six steps gather. What was said to the virtual agent is judged by its tree (decideWalk), answers by their form (decideAnswers). */
export type SubmissionInput = Omit<DraftContent, "productId" | "dialogueWalk" | "answers" | "completedSteps">;

/** What the catalogue and the account's plans say about the input. Null: nothing was chosen, or it does not exist. */
export interface SubmissionContext {
  readonly account: Pick<Account, "id" | "email" | "isEmailProven" | "profile">;
  readonly product: Pick<Product, "id" | "family"> | null;
  readonly version: Pick<ProductVersion, "id" | "productId"> | null;
  /** The topic of the product's family. */
  readonly topic: TopicIds | null;
  readonly portal: Pick<Portal, "isHere" | "name" | "nameRo"> | null;
  /** The chosen plan, judged for the chosen version now. */
  readonly judged: JudgedPlan | null;
  readonly countries: readonly Pick<Country, "code" | "timeZones">[];
}

/** Only what the checks read, so that a page may ask with what it has. */
export interface TopicIds {
  readonly family: string;
  readonly categories: readonly { readonly id: string; readonly problems: readonly { readonly id: string }[] }[];
}

export interface JudgedPlan {
  readonly plan: { readonly id: string };
  readonly unavailableBecause: readonly Pick<UnavailabilityReason, "code" | "number">[];
}

const required = (path: string): SubmissionRefusal => ({ code: "INPUT_REQUIRED", path: [path], params: {} });

/** Step 1: a version of a product of this portal, a category of its family, a problem of that category, title and description. */
export const checkProblem = (input: SubmissionInput, context: SubmissionContext): readonly SubmissionRefusal[] => {
  const elsewhere = handledElsewhere(context);
  if (elsewhere !== null) return [elsewhere];
  return [
    ...checkVersion(input, context),
    ...checkTopic(input, context),
    ...checkText(input.title, TEXT_RULES.title, ["title"]),
    ...checkText(input.description, TEXT_RULES.description, ["description"]),
  ];
};

/** Requests for a product of another portal are opened there (R25-R29). */
export const handledElsewhere = (context: SubmissionContext): SubmissionRefusal | null =>
  context.portal === null || context.portal.isHere
    ? null
    : {
        code: "HANDLED_BY_OTHER_PORTAL",
        path: ["productVersionId"],
        params: { portal: context.portal.name, portalRo: context.portal.nameRo },
      };

const checkVersion = (
  input: SubmissionInput,
  { product, version }: SubmissionContext,
): readonly SubmissionRefusal[] => {
  if (!input.productVersionId) return [required("productVersionId")];
  const fits =
    product !== null && version !== null && version.id === input.productVersionId && version.productId === product.id;
  return fits ? [] : [invalid(["productVersionId"], "choice")];
};

const checkTopic = (input: SubmissionInput, { product, topic }: SubmissionContext): readonly SubmissionRefusal[] => {
  const family = topic !== null && product !== null && topic.family === product.family ? topic : null;
  const category = family?.categories.find((candidate) => candidate.id === input.categoryId);
  const problem = category?.problems.find((candidate) => candidate.id === input.problemId);
  const refusals: SubmissionRefusal[] = [];
  if (!input.categoryId) refusals.push(required("categoryId"));
  else if (category === undefined) refusals.push(invalid(["categoryId"], "choice"));
  if (!input.problemId) refusals.push(required("problemId"));
  else if (category !== undefined && problem === undefined) refusals.push(invalid(["problemId"], "choice"));
  return refusals;
};

/** Step 2: a plan that can be used, a severity, 24/7 only with critical, a country and a zone. */
export const checkPlan = (input: SubmissionInput, context: SubmissionContext): readonly SubmissionRefusal[] => [
  ...checkPlanChoice(input, context),
  ...checkSeverity(input),
  ...checkPlace(input, context),
];

const checkPlanChoice = (input: SubmissionInput, { judged }: SubmissionContext): readonly SubmissionRefusal[] => {
  if (!input.planId) return [required("planId")];
  if (judged === null || judged.plan.id !== input.planId) return [invalid(["planId"], "choice")];
  const [reason] = judged.unavailableBecause;
  return reason === undefined
    ? []
    : [{ code: "PLAN_UNAVAILABLE", path: ["planId"], params: { reason: reason.code, number: reason.number } }];
};

const checkSeverity = (input: SubmissionInput): readonly SubmissionRefusal[] => {
  if (input.severity === null) return [required("severity")];
  if (!SEVERITIES.includes(input.severity)) return [invalid(["severity"], "choice")];
  return input.support24x7 && !offersSupport24x7(input.severity)
    ? [{ code: "SUPPORT_24X7_NEEDS_CRITICAL", path: ["support24x7"], params: {} }]
    : [];
};

const checkPlace = (input: SubmissionInput, { countries }: SubmissionContext): readonly SubmissionRefusal[] => {
  const refusals: SubmissionRefusal[] = [];
  if (!input.country) refusals.push(required("country"));
  else if (!countries.some((country) => country.code === input.country)) refusals.push(invalid(["country"], "country"));
  if (!input.timeZone) refusals.push(required("timeZone"));
  else if (!isTimeZone(input.timeZone)) refusals.push(invalid(["timeZone"], "timeZone"));
  return refusals;
};

/** Step 3: one person the engineer can reach. */
export const checkPrimaryContact = (input: SubmissionInput): readonly SubmissionRefusal[] => {
  if (input.primaryContact === null) return [required("primaryContact")];
  const decided = decideContact(input.primaryContact, ["primaryContact"]);
  return decided.ok ? [] : decided.refusals;
};

/** Step 4: additional contacts, none at all being fine, within the limit after merging. */
export const checkSharing = (input: SubmissionInput): readonly SubmissionRefusal[] => {
  const refusals: SubmissionRefusal[] = input.additionalContacts.flatMap((contact, index) => {
    const decided = decideAdditionalContact(contact, ["additionalContacts", String(index)]);
    return decided.ok ? [] : decided.refusals;
  });
  if (input.primaryContact === null || refusals.length > 0) return refusals;
  const merged = mergeContacts(input.primaryContact, input.additionalContacts);
  return merged.additional.length + 1 > CONTACT_LIMIT
    ? [{ code: "CONTACT_LIMIT_REACHED", path: ["additionalContacts"], params: { limit: CONTACT_LIMIT } }]
    : [];
};
