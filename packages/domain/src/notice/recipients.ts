/** Who is told of what happened to a request: in the portal everybody concerned, by mail whoever R87 and their own choice allow (R87, F71, P12). */
import type { RequestContact, RequestStatus, SupportRequest } from "../request/support-request.js";
import { isInternalKind, type TimelineKind } from "../request/timeline.js";
import { viewerRole } from "../request/visibility.js";
import { isMailable, type NoticeKind } from "./notice.js";

/** The part of a timeline entry that decides who is told. */
export interface Happening {
  readonly kind: TimelineKind;
  /** Null for the system. */
  readonly actorId: string | null;
  readonly isFromSupport: boolean;
  readonly isInternal: boolean;
  readonly status: RequestStatus | null;
  /** Whom it concerns, where it concerns one contact. */
  readonly contactId: string | null;
  /** The same person wrote a reply in the same moment: the reply tells it all. */
  readonly isPartOfReply: boolean;
}

export interface Audience {
  readonly request: Pick<SupportRequest, "engineerId" | "severity" | "support24x7">;
  /** In force. */
  readonly contacts: readonly RequestContact[];
  /** What people chose for this request, by account. */
  readonly subscriptions: ReadonlyMap<string, boolean>;
  /** Engineers of the team that the request is routed to. */
  readonly team: readonly string[];
  readonly onCall: readonly string[];
  /** Kinds an account wants by mail. */
  readonly mailOn: (accountId: string) => readonly NoticeKind[];
}

export interface NoticeTo {
  readonly accountId: string;
  readonly kind: NoticeKind;
}

/** One mail to one address: a contact's, or the account's own. */
export type MailTo =
  | { readonly kind: NoticeKind | "CONFIRMATION"; readonly contactId: string }
  | { readonly kind: NoticeKind; readonly accountId: string };

export interface Recipients {
  readonly notices: readonly NoticeTo[];
  readonly mails: readonly MailTo[];
}

/** Kinds as contacts and as support are told of them; what is missing is told to nobody. */
const TO_CONTACTS: Partial<Record<TimelineKind, NoticeKind>> = {
  SUBMITTED: "ADDED_AS_CONTACT",
  ASSIGNED: "STATUS_CHANGED",
  REPLY: "REPLY",
  STATUS_CHANGED: "STATUS_CHANGED",
  CONTACT_ADDED: "ADDED_AS_CONTACT",
  CLOSED: "CLOSED",
  REOPENED: "STATUS_CHANGED",
  SEVERITY_CHANGED: "STATUS_CHANGED",
  ATTACHMENT_ADDED: "REPLY",
  ACCESS_ASKED: "ACCESS_ASKED",
  CLOSING_SOON: "CLOSING_SOON",
  SPLIT_PROPOSED: "SPLIT_PROPOSED",
};
const TO_OWNER: Partial<Record<TimelineKind, NoticeKind>> = {
  ASSIGNED: "ASSIGNED",
  HANDED_OVER: "ASSIGNED",
  REPLY: "CUSTOMER_REPLY",
  MARKED_AS_MESSAGE: "CUSTOMER_REPLY",
  ATTACHMENT_ADDED: "CUSTOMER_REPLY",
  SEVERITY_CHANGE_ASKED: "CUSTOMER_REPLY",
  SPLIT_DECIDED: "CUSTOMER_REPLY",
  REOPENED: "CUSTOMER_REPLY",
  CLOSED: "CLOSED",
  ACCESS_ASKED: "ACCESS_ASKED",
  NEAR_BREACH: "NEAR_BREACH",
  BREACHED: "BREACHED",
};
/** While nobody owns the request, its team is told instead. */
const TO_TEAM: Partial<Record<TimelineKind, NoticeKind>> = {
  SUBMITTED: "NEW_WORK",
  ROUTED: "NEW_WORK",
  HANDED_OVER: "NEW_WORK",
  REOPENED: "NEW_WORK",
  REPLY: "CUSTOMER_REPLY",
  MARKED_AS_MESSAGE: "CUSTOMER_REPLY",
  NEAR_BREACH: "NEAR_BREACH",
  BREACHED: "BREACHED",
};
/** What whoever is on call hears of a critical request with support round the clock, whatever they chose. */
const URGENT: ReadonlySet<NoticeKind> = new Set(["NEW_WORK", "NEAR_BREACH", "BREACHED"]);
const TOLD_BY_THE_REPLY: ReadonlySet<TimelineKind> = new Set(["STATUS_CHANGED", "ASSIGNED", "ATTACHMENT_ADDED"]);
/** Statuses that ask something of the customer; the others are seen in the portal, not mailed. */
const MAILED_STATUSES: ReadonlySet<RequestStatus> = new Set(["WAITING_FOR_CUSTOMER", "SOLVED"]);

/** The actor is never told of their own act; what is internal never reaches a contact; nobody is told twice. */
export const recipientsOf = (happening: Happening, audience: Audience): Recipients => {
  if (happening.isPartOfReply && TOLD_BY_THE_REPLY.has(happening.kind)) return { notices: [], mails: [] };
  const told = [contactsToTell(happening, audience), staffToTell(happening, audience)];
  const notices = new Map(told.flatMap((each) => each.notices).map((one) => [one.accountId, one]));
  return { notices: [...notices.values()], mails: told.flatMap((each) => each.mails) };
};

const contactsToTell = (happening: Happening, audience: Audience): Recipients => {
  const kind = TO_CONTACTS[happening.kind];
  if (kind === undefined || happening.isInternal || isInternalKind(happening.kind)) return { notices: [], mails: [] };
  // Contacts learn of being one; those who are one already hear of the rest.
  const concerned =
    happening.kind === "CONTACT_ADDED"
      ? audience.contacts.filter((contact) => contact.id === happening.contactId)
      : audience.contacts;
  const others = concerned.filter((contact) => contact.accountId === null || contact.accountId !== happening.actorId);
  const notices = others.flatMap(({ accountId }) => (accountId === null ? [] : [{ accountId, kind }]));
  if (happening.kind === "SUBMITTED") {
    const primary = audience.contacts.filter((contact) => contact.role === "PRIMARY");
    return { notices, mails: primary.map((contact) => ({ kind: "CONFIRMATION", contactId: contact.id })) };
  }
  if (!isWorthAMail(happening, kind)) return { notices, mails: [] };
  const mails = others.filter((contact) => wantsMail(contact, kind, audience));
  return { notices, mails: mails.map((contact) => ({ kind, contactId: contact.id })) };
};

const isWorthAMail = (happening: Happening, kind: NoticeKind): boolean =>
  isMailable(kind) &&
  (kind !== "STATUS_CHANGED" || (happening.status !== null && MAILED_STATUSES.has(happening.status)));

/** The primary contact unless they said no; an additional contact only when they said yes themselves (R87, F71). */
const wantsMail = (contact: RequestContact, kind: NoticeKind, { subscriptions, mailOn }: Audience): boolean => {
  const isPrimary = contact.role === "PRIMARY";
  if (contact.accountId === null) return isPrimary;
  return (subscriptions.get(contact.accountId) ?? isPrimary) && mailOn(contact.accountId).includes(kind);
};

const staffToTell = (happening: Happening, audience: Audience): Recipients => {
  const { engineerId } = audience.request;
  const kind = (engineerId === null ? TO_TEAM : TO_OWNER)[happening.kind];
  // What support says to the customer is no news to support.
  const isOwnWord = happening.isFromSupport && (kind === "CUSTOMER_REPLY" || kind === "CLOSED");
  if (kind === undefined || isOwnWord) return { notices: [], mails: [] };
  const isUrgent = URGENT.has(kind) && audience.request.severity === "CRITICAL" && audience.request.support24x7;
  const owners = engineerId === null ? audience.team : [engineerId];
  const reached = isUrgent ? (audience.onCall.length > 0 ? audience.onCall : owners) : [];
  const contactIds = new Set(audience.contacts.map((contact) => contact.accountId));
  const accountIds = [...new Set([...owners, ...reached])].filter(
    (accountId) => accountId !== happening.actorId && !contactIds.has(accountId),
  );
  return {
    notices: accountIds.map((accountId) => ({ accountId, kind })),
    mails: accountIds
      .filter((accountId) => reached.includes(accountId) || audience.mailOn(accountId).includes(kind))
      .map((accountId) => ({ accountId, kind })),
  };
};

/** Whether an account gets mail about a request: what it chose, else only the primary contact (R87, F71). */
export const isSubscribed = (
  account: Parameters<typeof viewerRole>[0],
  contacts: readonly RequestContact[],
  chosen: boolean | null,
): boolean => {
  const role = viewerRole(account, contacts);
  return role !== null && (chosen ?? role === "PRIMARY");
};
