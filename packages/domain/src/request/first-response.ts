/** When the first answer is due, and why then: elapsed hours with 24/7 support, business hours without, no time while waiting for the customer (S2, R70, F65-F68, E16). */

import type { EpochMs, TimeZoneName } from "../shared/calendar.js";
import { HOUR, MINUTE } from "../shared/durations.js";
import { businessTime, type CalendarQuestion, calendarOf, type TimeSpan } from "./business-time.js";
import { FIRST_RESPONSE_HOURS } from "./severity.js";
import type { Severity } from "./support-request.js";

/** The deadline is near when a quarter of the time is left, and never later than a quarter of an hour before. */
const NEAR_SHARE = 0.25;
const NEAR_MS = HOUR / 4;

/** Time in which support waited for the customer; `until` null: it still does. */
export interface Pause {
  readonly from: EpochMs;
  readonly until: EpochMs | null;
}

export interface FirstResponseQuestion extends CalendarQuestion {
  readonly severity: Severity;
  readonly support24x7: boolean;
  readonly createdAt: EpochMs;
}

export interface ExplainedQuestion extends FirstResponseQuestion {
  readonly pauses: readonly Pause[];
  /** Time runs on from here should a pause still last. */
  readonly now: EpochMs;
}

export interface FirstResponseExplanation {
  readonly dueAt: EpochMs;
  /** From the submission to the deadline, without gaps; neighbours differ in kind or name. */
  readonly spans: readonly TimeSpan[];
  readonly targetMs: number;
  /** Whether the time is counted in business hours. */
  readonly isBusinessTime: boolean;
  /** The zone in which business hours are kept. */
  readonly timeZone: TimeZoneName;
}

/** Milliseconds to the first answer: real time with 24/7 support, business time without. */
export const firstResponseTarget = (severity: Severity): number => FIRST_RESPONSE_HOURS[severity] * HOUR;

/** What is kept with a request: its deadline, and from when that is near. */
export interface FirstResponseDeadline {
  readonly firstResponseDueAt: EpochMs;
  readonly nearBreachAt: EpochMs;
}

/**
 * The instant by which an engineer answers, were nobody to wait for the customer.
 * @throws RangeError when the calendar has no business time at all.
 */
export const firstResponseDue = (question: FirstResponseQuestion): EpochMs =>
  firstResponseDeadline(question).firstResponseDueAt;

export const firstResponseDeadline = (question: FirstResponseQuestion): FirstResponseDeadline =>
  deadlineOf(explainFirstResponse({ ...question, pauses: [], now: question.createdAt }));

export const deadlineOf = (
  explained: Pick<FirstResponseExplanation, "dueAt" | "spans" | "targetMs">,
): FirstResponseDeadline => ({
  firstResponseDueAt: explained.dueAt,
  nearBreachAt: nearBreachAt(explained),
});

/**
 * The deadline with every span that leads to it: counted, skipped, paused and why (F68). A pause outlives every other change,
 * since the deadline is always reckoned anew from the submission (F67).
 * @throws RangeError when the calendar has no business time at all.
 */
export const explainFirstResponse = (question: ExplainedQuestion): FirstResponseExplanation => {
  const { createdAt, support24x7 } = question;
  const { timeZone } = calendarOf(question);
  const targetMs = firstResponseTarget(question.severity);
  const spans: TimeSpan[] = [];
  let left = targetMs;
  for (const span of timeFrom(question)) {
    const until = span.kind === "COUNTED" ? Math.min(span.until, span.from + left) : span.until;
    if (span.kind === "COUNTED") left -= until - span.from;
    append(spans, { ...span, until });
    if (left === 0) break;
  }
  const dueAt = spans.at(-1)?.until ?? createdAt;
  return { dueAt, spans, targetMs, isBusinessTime: !support24x7, timeZone };
};

/** The spans from the submission to `end`. */
export const spansUntil = (question: ExplainedQuestion, end: EpochMs): readonly TimeSpan[] => {
  const spans: TimeSpan[] = [];
  for (const span of timeFrom(question)) {
    if (span.from >= end) break;
    append(spans, { ...span, until: Math.min(span.until, end) });
  }
  return spans;
};

/**
 * Whole minutes of each span. What is cut off one is made up for by the next of its side: those counted add up to what
 * was counted together, and so do the others.
 */
export const minutesOf = (spans: readonly TimeSpan[]): readonly number[] => {
  const gone = { counted: 0, skipped: 0 };
  return spans.map(({ from, until, kind }) => {
    const side = kind === "COUNTED" ? "counted" : "skipped";
    const before = Math.floor(gone[side] / MINUTE);
    gone[side] += until - from;
    return Math.floor(gone[side] / MINUTE) - before;
  });
};

export const FIRST_RESPONSE_STATES = ["PENDING", "NEAR_BREACH", "BREACHED", "MET", "MISSED"] as const;
export type FirstResponseState = (typeof FIRST_RESPONSE_STATES)[number];

/** From when the deadline is near: the last quarter of the time that counts begins, so never while nobody works (F65). */
export const nearBreachAt = ({
  dueAt,
  spans,
  targetMs,
}: Pick<FirstResponseExplanation, "dueAt" | "spans" | "targetMs">): EpochMs => {
  let left = Math.max(targetMs * NEAR_SHARE, NEAR_MS);
  for (const { from, until, kind } of [...spans].reverse()) {
    if (kind !== "COUNTED") continue;
    if (until - from >= left) return until - left;
    left -= until - from;
  }
  return spans[0]?.from ?? dueAt;
};

/** Answered in time or late; else how near the deadline is. The deadline itself is still in time. */
export const firstResponseState = (question: {
  readonly dueAt: EpochMs;
  readonly nearBreachAt: EpochMs;
  readonly respondedAt: EpochMs | null;
  readonly now: EpochMs;
}): FirstResponseState => {
  const { dueAt, respondedAt, now } = question;
  if (respondedAt !== null) return respondedAt <= dueAt ? "MET" : "MISSED";
  if (now > dueAt) return "BREACHED";
  return now >= question.nearBreachAt ? "NEAR_BREACH" : "PENDING";
};

/** All time since the submission, without end. */
const timeFrom = (question: ExplainedQuestion): Iterable<TimeSpan> => {
  const { createdAt, now, support24x7, pauses } = question;
  const time = support24x7 ? allTheTime(createdAt) : businessTime(calendarOf(question), createdAt);
  return withPauses(time, inOrder(pauses, createdAt, now));
};

function* allTheTime(from: EpochMs): Generator<TimeSpan> {
  yield { from, until: Number.MAX_SAFE_INTEGER, kind: "COUNTED", name: null };
}

/** Disjoint, in order, none before the submission; one that lasts ends now. */
const inOrder = (pauses: readonly Pause[], createdAt: EpochMs, now: EpochMs): { from: EpochMs; until: EpochMs }[] => {
  const known = pauses
    .map(({ from, until }) => ({ from: Math.max(from, createdAt), until: until ?? now }))
    .filter(({ from, until }) => until > from)
    .sort((a, b) => a.from - b.from);
  const disjoint: { from: EpochMs; until: EpochMs }[] = [];
  for (const pause of known) {
    const last = disjoint.at(-1);
    if (last !== undefined && pause.from <= last.until) last.until = Math.max(last.until, pause.until);
    else disjoint.push({ ...pause });
  }
  return disjoint;
};

/** Cuts the pauses out of the spans; what is waiting time is nothing else. */
function* withPauses(
  spans: Iterable<TimeSpan>,
  pauses: readonly { readonly from: EpochMs; readonly until: EpochMs }[],
): Generator<TimeSpan> {
  for (const span of spans) {
    let from = span.from;
    for (const pause of pauses) {
      if (pause.until <= from || pause.from >= span.until) continue;
      if (pause.from > from) yield { ...span, from, until: pause.from };
      const until = Math.min(pause.until, span.until);
      yield { from: Math.max(pause.from, from), until, kind: "WAITING_FOR_CUSTOMER", name: null };
      from = until;
    }
    if (from < span.until) yield { ...span, from };
  }
}

const append = (spans: TimeSpan[], span: TimeSpan): void => {
  const last = spans.at(-1);
  if (last !== undefined && last.kind === span.kind && last.name === span.name)
    spans[spans.length - 1] = { ...last, until: span.until };
  else spans.push(span);
};
