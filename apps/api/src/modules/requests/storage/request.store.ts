/** Support requests, their contacts and timeline (R60–R97). Who may see one is decided by its contact rows (G5). */
import type {
  Channel,
  ClosedReason,
  ContactRole,
  TimelineEntry as Entry,
  EpochMs,
  Pause,
  PersonName,
  Rating,
  ReceivedMail,
  RequestContact,
  RequestLife,
  RequestStatus,
  Severity,
  SeverityAsk,
  SilenceBounds,
  SupportRequest,
  TimelineParams,
} from "@accord/domain";
import type { Page, PageRequest } from "../../../kernel/db/page.js";
import type { Reference } from "../../references/module.js";

/** Who looks: rows bound to the account, and rows that carry its proven (normalised) address. */
export interface RequestViewer {
  readonly id: string;
  /** Null when the address is not proven: then only bound rows count. */
  readonly provenEmail: string | null;
}

/** Facts of the plan that every contact may see. */
export interface PlanFacts {
  readonly programmeId: string | null;
  readonly planEndsOn: string | null;
  /** Null also for an unlimited plan. */
  readonly planIncidentsRemaining: number | null;
}

/** A row of a list: everything but the description. */
export interface RequestSummary extends Omit<SupportRequest, "description">, PlanFacts {
  readonly viewerRole: ContactRole;
  /** Of the engineer who owns it. */
  readonly engineerName: string | null;
  readonly primaryContact: RequestContact;
}

/** What the fields of a request are read of: a row of a list is without its description and its life, a whole one without the viewer's part. */
export type RequestSource = Omit<SupportRequest, "description"> &
  PlanFacts &
  Pick<RequestSummary, "engineerName"> &
  Partial<Pick<RequestSummary, "viewerRole" | "primaryContact"> & Pick<SupportRequest, "description"> & RequestLife>;

/** A request to be written, with the team it is routed to. */
export interface NewRequest extends SupportRequest {
  readonly teamId?: string | null;
  /** The packs it was judged by (packs.set). */
  readonly packSetId?: string | null;
}

export interface RequestDetail extends SupportRequest, PlanFacts, RequestLife {
  /** Of the engineer who owns it. */
  readonly engineerName: string | null;
}

export interface RequestFilter {
  readonly isOpen?: boolean | null;
  /** Any of these; an empty list matches nothing. `turn` of the API is a list of statuses (domain: turnOf). */
  readonly statuses?: readonly RequestStatus[] | null;
  readonly severities?: readonly Severity[] | null;
  /** Parts that must all stand in number, title, description or a message that is not internal (domain: searchedParts). */
  readonly search?: string | null;
  readonly role?: ContactRole | null;
  readonly updatedSince?: EpochMs | null;
  /** Versions of the product asked for. */
  readonly productVersionIds?: readonly string[] | null;
  readonly categoryId?: string | null;
  /** Told apart within a category. */
  readonly problemId?: string | null;
  /** What the viewer calls it, and keeps with it. */
  readonly calledSo?: Reference;
}

/** An entry to be written. One of an internal kind is internal whatever it says. */
export type TimelineEntry = Omit<Entry, "editedAt" | "channel" | "params" | "quoted" | "mail"> & {
  /** Left out: the portal, or the system where nobody acted. */
  readonly channel?: Channel;
  readonly params?: TimelineParams | null;
  readonly quoted?: string | null;
  readonly mail?: ReceivedMail | null;
};

export interface TimelineRow extends Entry {
  /** Name of the actor's account as it is now; null for the system. */
  readonly actorName: string | null;
}

/**
 * What to change. A change that tells when (`updatedAt`) is one that customers may know of: it renews the wait for their answer.
 * A change of status begins or ends that wait and the pause of the deadline; a change of severity settles the ask for one.
 */
export interface RequestChanges {
  readonly status?: RequestStatus;
  readonly closedReason?: ClosedReason | null;
  readonly engineerId?: string | null;
  readonly severity?: Severity;
  readonly support24x7?: boolean;
  readonly closedAt?: EpochMs | null;
  readonly lastCommunicationAt?: EpochMs;
  readonly teamId?: string | null;
  /** Kept only where nobody answered before. */
  readonly firstRespondedAt?: EpochMs;
  /** The deadline moves with the instant from which it is near. */
  readonly firstResponseDueAt?: EpochMs;
  readonly nearBreachAt?: EpochMs;
  readonly closingNoticeAt?: EpochMs;
  readonly severityAsk?: SeverityAsk | null;
  readonly rating?: Rating;
  /** Left out: nobody but support learns of the change. Always there with a status. */
  readonly updatedAt?: EpochMs;
}

export interface RequestPause extends Pause {
  readonly requestId: string;
}

export interface RequestPage extends PageRequest {
  /** By the last change in place of the creation; `after` is a place of `updatePlaceOf` then. */
  readonly isByUpdate?: boolean;
}

export interface RequestReads {
  byId(id: string): Promise<RequestDetail | null>;
  byIds(ids: readonly string[]): Promise<RequestDetail[]>;
  /** Of these requests, oldest first. */
  pausesOf(requestIds: readonly string[]): Promise<RequestPause[]>;
  /** Ids of requests that wait for the customer and have something due, longest wait first. */
  silent(bounds: SilenceBounds, first: number): Promise<string[]>;
  entryById(entryId: string): Promise<TimelineRow | null>;
  byNumber(number: string): Promise<RequestDetail | null>;
  /** Contacts in force (not removed) of these requests: primary first, then by id. */
  contactsOf(requestIds: readonly string[]): Promise<RequestContact[]>;
  /** Newest created first (hot path W2), or latest changed. Ids are time-ordered and never change, so pages never shift. */
  pageForAccount(viewer: RequestViewer, filter: RequestFilter, page: RequestPage): Promise<Page<RequestSummary>>;
  countForAccount(viewer: RequestViewer, filter: RequestFilter): Promise<number>;
  countTimeline(requestId: string, options?: { includeInternal?: boolean }): Promise<number>;
  /** Newest first (hot path W4). */
  timeline(requestId: string, page: PageRequest, options?: { includeInternal?: boolean }): Promise<Page<TimelineRow>>;
}

export interface FollowedContact extends PersonName {
  readonly id: string;
  readonly requestId: string;
}

export interface AddressMove {
  readonly from: string;
  readonly to: string;
  readonly at: EpochMs;
}

export interface RequestWrites extends RequestReads {
  /** False when the number is taken: nothing is written then. */
  create(request: NewRequest, contacts: readonly RequestContact[], events: readonly TimelineEntry[]): Promise<boolean>;
  /** The request, held until the unit ends: nobody changes it meanwhile. */
  byIdForChange(id: string): Promise<RequestDetail | null>;
  /** False when unknown, or when `expectedStatus` is given and somebody changed it meanwhile. */
  update(id: string, changes: RequestChanges, expectedStatus?: RequestStatus): Promise<boolean>;
  addContacts(contacts: readonly RequestContact[]): Promise<void>;
  /** False when unknown or removed before. */
  removeContact(contactId: string, at: EpochMs): Promise<boolean>;
  /** Makes an additional contact the primary one; the present primary becomes additional. False when it is no contact in force. */
  setPrimary(requestId: string, contactId: string, at: EpochMs): Promise<boolean>;
  /** The door for what happened after the submission: the entries, and one outgoing `request.activity` for each. */
  addEvents(events: readonly TimelineEntry[]): Promise<void>;
  /** New text of an entry. False when unknown. */
  editEntry(entryId: string, text: string, at: EpochMs): Promise<boolean>;
  /** What a program seemed to have sent is a reply from now on. False when it is one, or something else. */
  markAsMessage(entryId: string): Promise<boolean>;
  /** Binds unbound contact rows that carry the account's proven, normalised address; returns how many. */
  bindContacts(accountId: string, provenEmail: string, at: EpochMs): Promise<number>;
  /** Contacts bound to the account follow its address, where the request names the new one nowhere else; those that did. */
  followAddress(accountId: string, move: AddressMove): Promise<readonly FollowedContact[]>;
  /** Binds one contact in force; false when it is bound, or the account is bound to the request by another one. */
  bindContact(contactId: string, accountId: string, at: EpochMs): Promise<boolean>;
}
