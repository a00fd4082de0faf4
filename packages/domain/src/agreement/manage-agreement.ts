/** What staff may do with agreements: issue, adjust, extend; each with a reason that stays (F18, F56). */
import { LANGUAGES, type Language } from "../account/account.js";
import { normaliseEmail } from "../account/email.js";
import { mayAdjust } from "../plan/ledger.js";
import { isProgrammeRetired, type PlanState, planStateAt } from "../plan/plan-state.js";
import type { Programme, SupportPlan } from "../plan/support-plan.js";
import {
  addYears,
  type CivilDate,
  dayAt,
  type EpochMs,
  isCivilDate,
  isTimeZone,
  type TimeZoneName,
} from "../shared/calendar.js";
import { accept, type Refusal, type Result, refuse, refuseAll } from "../shared/result.js";
import { checkText, invalid, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import { decidePendingActivation, type PendingActivation } from "./activation.js";

/** Agreements issued by one command at most. */
export const ISSUE_MOST = 100;
const INCIDENTS_MOST = 999_999;
/** An extension reaches at most this many years past the day it had. */
const EXTENSION_YEARS = 10;

/** Whom an agreement is for: for its letter, and to find it by. */
export interface Recipient {
  readonly name: string | null;
  readonly email: string | null;
  readonly language: Language;
}

export interface IssueInput {
  readonly startsOn: CivilDate;
  /** Null: as many as the programme grants. */
  readonly incidents: number | null;
  readonly count: number;
  readonly timeZone: TimeZoneName;
  /** Null: as the programme says. */
  readonly needsActivation: boolean | null;
  readonly redeemBy: CivilDate | null;
  readonly recipientName: string | null;
  readonly recipientEmail: string | null;
  readonly language: string;
}

export interface IssueDecision {
  readonly programme: Programme;
  readonly startsOn: CivilDate;
  /** Null: unlimited. */
  readonly incidents: number | null;
  readonly count: number;
  readonly timeZone: TimeZoneName;
  /** What it waits for; null: in force from its first day. */
  readonly pending: PendingActivation | null;
  readonly recipient: Recipient;
}

type FormRefusal = Refusal<TextRefusalCode>;

const isCount = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

/** `programme` is null where the catalogue has none of that name. Nothing is issued of a retired one; an import takes what was (R2). */
export const decideIssue = (
  programme: Programme | null,
  input: IssueInput,
  at: EpochMs,
): Result<IssueDecision, TextRefusalCode> => {
  const refusals: FormRefusal[] = [];
  if (programme === null || programme.origin !== "AGREEMENT") refusals.push(invalid(["programmeId"], "choice"));
  else if (isTimeZone(input.timeZone) && isProgrammeRetired({ programme, timeZone: input.timeZone }, at))
    refusals.push(invalid(["programmeId"], "programmeOnSale"));
  if (!isCivilDate(input.startsOn)) refusals.push(invalid(["startsOn"], "day"));
  if (!isTimeZone(input.timeZone)) refusals.push(invalid(["timeZone"], "timeZone"));
  if (input.incidents !== null && !isCount(input.incidents, INCIDENTS_MOST))
    refusals.push(invalid(["incidents"], "count"));
  if (!isCount(input.count, ISSUE_MOST)) refusals.push(invalid(["count"], "count"));
  const read = readRecipient(input);
  refusals.push(...read.refusals);
  if (programme === null || refusals.length > 0) return refuseAll(refusals);
  const pending = decidePendingActivation(programme, input, dayAt(at, input.timeZone));
  if (!pending.ok) return pending;
  const { startsOn, count, timeZone } = input;
  const incidents = input.incidents ?? programme.incidents;
  return accept({ programme, startsOn, incidents, count, timeZone, pending: pending.value, recipient: read.recipient });
};

const readRecipient = (input: Pick<IssueInput, "recipientName" | "recipientEmail" | "language">) => {
  const name = input.recipientName?.trim() || null;
  const email = input.recipientEmail?.trim() || null;
  const language = LANGUAGES.find((each) => each === input.language);
  const refusals: FormRefusal[] = [
    ...checkText(name, { ...TEXT_RULES.personName, isRequired: false }, ["recipientName"]),
    ...(email !== null && normaliseEmail(email) === null ? [invalid(["recipientEmail"], "email")] : []),
    ...(language === undefined ? [invalid(["language"], "language")] : []),
  ];
  const recipient: Recipient = { name, email: email && normaliseEmail(email), language: language ?? "en" };
  return { refusals, recipient };
};

/** The reason alone: for withdrawing, and for a new pair. */
export const decideReason = (reason: string): Result<{ readonly reason: string }, TextRefusalCode> => {
  const refusals = checkText(reason, TEXT_RULES.reason, ["reason"]);
  return refusals.length > 0 ? refuseAll(refusals) : accept({ reason: reason.trim() });
};

/** Incidents given or taken: never fewer than none are left, never more than were granted. */
export const decideAdjustment = (
  plan: SupportPlan,
  { incidents, reason }: { readonly incidents: number; readonly reason: string },
): Result<{ readonly incidents: number; readonly reason: string }, TextRefusalCode | "ADJUSTMENT_NOT_POSSIBLE"> => {
  const refusals: FormRefusal[] = [...checkText(reason, TEXT_RULES.reason, ["reason"])];
  if (!isCount(Math.abs(incidents), INCIDENTS_MOST)) refusals.push(invalid(["incidents"], "count"));
  if (refusals.length > 0) return refuseAll(refusals);
  if (plan.revokedAt !== null || !mayAdjust(plan, incidents)) return refuse("ADJUSTMENT_NOT_POSSIBLE", ["incidents"]);
  return accept({ incidents, reason: reason.trim() });
};

/** A later last day; an agreement is never shortened, a withdrawn one stays withdrawn, and one that waits for its holder has no end yet. */
export const decideExtension = (
  plan: Pick<SupportPlan, "endsOn" | "revokedAt" | "redeemEndsAt">,
  { endsOn, reason }: { readonly endsOn: CivilDate; readonly reason: string },
): Result<{ readonly endsOn: CivilDate; readonly reason: string }, TextRefusalCode | "ADJUSTMENT_NOT_POSSIBLE"> => {
  const refusals: FormRefusal[] = [...checkText(reason, TEXT_RULES.reason, ["reason"])];
  const isWaiting = (plan.redeemEndsAt ?? null) !== null;
  if (!isCivilDate(endsOn)) refusals.push(invalid(["endsOn"], "day"));
  else if (isWaiting) return refuse("ADJUSTMENT_NOT_POSSIBLE", ["endsOn"]);
  else if (endsOn <= plan.endsOn || endsOn > addYears(plan.endsOn, EXTENSION_YEARS))
    refusals.push(invalid(["endsOn"], "laterDay"));
  if (refusals.length > 0) return refuseAll(refusals);
  if (plan.revokedAt !== null) return refuse("ADJUSTMENT_NOT_POSSIBLE", ["endsOn"]);
  return accept({ endsOn, reason: reason.trim() });
};

/** Nothing of it can be used, until somebody gives it more time. */
const OVER: ReadonlySet<PlanState> = new Set(["EXPIRED", "LAPSED", "REVOKED"]);

/** Incidents as a weight: an agreement without a count weighs as much as the largest with one. */
export const weightOf = (incidents: number | null): number => incidents ?? INCIDENTS_MOST;

/** What can be used of an agreement, now or once it begins, as a weight. */
export const usableIncidents = (plan: SupportPlan, now: EpochMs): number =>
  OVER.has(planStateAt(plan, now)) ? 0 : weightOf(plan.incidentsRemaining);
