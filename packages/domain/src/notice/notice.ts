/** Notices: what an account is told inside the portal, and which of them it also wants by mail (F71, F72, P12). */
import type { StaffRole } from "../account/account.js";
import type { EpochMs } from "../shared/calendar.js";
import { accept, type Result, refuse } from "../shared/result.js";

export const NOTICE_KINDS = [
  "ADDED_AS_CONTACT",
  "REPLY",
  "STATUS_CHANGED",
  "CLOSING_SOON",
  "CLOSED",
  "NEW_WORK",
  "ASSIGNED",
  "CUSTOMER_REPLY",
  "NEAR_BREACH",
  "BREACHED",
  "ACCESS_ASKED",
  "SPLIT_PROPOSED",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface Notice {
  /** `ntc_…`, time-ordered. */
  readonly id: string;
  readonly accountId: string;
  readonly kind: NoticeKind;
  readonly requestId: string;
  readonly at: EpochMs;
  readonly readAt: EpochMs | null;
}

/** Being added is told in the portal alone: the request sends its mail to the primary contact only (R87). */
export const isMailable = (kind: NoticeKind): boolean => kind !== "ADDED_AS_CONTACT";

const CUSTOMER_MAILS: readonly NoticeKind[] = [
  "REPLY",
  "STATUS_CHANGED",
  "CLOSING_SOON",
  "CLOSED",
  "ACCESS_ASKED",
  "SPLIT_PROPOSED",
];
/** New work concerns a whole team: by mail only for those who ask for it. */
const STAFF_MAILS: readonly NoticeKind[] = ["ASSIGNED", "CUSTOMER_REPLY", "NEAR_BREACH", "BREACHED"];

/** What is sent by mail before the person chose anything. */
export const defaultMailOn = (account: { readonly roles: readonly StaffRole[] }): readonly NoticeKind[] =>
  account.roles.length > 0 ? [...CUSTOMER_MAILS, ...STAFF_MAILS] : CUSTOMER_MAILS;

/** The kinds chosen, each once, in the order of the list. Refuses a kind that is never mailed. */
export const decideMailOn = (kinds: readonly NoticeKind[]): Result<readonly NoticeKind[], "INPUT_INVALID"> =>
  kinds.every(isMailable)
    ? accept(NOTICE_KINDS.filter((kind) => kinds.includes(kind)))
    : refuse("INPUT_INVALID", ["mailOn"], { expected: "choice" });
