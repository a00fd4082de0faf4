/** What came in as a mail and stands in a conversation: who sent it, whether a program did, what could not be read (F50). */
import type { Account } from "../account/account.js";
import { accept, type Result, refuse } from "../shared/result.js";
import { statusAfterAnswer } from "./conversation.js";
import type { RequestLife } from "./request-life.js";
import { isOpen } from "./request-status.js";
import type { RequestContact, RequestStatus, SupportRequest } from "./support-request.js";
import type { TimelineEntry } from "./timeline.js";
import { partyOf } from "./visibility.js";

/** What a program said; such a mail is kept and moves nothing. */
export const AUTOMATIC_REPLIES = [
  "VACATION",
  "READ_RECEIPT",
  "CALENDAR_ACCEPTED",
  "CALENDAR_DECLINED",
  "CALENDAR_TENTATIVE",
  "CALENDAR_ANSWERED",
  "REACTION",
  "DELIVERY_REPORT",
  "OTHER",
] as const;
export type AutomaticReply = (typeof AUTOMATIC_REPLIES)[number];

/** Why the text shown may not be all of it; the mail itself is kept with it. */
export const MAIL_PROBLEMS = ["UNREADABLE", "PARTLY_READABLE", "TOO_LONG", "EMPTY"] as const;
export type MailProblem = (typeof MAIL_PROBLEMS)[number];

/** Why a file of a mail is not among the files of the request. */
export const LEFT_OUT_REASONS = ["TOO_LARGE", "TOO_MANY", "TYPE", "EMPTY"] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface LeftOutFile {
  readonly name: string;
  readonly reason: LeftOutReason;
}

export interface ReceivedMail {
  /** Address it says it is from, where that is not the contact's own. */
  readonly sender: string | null;
  readonly automatic: AutomaticReply | null;
  readonly problem: MailProblem | null;
  /** The file that holds the mail as it came; null where it was not kept. */
  readonly rawId: string | null;
  readonly leftOut: readonly LeftOutFile[];
}

/** Longest text of a mail that is shown, in characters; a longer one is there as it came. */
export const LONGEST_MAIL_TEXT = 100_000;

type Answered = Pick<SupportRequest, "status"> & Pick<RequestLife, "firstRespondedAt">;

/** An answer by mail moves a request as one written in the portal does, whatever could be read of it. */
export const decideMailAnswer = (
  request: Answered,
): Result<{ readonly status: RequestStatus | null }, "REQUEST_CLOSED"> =>
  isOpen(request) ? accept({ status: statusAfterAnswer(request) }) : refuse("REQUEST_CLOSED");

/** A note that a program seemed to have sent turns out to be a person's: it counts from now on. */
export const decideMarkAsMessage = (
  entry: Pick<TimelineEntry, "kind">,
  request: Answered,
): Result<{ readonly status: RequestStatus | null }, "ALREADY_A_MESSAGE" | "REQUEST_CLOSED"> =>
  entry.kind === "AUTO_REPLY" ? decideMailAnswer(request) : refuse("ALREADY_A_MESSAGE");

/** Whether this account may say so: whoever acts in an open request. */
export const mayMarkAsMessage = (
  account: Pick<Account, "id" | "email" | "isEmailProven" | "roles">,
  request: Pick<SupportRequest, "status" | "engineerId">,
  contacts: readonly RequestContact[],
  entry: Pick<TimelineEntry, "kind">,
): boolean => entry.kind === "AUTO_REPLY" && isOpen(request) && partyOf(account, request, contacts) !== null;
