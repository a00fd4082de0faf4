/** Support requests, their contacts and timeline (R60–R97). Who may see one is decided by its contact rows (decision 5). */
import type {
  ClosedReason,
  ContactRole,
  EpochMs,
  RequestContact,
  RequestStatus,
  Severity,
  SupportRequest,
} from "@accord/domain";
import type { Page, PageRequest } from "../page.js";

/** Who looks: rows bound to the account, and rows that carry its proven (normalised) address. */
export interface RequestViewer {
  readonly id: string;
  /** Null when the address is not proven: then only bound rows count. */
  readonly provenEmail: string | null;
}

/** Facts of the plan that every contact may see (reliability.md, A). */
export interface PlanFacts {
  readonly programmeId: string | null;
  readonly planEndsOn: string | null;
  /** Null also for an unlimited plan. */
  readonly planIncidentsRemaining: number | null;
}

/** A row of a list: everything but the description. */
export interface RequestSummary extends Omit<SupportRequest, "description">, PlanFacts {
  readonly viewerRole: ContactRole;
}

export interface RequestDetail extends SupportRequest, PlanFacts {}

export interface RequestFilter {
  readonly isOpen?: boolean | null;
  /** Any of these; an empty list matches nothing. `turn` of the API is a list of statuses (domain: turnOf). */
  readonly statuses?: readonly RequestStatus[] | null;
  readonly severities?: readonly Severity[] | null;
  /** Part of the number or the title, without regard to case and diacritics. */
  readonly search?: string | null;
  readonly role?: ContactRole | null;
  readonly updatedSince?: EpochMs | null;
  /** Versions of the product asked for. */
  readonly productVersionIds?: readonly string[] | null;
}

export const TIMELINE_KINDS = [
  "SUBMITTED",
  "ASSIGNED",
  "REPLY",
  "STATUS_CHANGED",
  "CONTACT_ADDED",
  "CONTACT_REMOVED",
  "CLOSED",
  "REOPENED",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export interface TimelineEntry {
  /** `evt_…`, time-ordered. */
  readonly id: string;
  readonly requestId: string;
  readonly kind: TimelineKind;
  readonly actorId: string | null;
  readonly isFromSupport: boolean;
  /** Never shown to customers. */
  readonly isInternal: boolean;
  readonly text: string | null;
  readonly status: RequestStatus | null;
  readonly at: EpochMs;
}

export interface TimelineRow extends TimelineEntry {
  /** Name of the actor's account as it is now; null for the system. */
  readonly actorName: string | null;
}

export interface RequestChanges {
  readonly status?: RequestStatus;
  readonly closedReason?: ClosedReason | null;
  readonly engineerId?: string | null;
  readonly severity?: Severity;
  readonly support24x7?: boolean;
  readonly closedAt?: EpochMs | null;
  readonly lastCommunicationAt?: EpochMs;
  readonly updatedAt: EpochMs;
}

export interface RequestReads {
  byId(id: string): Promise<RequestDetail | null>;
  byIds(ids: readonly string[]): Promise<RequestDetail[]>;
  byNumber(number: string): Promise<RequestDetail | null>;
  /** Contacts in force (not removed) of these requests: primary first, then by id. */
  contactsOf(requestIds: readonly string[]): Promise<RequestContact[]>;
  /** Newest created first (hot path W2). Ids are time-ordered and never change, so pages never shift. */
  pageForAccount(viewer: RequestViewer, filter: RequestFilter, page: PageRequest): Promise<Page<RequestSummary>>;
  countForAccount(viewer: RequestViewer, filter: RequestFilter): Promise<number>;
  /** Newest first (hot path W4). */
  timeline(requestId: string, page: PageRequest, options?: { includeInternal?: boolean }): Promise<Page<TimelineRow>>;
}

export interface RequestWrites extends RequestReads {
  create(request: SupportRequest, contacts: readonly RequestContact[], events: readonly TimelineEntry[]): Promise<void>;
  /** False when unknown, or when `expectedStatus` is given and somebody changed it meanwhile. */
  update(id: string, changes: RequestChanges, expectedStatus?: RequestStatus): Promise<boolean>;
  addContacts(contacts: readonly RequestContact[]): Promise<void>;
  /** False when unknown or removed before. */
  removeContact(contactId: string, at: EpochMs): Promise<boolean>;
  /** Makes an additional contact the primary one; the present primary becomes additional. False when it is no contact in force. */
  setPrimary(requestId: string, contactId: string): Promise<boolean>;
  addEvents(events: readonly TimelineEntry[]): Promise<void>;
  /** Binds unbound contact rows that carry the account's proven, normalised address; returns how many. */
  bindContacts(accountId: string, provenEmail: string): Promise<number>;
}
