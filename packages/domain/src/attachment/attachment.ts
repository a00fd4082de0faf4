/** Files sent with a request: where they stand and whose they are (R7, R92, F37, F47). */

import type { EpochMs } from "../shared/calendar.js";
import { DAY } from "../shared/durations.js";

/**
 * UPLOADING: not all of it is here. SCANNING: here, the scanner has not answered. CLEAN: scanned. UNSCANNED: nobody scans here.
 * INFECTED: never handed out. REFUSED: not what it claimed to be; nothing of it was kept.
 */
export const ATTACHMENT_STATES = ["UPLOADING", "SCANNING", "CLEAN", "UNSCANNED", "INFECTED", "REFUSED"] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];

/** Why a file was not taken, or is not handed out. */
export const ATTACHMENT_REFUSALS = ["EMPTY", "TOO_LARGE", "TYPE", "INFECTED"] as const;
export type AttachmentRefusal = (typeof ATTACHMENT_REFUSALS)[number];

export interface Attachment {
  /** `att_…` */
  readonly id: string;
  /** The request it belongs to; null while it belongs to a draft. */
  readonly requestId: string | null;
  readonly draftId: string | null;
  /** The timeline entry it was sent with; null: chosen, not sent yet. */
  readonly entryId: string | null;
  /** Null for what came in the mail of a contact without an account. */
  readonly uploaderId: string | null;
  /** As it is shown; never a path. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** What the sender said it is. */
  readonly declaredType: string;
  /** What its bytes say; null until they are here. */
  readonly mediaType: string | null;
  /** Hex; null until the bytes are here. */
  readonly sha256: string | null;
  readonly state: AttachmentState;
  readonly refusal: AttachmentRefusal | null;
  readonly createdAt: EpochMs;
  readonly uploadedAt: EpochMs | null;
  /** When it is thrown away unless it is finished or sent; null: never by itself. */
  readonly expiresAt: EpochMs | null;
}

/** All of it is here and it may go along with what is sent. */
export const isTakable = ({ state }: Pick<Attachment, "state">): boolean =>
  state === "SCANNING" || state === "CLEAN" || state === "UNSCANNED";

/** Its bytes may be handed out. What is still being scanned is not. */
export const isDownloadable = ({ state }: Pick<Attachment, "state">): boolean =>
  state === "CLEAN" || state === "UNSCANNED";

/** A day to come back to an upload, or to send what was uploaded. */
export const UPLOAD_KEPT_FOR_MS = DAY;
