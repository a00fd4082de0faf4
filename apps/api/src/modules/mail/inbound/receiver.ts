/** What the inbound port works with, and what a mail becomes (F50). */
import type { EpochMs, LeftOutReason, ReceivedMail, RequestContact } from "@accord/domain";
import type { Clock } from "../../../kernel/clock.js";
import type { Database, WriteStores } from "../../../kernel/db/index.js";
import type { MailAddresses } from "../addresses.js";
import type { LetterContext } from "../letters/letter-of.js";

/** One entry of a conversation, as a mail makes it. */
export interface MailEntry {
  readonly requestId: string;
  readonly contact: RequestContact;
  readonly text: string | null;
  readonly quoted: string | null;
  readonly mail: ReceivedMail;
  /** Files that were kept for it, the mail itself with them. */
  readonly fileIds: readonly string[];
  readonly at: EpochMs;
}

/** Adds the mail to the conversation; false when the request takes no messages any more. */
export type PostMail = (tx: WriteStores, entry: MailEntry) => Promise<boolean>;

export interface FileOfMail {
  readonly requestId: string;
  /** Null for a contact without an account. */
  readonly uploaderId: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** The mail as it came: no limit of files stops it. */
  readonly isRaw: boolean;
}

/** Keeps a file as an upload is kept, or says why not; its id goes along with the entry. */
export type KeepFile = (file: FileOfMail) => Promise<{ readonly id: string } | { readonly reason: LeftOutReason }>;

export interface Receiver {
  readonly db: Database;
  readonly clock: Clock;
  readonly addresses: MailAddresses;
  readonly letters: Pick<LetterContext, "catalogue">;
  /** Addresses our mails are from. */
  readonly senders: readonly string[];
  readonly postMail: PostMail | null;
  readonly keepFile: KeepFile | null;
  readonly log: { error(fields: object, message: string): void };
}

export interface ReplyAddress {
  readonly requestId: string;
  readonly contactId: string;
}

/** Whom a mail may be for: an address of ours whose signature holds, and whose contact is one still. */
export type Destination =
  | ({ readonly kind: "reply" } & ReplyAddress)
  | { readonly kind: "bounce"; readonly messageId: string };

/** `CLOSED`, `BUSY`, `GONE`: the sender's mail server tells the person. */
export type Reception = "DONE" | "CLOSED" | "BUSY" | "GONE";
