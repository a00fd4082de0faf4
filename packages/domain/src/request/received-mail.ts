/** What came in as a mail and stands in a conversation: who sent it, whether a program did, what could not be read (F50). */

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
