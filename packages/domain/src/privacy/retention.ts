/** How long what has ended stays (F83): days by kind, set by an administrator; without them it stays. */
import type { EpochMs } from "../shared/calendar.js";
import { DAY } from "../shared/durations.js";

export interface RetentionFacts {
  /** What it is. */
  readonly what: string;
  /** What the days are counted from. */
  readonly since: string;
  /** What is taken away. */
  readonly goes: string;
}

/** Ledger, balances, receipts and the audit record have none. */
export const RETENTIONS = {
  requests: {
    what: "closed requests",
    since: "it was closed",
    goes: "title, description, answers, messages with their mails, files, names and addresses of contacts; number, plan, states and times stay, and the primary contact keeps it in sight",
  },
  notices: { what: "notices in the portal", since: "it was told", goes: "the notice" },
  messages: {
    what: "sent messages",
    since: "it was sent",
    goes: "the row of the outbox; the confirmation of a request stays",
  },
  accounts: {
    what: "accounts without a sign-in",
    since: "its last sign-in, or the last use of a session or token",
    goes: "what an erasure of the person takes; whoever has a role, a plan in force, a draft, or stands in a request that still has its words keeps the account",
  },
} as const satisfies Readonly<Record<string, RetentionFacts>>;

export type RetentionClass = keyof typeof RETENTIONS;
export const RETENTION_CLASSES = Object.keys(RETENTIONS) as readonly RetentionClass[];

export const isRetentionClass = (text: string): text is RetentionClass => Object.hasOwn(RETENTIONS, text);

/** Nothing goes sooner: a request can be reopened, a command repeated under its key, a mail sent back. */
export const LEAST_RETENTION_DAYS = 30;

/** By class, in days; null: it stays. */
export type RetentionDays = Readonly<Record<RetentionClass, number | null>>;

export const NO_RETENTION: RetentionDays = { requests: null, notices: null, messages: null, accounts: null };

/** What ended then or before is over at `at`; null: nothing ever is. */
export const overSince = (days: number | null, at: EpochMs): EpochMs | null => (days === null ? null : at - days * DAY);

export interface Ended {
  readonly since: EpochMs;
  /** A legal hold is on somebody whom it concerns. */
  readonly isHeld: boolean;
}

/** What becomes of it: a legal hold beats the days. */
export const judgeRetention = (
  { since, isHeld }: Ended,
  days: number | null,
  at: EpochMs,
): "STAYS" | "HELD" | "OVER" => {
  const end = overSince(days, at);
  if (end === null || since > end) return "STAYS";
  return isHeld ? "HELD" : "OVER";
};
