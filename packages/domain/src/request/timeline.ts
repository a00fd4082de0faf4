/** What happens to a request, and which of it customers never learn of (R90, R91, F42). */
import type { EpochMs } from "../shared/calendar.js";
import type { ReceivedMail } from "./received-mail.js";
import type { RequestStatus, Severity } from "./support-request.js";

export const TIMELINE_KINDS = [
  "SUBMITTED",
  "ASSIGNED",
  "REPLY",
  "NOTE",
  "STATUS_CHANGED",
  "CONTACT_ADDED",
  "CONTACT_REMOVED",
  "CONTACT_LEFT",
  "PRIMARY_CONTACT_CHANGED",
  "CONTACT_ADDRESS_CHANGED",
  "CLOSED",
  "REOPENED",
  "SEVERITY_CHANGE_ASKED",
  "SEVERITY_CHANGED",
  "ATTACHMENT_ADDED",
  "HANDED_OVER",
  "ROUTED",
  "INVITATION_REDEEMED",
  "ACCESS_ASKED",
  "MAIL_BOUNCED",
  "INCIDENT_REFUNDED",
  "RATED",
  "CLOSING_SOON",
  "SPLIT_PROPOSED",
  "SPLIT_DECIDED",
  "NEAR_BREACH",
  "BREACHED",
  "AUTO_REPLY",
  "MARKED_AS_MESSAGE",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** How an entry came in. */
export const CHANNELS = ["PORTAL", "MAIL", "API", "SYSTEM"] as const;
export type Channel = (typeof CHANNELS)[number];

const INTERNAL_KINDS: ReadonlySet<TimelineKind> = new Set(["NOTE", "HANDED_OVER", "ROUTED", "NEAR_BREACH", "BREACHED"]);

/** Kinds that no customer ever learns of: no row, no count, no cursor, no moved timestamp. */
export const isInternalKind = (kind: TimelineKind): boolean => INTERNAL_KINDS.has(kind);

/** Who acted: somebody on either side, a program that answers by itself, or the portal. */
export type ActorKind = "CONTACT" | "ENGINEER" | "AUTOMATION" | "SYSTEM";

/** What stands on the customer's side and came without an account is a mail. */
export const actorKindOf = ({
  kind,
  channel,
  actorId,
  isFromSupport,
}: Pick<TimelineEntry, "kind" | "channel" | "actorId" | "isFromSupport">): ActorKind => {
  if (kind === "AUTO_REPLY") return "AUTOMATION";
  if (actorId !== null) return isFromSupport ? "ENGINEER" : "CONTACT";
  return channel === "MAIL" && kind === "REPLY" ? "CONTACT" : "SYSTEM";
};

/** What an entry is about, beside its text: ids, codes and names. */
export interface TimelineParams {
  readonly severity?: Severity;
  readonly from?: string;
  readonly to?: string;
  readonly contactId?: string;
  readonly attachmentId?: string;
  readonly reason?: string;
  /** Name or number of what the entry is about. */
  readonly name?: string;
  readonly score?: number;
}

export interface TimelineEntry {
  /** `evt_…`, time-ordered. */
  readonly id: string;
  readonly requestId: string;
  readonly kind: TimelineKind;
  /** Null for the system. */
  readonly actorId: string | null;
  readonly isFromSupport: boolean;
  readonly isInternal: boolean;
  /** Markdown as it was typed. */
  readonly text: string | null;
  /** The status it led to. */
  readonly status: RequestStatus | null;
  readonly at: EpochMs;
  readonly editedAt: EpochMs | null;
  readonly channel: Channel;
  readonly params: TimelineParams | null;
  /** The mail that an answer by mail quotes, shown on demand; null without one. */
  readonly quoted: string | null;
  /** Set for what came in by mail. */
  readonly mail: ReceivedMail | null;
}
