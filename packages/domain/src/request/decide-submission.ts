/** Step 6: may this request be opened now? Every refusal at once, each with its field (R6, R33, R60, R68-R70, R86; E1, E2). */
import { accept, type Result, refuseAll } from "../shared/result.js";
import { checkZone, type ZoneCheck } from "./check-zone.js";
import { decideAdditionalContact, decideContact, isSubmitterContact, mergeContacts } from "./contacts.js";
import type { ContactDetails } from "./draft.js";
import {
  checkPlan,
  checkPrimaryContact,
  checkProblem,
  checkSharing,
  handledElsewhere,
  type SubmissionContext,
  type SubmissionInput,
  type SubmissionRefusal,
  type SubmissionRefusalCode,
} from "./step-checks.js";
import type { Severity } from "./support-request.js";

/** A request as it is stored: text exactly as typed, addresses and phones in their comparable form, each person once. */
export interface SubmittedRequest {
  readonly productVersionId: string;
  readonly categoryId: string;
  readonly problemId: string;
  readonly title: string;
  readonly description: string;
  readonly planId: string;
  readonly severity: Severity;
  readonly support24x7: boolean;
  readonly country: string;
  readonly timeZone: string;
  readonly primaryContact: ContactDetails;
  readonly additionalContacts: readonly ContactDetails[];
  /** False: the submitter will not see the request (R88, E8). */
  readonly isSubmitterContact: boolean;
  /** A mismatch is a warning (E5). */
  readonly zoneCheck: ZoneCheck;
}

/** Judged at any hour and on any day: nothing here asks for business hours (R3). */
export const decideSubmission = (
  question: SubmissionContext & { readonly input: SubmissionInput },
): Result<SubmittedRequest, SubmissionRefusalCode> => {
  const { input, ...context } = question;
  const refusals = refusalsOf(input, context);
  const written = refusals.length === 0 ? write(input, context) : null;
  return written === null ? refuseAll(refusals) : accept(written);
};

const refusalsOf = (input: SubmissionInput, context: SubmissionContext): readonly SubmissionRefusal[] => {
  const profile: readonly SubmissionRefusal[] =
    context.account.profile === null ? [{ code: "PROFILE_INCOMPLETE", path: null, params: {} }] : [];
  const elsewhere = handledElsewhere(context);
  // Where the request belongs to another portal, nothing else about it matters here.
  if (elsewhere !== null) return [...profile, elsewhere];
  return [
    ...profile,
    ...checkProblem(input, context),
    ...checkPlan(input, context),
    ...checkPrimaryContact(input),
    ...checkSharing(input),
  ];
};

/** Null never happens after the checks; it keeps the types honest without assertions. */
const write = (input: SubmissionInput, context: SubmissionContext): SubmittedRequest | null => {
  const { productVersionId, categoryId, problemId, planId, severity, country, timeZone, primaryContact } = input;
  const place = context.countries.find((candidate) => candidate.code === country);
  if (
    !productVersionId ||
    !categoryId ||
    !problemId ||
    !planId ||
    !severity ||
    !country ||
    !timeZone ||
    !place ||
    !primaryContact
  )
    return null;
  const contacts = mergeContacts(
    stored(primaryContact, decideContact),
    input.additionalContacts.map((contact) => stored(contact, decideAdditionalContact)),
  );
  return {
    productVersionId,
    categoryId,
    problemId,
    planId,
    severity,
    country,
    timeZone,
    title: input.title,
    description: input.description,
    support24x7: input.support24x7,
    primaryContact: contacts.primary,
    additionalContacts: contacts.additional,
    isSubmitterContact: isSubmitterContact(context.account, [contacts.primary, ...contacts.additional]),
    zoneCheck: checkZone(place, timeZone),
  };
};

const stored = (contact: ContactDetails, decide: typeof decideContact): ContactDetails => {
  const decided = decide(contact, []);
  return decided.ok ? decided.value : contact;
};
