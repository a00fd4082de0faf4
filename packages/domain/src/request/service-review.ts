/** Closing, reopening, withdrawing and rating: what contacts and the engineer do at the end of a request (F49, F51, E22). */
import type { EpochMs } from "../shared/calendar.js";
import { accept, type Result, refuse, refuseAll } from "../shared/result.js";
import { checkText, type InputRefusal, invalid, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import { canBeRated, canWithdraw } from "./request-actions.js";
import { closeRequest, isOpen, reopenRequest, type StatusChange } from "./request-status.js";
import { CLOSED_REASONS, type ClosedReason, type SupportRequest } from "./support-request.js";
import type { Party } from "./visibility.js";

type Judged = Pick<SupportRequest, "status" | "closedReason" | "closedAt" | "engineerId">;

export interface RatingInput {
  readonly score: number;
  readonly comment: string | null;
}

const SCORES: readonly number[] = [1, 2, 3, 4, 5];

const checkRating = ({ score, comment }: RatingInput, path: readonly string[]): readonly InputRefusal[] => [
  ...(SCORES.includes(score) ? [] : [invalid([...path, "score"], "choice")]),
  ...checkText(comment, TEXT_RULES.comment, [...path, "comment"]),
];

/** A rating of solved or closed work; a later one takes the place of an earlier. */
export const decideRating = (
  request: Judged,
  rating: RatingInput,
): Result<RatingInput, TextRefusalCode | "STATUS_CHANGE_NOT_ALLOWED"> => {
  if (!canBeRated(request)) return refuse("STATUS_CHANGE_NOT_ALLOWED", null, { act: "rate" });
  const refusals = checkRating(rating, []);
  return refusals.length > 0 ? refuseAll(refusals) : accept(rating);
};

export interface ClosingQuestion {
  readonly request: Judged;
  readonly by: Party;
  /** Contacts close what is solved; the engineer says why. */
  readonly reason: ClosedReason | null;
  /** Of a contact. */
  readonly rating: RatingInput | null;
  readonly at: EpochMs;
}

export const decideClosing = ({
  request,
  by,
  reason,
  rating,
  at,
}: ClosingQuestion): Result<StatusChange, TextRefusalCode | "REQUEST_CLOSED"> => {
  if (!isOpen(request)) return refuse("REQUEST_CLOSED");
  const refusals = [
    ...checkReason(by, reason),
    ...(rating === null ? [] : by === "ENGINEER" ? [invalid(["rating"], "choice")] : checkRating(rating, ["rating"])),
  ];
  if (refusals.length > 0) return refuseAll(refusals);
  return closeRequest(request, reason ?? "SOLVED", at);
};

const checkReason = (by: Party, reason: ClosedReason | null): readonly InputRefusal[] => {
  if (reason === null) return by === "CUSTOMER" ? [] : [{ code: "INPUT_REQUIRED", path: ["reason"], params: {} }];
  const allowed: readonly ClosedReason[] = by === "CUSTOMER" ? ["SOLVED"] : CLOSED_REASONS;
  return allowed.includes(reason) ? [] : [invalid(["reason"], "choice")];
};

/** Within the window, with a reason; no incident is used. */
export const decideReopening = (
  request: Judged,
  reason: string,
  at: EpochMs,
): Result<StatusChange, TextRefusalCode | "STATUS_CHANGE_NOT_ALLOWED" | "REOPEN_WINDOW_OVER"> => {
  const reopened = reopenRequest(request, at);
  if (!reopened.ok) return reopened;
  const refusals = checkText(reason, TEXT_RULES.reason, ["reason"]);
  return refusals.length > 0 ? refuseAll(refusals) : reopened;
};

/** Taken back before anybody was assigned; its incident comes back. */
export const decideWithdrawal = (
  request: Judged,
  at: EpochMs,
): Result<StatusChange, "REQUEST_CLOSED" | "STATUS_CHANGE_NOT_ALLOWED"> => {
  if (!isOpen(request)) return refuse("REQUEST_CLOSED");
  if (!canWithdraw(request)) return refuse("STATUS_CHANGE_NOT_ALLOWED", null, { act: "withdraw" });
  return closeRequest(request, "CANCELLED", at);
};
