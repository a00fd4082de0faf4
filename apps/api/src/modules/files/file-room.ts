/** Where the bytes of files stand: uploads as they come in, then content under its digest; on disk or on S3. */
import type { Readable } from "node:stream";
import type { EpochMs } from "@accord/domain";
import type { DataStore } from "@tus/server";

export interface Content {
  /** Bytes. */
  readonly size: number;
  /** Another text as soon as the bytes may be others. */
  readonly version: string;
}

export interface Stored {
  /** The digest of content, the attachment's id of an upload. */
  readonly name: string;
  readonly modifiedAt: EpochMs;
}

/** Both ends counted, as in the Range header. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Content out of reach of readers, to be judged once more. */
export interface SetAside {
  putBack(): Promise<void>;
  destroy(): Promise<void>;
}

export interface FileRoom {
  /** What the tus server writes uploads through. */
  readonly uploads: DataStore;
  /** How `uploads` names the upload of an attachment, and back. */
  uploadKey(attachmentId: string): string;
  /** Makes ready to take the bytes; does nothing when it is. */
  begin(attachmentId: string, size: number): Promise<void>;
  /** Bytes that are here; null: not begun, or gone. */
  received(attachmentId: string): Promise<number | null>;
  readUpload(attachmentId: string): Promise<Readable>;
  /** Puts the upload under its digest, to stay through a power cut. Does it once; the same content stands there once. */
  keep(attachmentId: string, sha256: string, at: EpochMs): Promise<void>;
  dropUpload(attachmentId: string): Promise<void>;
  find(sha256: string): Promise<Content | null>;
  /** Bytes of content that is there; a whole one without a range. */
  read(sha256: string, range: ByteRange | null): Promise<Readable>;
  contents(): AsyncIterable<Stored>;
  begun(): AsyncIterable<Stored>;
  /** Puts back what was set aside when its process ended. */
  recover(): Promise<void>;
  /** Null when it is not there. */
  setAside(sha256: string): Promise<SetAside | null>;
}

/** The size an upload was begun with; null: no upload any more. */
export type SizeOf = (attachmentId: string) => Promise<number | null>;
