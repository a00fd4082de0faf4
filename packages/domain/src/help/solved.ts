/** Whether an article or a tree solved a problem: only where no request about it follows (F64). */

import type { EpochMs } from "../shared/calendar.js";
import { HOUR } from "../shared/durations.js";
import type { ProblemKey } from "./article.js";

/** Whoever comes back within three days was not helped. */
export const SOLVED_AFTER = 72 * HOUR;

export interface ProblemOfFamily extends ProblemKey {
  readonly family: string;
}

/** Somebody said: it solved my problem. */
export interface SolvedClaim {
  readonly at: EpochMs;
  /** What it was about; more than one where nobody chose: those of the article. */
  readonly problems: readonly ProblemOfFamily[];
}

/** A request that the same account opened. */
export interface LaterRequest extends ProblemOfFamily {
  readonly createdAt: EpochMs;
}

export const SOLVED_STATES = ["SOLVED", "WAITING", "CAME_BACK"] as const;
export type SolvedState = (typeof SOLVED_STATES)[number];

const isSame = (a: ProblemOfFamily, b: ProblemOfFamily): boolean =>
  a.family === b.family && a.categoryId === b.categoryId && a.problemId === b.problemId;

/** A request within 72 hours on the same problem takes it back; until they are over it counts for nothing. */
export const solvedStateOf = (
  { at, problems }: SolvedClaim,
  requests: readonly LaterRequest[],
  now: EpochMs,
): SolvedState => {
  const cameBack = requests.some(
    (request) =>
      request.createdAt >= at &&
      request.createdAt < at + SOLVED_AFTER &&
      problems.some((problem) => isSame(problem, request)),
  );
  if (cameBack) return "CAME_BACK";
  return now < at + SOLVED_AFTER ? "WAITING" : "SOLVED";
};
