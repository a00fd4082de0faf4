/** Activation: an agreement is issued first and made usable by its holder, within a time the programme sets (R56, S12, S17, G7). */
import type { ActivationRule, TermBasis } from "../plan/activation-rule.js";
import type { Programme, SupportPlan } from "../plan/support-plan.js";
import {
  addMonths,
  addYears,
  type CivilDate,
  dayAt,
  daysBetween,
  type EpochMs,
  isCivilDate,
  type TimeZoneName,
} from "../shared/calendar.js";
import { accept, type Refusal, type Result, refuse, refuseAll } from "../shared/result.js";
import { checkText, invalid, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import { type AgreementTerm, agreementTerm, lastDayOfTerm } from "./agreement-term.js";

/** An issued agreement on its way to its holder. */
export interface Activation {
  readonly basis: TermBasis;
  /** Inclusive last day on which it can be activated. */
  readonly redeemBy: CivilDate;
  /** First instant after that day, in the plan's own zone. */
  readonly redeemEndsAt: EpochMs;
  /** Null: nobody has activated it yet. */
  readonly activatedAt: EpochMs | null;
}

/** A day to activate by reaches at most this many years past the start of the membership. */
const REDEEM_YEARS = 10;

/** Of an agreement being issued: where its term is counted from, and by when it has to be activated. */
export interface PendingActivation {
  readonly basis: TermBasis;
  readonly redeemBy: CivilDate;
}

type WithTerm = Pick<Programme, "term">;

/** The last day to activate an agreement whose membership began on `startsOn`: never past the term that runs from there (S17). */
export const redeemByOf = (programme: WithTerm, rule: ActivationRule, startsOn: CivilDate): CivilDate => {
  const day = addMonths(startsOn, rule.redeemWithinMonths);
  return minDay(day, lastDayToRedeem(programme, rule, startsOn));
};

/** A term counted from the membership leaves nothing to activate once it is over; otherwise a bound against slips of the hand. */
const lastDayToRedeem = (
  programme: WithTerm,
  { basis }: Pick<ActivationRule, "basis">,
  startsOn: CivilDate,
): CivilDate => (basis === "MEMBERSHIP" ? lastDayOfTerm(programme, startsOn) : addYears(startsOn, REDEEM_YEARS));

const minDay = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);

/**
 * The term of an agreement that is still to be activated: of the membership, or the latest it can have.
 * Stored with the plan, so that lists order it sensibly; nobody can use the plan before it is activated.
 */
export const pendingTerm = (
  programme: WithTerm,
  { basis, redeemBy }: PendingActivation,
  { startsOn, zone }: { readonly startsOn: CivilDate; readonly zone: TimeZoneName },
): AgreementTerm => agreementTerm(programme, basis === "ACTIVATION" ? redeemBy : startsOn, zone);

/** The term from the moment of activation on: whole from that day, or what the membership leaves of it (S17). */
export const activatedTerm = (
  plan: AgreementTerm & { readonly programme: Pick<Programme, "term">; readonly timeZone: TimeZoneName },
  { basis }: Pick<Activation, "basis">,
  now: EpochMs,
): AgreementTerm => {
  if (basis === "ACTIVATION") return agreementTerm(plan.programme, dayAt(now, plan.timeZone), plan.timeZone);
  const { startsOn, endsOn, startsAt, endsAt } = plan;
  return { startsOn, endsOn, startsAt, endsAt };
};

/** Whether it waits for its holder still: activated by nobody, whatever the day. */
export const isAwaitingActivation = (activation: Pick<Activation, "activatedAt"> | null): activation is Activation =>
  activation !== null && activation.activatedAt === null;

/** Whether it can no longer be activated; the instant its last day ends is too late. */
export const hasLapsed = (activation: Activation, now: EpochMs): boolean =>
  activation.activatedAt === null && now >= activation.redeemEndsAt;

export interface ActivationWish {
  readonly startsOn: CivilDate;
  /** Null: as the programme says. False: the term begins on its first day, and nobody has to activate it. */
  readonly needsActivation: boolean | null;
  /** Null: as the programme says. */
  readonly redeemBy: CivilDate | null;
}

/** What an agreement being issued waits for; null: nothing. It can never be issued past its day. */
export const decidePendingActivation = (
  programme: Pick<Programme, "term" | "activation">,
  { startsOn, needsActivation, redeemBy }: ActivationWish,
  today: CivilDate,
): Result<PendingActivation | null, TextRefusalCode> => {
  const rule = programme.activation ?? null;
  if (rule === null || needsActivation === false) {
    if (needsActivation === true) return refuseAll([invalid(["needsActivation"], "choice")]);
    return redeemBy === null ? accept(null) : refuseAll([invalid(["redeemBy"], "choice")]);
  }
  const { basis } = rule;
  if (redeemBy === null) {
    const day = redeemByOf(programme, rule, startsOn);
    return day < today ? refuseAll([invalid(["startsOn"], "redeemableStart")]) : accept({ basis, redeemBy: day });
  }
  if (!isCivilDate(redeemBy)) return refuseAll([invalid(["redeemBy"], "day")]);
  const isWithin = redeemBy >= maxDay(today, startsOn) && redeemBy <= lastDayToRedeem(programme, rule, startsOn);
  return isWithin ? accept({ basis, redeemBy }) : refuseAll([invalid(["redeemBy"], "redeemByDay")]);
};

const maxDay = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

/** An agreement that staff give more time to be activated. */
export interface TimeQuestion {
  readonly plan: Pick<SupportPlan, "programme" | "startsOn" | "endsOn" | "revokedAt" | "timeZone">;
  /** Null: it needs none. */
  readonly activation: Activation | null;
  readonly redeemBy: CivilDate;
  readonly reason: string;
}

/** More time, with a reason: also after the day has passed, never to a day that is over. */
export const decideMoreTime = (
  { plan, activation, redeemBy, reason }: TimeQuestion,
  now: EpochMs,
): Result<{ readonly redeemBy: CivilDate; readonly reason: string }, TextRefusalCode | "ADJUSTMENT_NOT_POSSIBLE"> => {
  const refusals: Refusal<TextRefusalCode>[] = [...checkText(reason, TEXT_RULES.reason, ["reason"])];
  if (!isCivilDate(redeemBy)) refusals.push(invalid(["redeemBy"], "day"));
  else if (activation !== null && !isMoreTime(plan, activation, { redeemBy, today: dayAt(now, plan.timeZone) }))
    refusals.push(invalid(["redeemBy"], "redeemByDay"));
  if (refusals.length > 0) return refuseAll(refusals);
  if (plan.revokedAt !== null || !isAwaitingActivation(activation))
    return refuse("ADJUSTMENT_NOT_POSSIBLE", ["redeemBy"]);
  return accept({ redeemBy, reason: reason.trim() });
};

const isMoreTime = (
  { endsOn }: TimeQuestion["plan"],
  activation: Activation,
  { redeemBy, today }: { readonly redeemBy: CivilDate; readonly today: CivilDate },
): boolean => {
  const last = activation.basis === "MEMBERSHIP" ? endsOn : addYears(activation.redeemBy, REDEEM_YEARS);
  return redeemBy >= today && redeemBy > activation.redeemBy && redeemBy <= last;
};

/** Days before the last day on which the recipient is reminded, the earliest first. */
export const REMINDER_DAYS = [60, 30, 7, 1] as const;

/**
 * The reminder that is due on `today`: the shortest notice whose day has come, or null.
 * One that was missed while the server stood still is not made up for by two letters on one day.
 */
export const reminderDue = (
  { redeemBy, remindedDays }: { readonly redeemBy: CivilDate; readonly remindedDays: number | null },
  today: CivilDate,
): number | null => {
  const left = daysBetween(today, redeemBy);
  if (left < 0) return null;
  const due = [...REMINDER_DAYS].reverse().find((days) => left <= days);
  return due === undefined || (remindedDays !== null && remindedDays <= due) ? null : due;
};
