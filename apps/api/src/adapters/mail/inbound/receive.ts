/** What an incoming mail does: an answer becomes a message of its request, a returned mail is noted on it (F50, E24). */
import { type EpochMs, type Language, makeReadable, type RequestContact } from "@accord/domain";
import type { Clock } from "../../../clock.js";
import type { Database, WriteStores } from "../../../storage/index.js";
import type { MailAddresses } from "../addresses.js";
import { accountOfContact } from "../contact-account.js";
import { recordTrouble } from "../mail-trouble.js";
import { tell } from "../messages/index.js";
import { ownTextOf } from "./quoted-text.js";
import { type InboundMail, readMail } from "./read-mail.js";

export interface MailReply {
  readonly requestId: string;
  readonly contact: RequestContact;
  readonly text: string;
  readonly at: EpochMs;
}

/** Adds the answer to the conversation as the contact's own message; false when the request takes none any more. */
export type PostReply = (tx: WriteStores, reply: MailReply) => Promise<boolean>;

export interface Receiver {
  readonly db: Database;
  readonly clock: Clock;
  readonly addresses: MailAddresses;
  readonly postReply: PostReply | null;
  readonly log: { error(fields: object, message: string): void };
}

/** Whom a mail may be for: an address of ours whose signature holds, and whose contact is one still. */
export type Destination =
  | { readonly kind: "reply"; readonly requestId: string; readonly contactId: string }
  | { readonly kind: "bounce"; readonly messageId: string };

/** `DONE` also when it was ignored: nobody answers a machine. `CLOSED`, `BUSY`: the sender's mail server tells the person. */
export type Reception = "DONE" | "CLOSED" | "BUSY";

const HOUR = 3_600_000;
const REPLIES_PER_HOUR = 60;
const LONGEST_TEXT = 20_000;

/** Null for an address that is none of ours, was tampered with, or belongs to nobody any more. */
export const destinationOf = async ({ db, addresses }: Receiver, localPart: string): Promise<Destination | null> => {
  const own = addresses.read(localPart);
  if (own === null || own.kind === "bounce") return own;
  const { contactId } = own;
  const requestId = await db.read.mailTroubles.requestOf(contactId);
  if (requestId === null) return null;
  return addresses.isReplyOf(own.signature, requestId, contactId) ? { kind: "reply", requestId, contactId } : null;
};

/** @throws when the mail cannot be kept: its sender tries again */
export const receive = async (
  receiver: Receiver,
  destination: Destination,
  raw: Buffer,
  envelopeFrom: string,
): Promise<Reception> => {
  const mail = await readMail(raw);
  if (destination.kind === "bounce") {
    if (mail.isFailureReport) await noteReturned(receiver, destination.messageId);
    return "DONE";
  }
  const isOwn = mail.messageId !== null && receiver.addresses.isOwnMessageId(mail.messageId);
  // The empty sender marks reports and automatic answers: only people write answers.
  return mail.isAutomatic || isOwn || envelopeFrom === "" ? "DONE" : takeAnswer(receiver, destination, mail);
};

const noteReturned = ({ db, clock }: Receiver, messageId: string): Promise<void> =>
  db.run("note returned mail", async (tx) => {
    const at = clock.now();
    if (!(await tx.outboxWork.markBounced(messageId, at))) return;
    const message = await tx.outbox.byId(messageId);
    if (message !== null) await recordTrouble(tx, message, "BOUNCED", at);
  });

const takeAnswer = (
  { db, clock, postReply }: Receiver,
  { requestId, contactId }: Extract<Destination, { kind: "reply" }>,
  mail: InboundMail,
): Promise<Reception> =>
  db.run("take answer by mail", async (tx): Promise<Reception> => {
    const at = clock.now();
    const claim = { principalId: contactId, operation: "mailReply", key: mail.messageId ?? `none:${at}` };
    if ((await tx.idempotency.claim({ ...claim, fingerprint: "", at })).outcome !== "NEW") return "DONE";
    const counted = await tx.rateCounters.consume(`mail-in:${contactId}`, 1, REPLIES_PER_HOUR, HOUR, at);
    if (!counted.allowed) return tx.rollBackWith("BUSY" satisfies Reception);
    // Removed while the mail was on its way: as if it had been turned away at the door.
    const contact = (await tx.requests.contactsOf([requestId])).find(({ id }) => id === contactId);
    if (contact === undefined) return "DONE";
    const account = await accountOfContact(tx, contact);
    const text = textOf(account?.profile?.language ?? "en", mail);
    if (text === "") return "DONE";
    const answer = { requestId, contact: { ...contact, accountId: account?.id ?? null }, text, at };
    const isPosted = postReply !== null && (await postReply(tx, answer));
    return isPosted ? "DONE" : tx.rollBackWith("CLOSED" satisfies Reception);
  });

const textOf = (language: Language, mail: InboundMail): string => {
  const own = makeReadable(ownTextOf(mail.text));
  const names = mail.attachmentNames;
  const note =
    names.length === 0
      ? ""
      : `(${tell(language, "attachmentsLeftOut", { count: names.length, names: names.join(", ") })})`;
  const room = LONGEST_TEXT - note.length - 4;
  const shown = own.length > room ? `${own.slice(0, room)}…` : own;
  return [shown, note].filter((part) => part !== "").join("\n\n");
};
