/** Why the first answer was due when it was, once it has come: the deadline stands, whatever happens to the request later (F67, F68). */
import type { EpochMs } from "../shared/calendar.js";
import {
  type ExplainedQuestion,
  explainFirstResponse,
  type FirstResponseExplanation,
  type Pause,
  spansUntil,
} from "./first-response.js";
import { offersSupport24x7 } from "./severity.js";
import { SEVERITIES } from "./support-request.js";

export interface AnsweredQuestion extends ExplainedQuestion {
  readonly respondedAt: EpochMs;
  /** The deadline on record. */
  readonly dueAt: EpochMs;
}

/**
 * The deadline on record with the spans that led to it. The severity may be another one since: it is explained by the one
 * that leads to this deadline. Where none does (a calendar that changed), the spans end at the deadline all the same.
 */
export const explainAnswered = (question: AnsweredQuestion): FirstResponseExplanation => {
  const { respondedAt, dueAt } = question;
  const asked = { ...question, now: respondedAt, pauses: pausesBefore(question.pauses, respondedAt) };
  const own = explainFirstResponse(asked);
  if (own.dueAt === dueAt) return own;
  for (const severity of SEVERITIES)
    for (const support24x7 of offersSupport24x7(severity) ? [true, false] : [false]) {
      const explained = explainFirstResponse({ ...asked, severity, support24x7 });
      if (explained.dueAt === dueAt) return explained;
    }
  return { ...own, dueAt, spans: spansUntil(asked, dueAt) };
};

const pausesBefore = (pauses: readonly Pause[], end: EpochMs): Pause[] =>
  pauses.filter(({ from }) => from < end).map(({ from, until }) => ({ from, until: Math.min(until ?? end, end) }));
