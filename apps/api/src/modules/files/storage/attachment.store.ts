/** Files of requests and drafts (R7, R92, F47). Who may see one is the domain's to say; the bytes are the files adapter's. */
import type { Attachment, AttachmentRefusal, AttachmentState, EpochMs, FileUsage } from "@accord/domain";
import type { Page, PageRequest } from "../../../kernel/db/page.js";

/** What a file was sent with; null while it was not sent. */
export interface AttachmentEntry {
  readonly isInternal: boolean;
}

export interface AttachmentDetail extends Attachment {
  readonly uploaderName: string;
  readonly entry: AttachmentEntry | null;
}

export type AttachmentOwner = { readonly requestId: string } | { readonly draftId: string };

export type NewAttachment = Pick<
  Attachment,
  "id" | "requestId" | "draftId" | "uploaderId" | "name" | "size" | "declaredType" | "createdAt" | "expiresAt"
>;

/** All of it is here, or it turned out not to be wanted. */
export interface Arrival {
  readonly state: Exclude<AttachmentState, "UPLOADING">;
  readonly mediaType: string;
  readonly refusal: AttachmentRefusal | null;
  readonly uploadedAt: EpochMs;
  readonly expiresAt: EpochMs | null;
}

export interface AttachmentReads {
  byId(id: string): Promise<AttachmentDetail | null>;
  byIds(ids: readonly string[]): Promise<AttachmentDetail[]>;
  /** Oldest first, unfinished and refused ones with them. */
  ofDrafts(draftIds: readonly string[]): Promise<AttachmentDetail[]>;
  /** What was sent with the entries of these requests, oldest first. */
  ofRequests(requestIds: readonly string[]): Promise<AttachmentDetail[]>;
  ofEntries(entryIds: readonly string[]): Promise<AttachmentDetail[]>;
  /** What counts towards the limits: everything but what was refused. */
  usage(owner: AttachmentOwner): Promise<FileUsage>;
  /** Those of `digests` whose bytes somebody still needs, or is just putting there. */
  needed(digests: readonly string[]): Promise<ReadonlySet<string>>;
  /** Waits for the scanner, oldest first. */
  waitingForScan(first: number): Promise<Attachment[]>;
  /** Whose bytes must be there, by id: for `accord verify`. */
  kept(page: PageRequest): Promise<Page<Attachment>>;
  /** Digests of content that arrived at `since` or later, in their order, after `after`. */
  digests(after: string, since: EpochMs, first: number): Promise<readonly string[]>;
  /** Those of `ids` that are still being uploaded. */
  uploading(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface AttachmentWrites extends AttachmentReads {
  create(attachment: NewAttachment): Promise<void>;
  /** Says that the bytes under this digest are needed from now on, before they are put there. False: no upload any more. */
  claim(id: string, sha256: string): Promise<boolean>;
  /** False: no upload any more, or finished before. */
  arrive(id: string, arrival: Arrival): Promise<boolean>;
  /** What the scanner found. False: not waiting for it. */
  settle(id: string, state: "CLEAN" | "UNSCANNED" | "INFECTED"): Promise<boolean>;
  /** A running upload gets more time. */
  prolong(id: string, expiresAt: EpochMs): Promise<void>;
  /** Sends the uploader's own finished, unsent files of the request along with an entry; returns how many. */
  bindToEntry(ids: readonly string[], requestId: string, entryId: string, accountId: string | null): Promise<number>;
  /** The draft's finished files become the request's, sent with its submission; returns how many. */
  takeOver(draftId: string, accountId: string, requestId: string, entryId: string): Promise<number>;
  /** Only what was not sent. False: unknown, or sent. */
  remove(id: string): Promise<boolean>;
  deleteExpired(now: EpochMs): Promise<number>;
}
