/** The thing engineers work on, its statuses (F48), people and severity. */
import type { ContactMethod } from "../account/account.js";
import type { EpochMs, TimeZoneName } from "../shared/calendar.js";

export const SEVERITIES = ["CRITICAL", "MODERATE", "MINIMAL"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const REQUEST_STATUSES = [
  "NEW",
  "ASSIGNED",
  "IN_PROGRESS",
  "WAITING_FOR_CUSTOMER",
  "WAITING_FOR_VENDOR",
  "SOLVED",
  "CLOSED",
] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const CLOSED_REASONS = [
  "SOLVED",
  "NO_ANSWER",
  "CANCELLED",
  "DUPLICATE",
  "PRODUCT_DEFECT",
  "NOT_CHARGEABLE",
] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

export const REFUND_REASONS = ["DUPLICATE", "PRODUCT_DEFECT", "NOT_CHARGEABLE", "CANCELLED_BEFORE_ASSIGNMENT"] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

/** Whose turn it is. */
export const TURNS = ["CUSTOMER", "SUPPORT", "NOBODY"] as const;
export type Turn = (typeof TURNS)[number];

export const CONTACT_ROLES = ["PRIMARY", "ADDITIONAL"] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

export interface RequestContact {
  /** `con_…` */
  readonly id: string;
  readonly requestId: string;
  readonly role: ContactRole;
  /** The account bound to this contact: the submitter's own entry, or one that proved the address (G5). */
  readonly accountId: string | null;
  readonly givenName: string;
  readonly familyName: string;
  /** Normalised address (see normaliseEmail). */
  readonly email: string;
  readonly phone: string | null;
  readonly preferredContactMethod: ContactMethod;
  readonly removedAt: EpochMs | null;
}

export interface SupportRequest {
  /** `req_…` */
  readonly id: string;
  /** Shown to people: sixteen digits. */
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly productVersionId: string;
  readonly categoryId: string;
  readonly problemId: string;
  readonly severity: Severity;
  readonly support24x7: boolean;
  readonly country: string;
  readonly timeZone: TimeZoneName;
  readonly status: RequestStatus;
  readonly closedReason: ClosedReason | null;
  /** Null only for a request entered by staff without a plan. */
  readonly planId: string | null;
  readonly submitterId: string;
  /** The owner engineer's account (R98). */
  readonly engineerId: string | null;
  readonly createdAt: EpochMs;
  readonly consumedAt: EpochMs | null;
  readonly updatedAt: EpochMs;
  readonly closedAt: EpochMs | null;
  readonly firstResponseDueAt: EpochMs;
  /** From when that deadline is near, in the time that counts. */
  readonly nearBreachAt: EpochMs;
  readonly lastCommunicationAt: EpochMs | null;
}
