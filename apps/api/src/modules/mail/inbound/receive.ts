import { outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { outboxWorkStore } from "../../../kernel/jobs/outbox-work.store.js";
import { mailTroubleStore, requestStore } from "../../requests/module.js";
import { recordTrouble } from "../mail-trouble.js";
import { readOrKeep } from "./read-mail.js";
import type { Destination, Receiver, Reception, ReplyAddress } from "./receiver.js";
import { judgeReturned } from "./returned-mail.js";
import { takeMail } from "./take-mail.js";

/** Null for an address that is none of ours, was tampered with, or belongs to nobody any more. */
export const destinationOf = async ({ db, addresses }: Receiver, localPart: string): Promise<Destination | null> => {
  const own = addresses.read(localPart);
  if (own === null || own.kind === "bounce") return own;
  const { contactId } = own;
  const requestId = await db.read.of(mailTroubleStore).requestOf(contactId);
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
  const mail = await readOrKeep(raw, receiver.log);
  if (destination.kind === "reply") return takeMail(receiver, destination, { mail, raw, envelopeFrom });
  const about = await whoGotIt(receiver, destination.messageId);
  const returned = judgeReturned(mail, about?.email ?? null, envelopeFrom);
  if (returned === "RETURNED") await noteReturned(receiver, destination.messageId);
  // What went to support, or is about no request, is nobody's conversation.
  if (returned === "RETURNED" || about === null) return "DONE";
  const reception = await takeMail(receiver, about, { mail, raw, envelopeFrom, isNote: returned === "NOTE" });
  return reception === "CLOSED" && returned === "NOTE" ? "DONE" : reception;
};

/** The contact a message of ours went to; null when it is none any more. */
const whoGotIt = async (
  { db }: Receiver,
  messageId: string,
): Promise<(ReplyAddress & { readonly email: string }) | null> => {
  const { requestId, contactId } = (await db.read.of(outboxStore).byId(messageId))?.payload ?? {};
  if (typeof requestId !== "string" || typeof contactId !== "string") return null;
  const contact = (await db.read.of(requestStore).contactsOf([requestId])).find(({ id }) => id === contactId);
  return contact === undefined ? null : { requestId, contactId, email: contact.email };
};

const noteReturned = ({ db, clock }: Receiver, messageId: string): Promise<void> =>
  db.transaction("note returned mail", async (tx) => {
    const at = clock.now();
    if (!(await tx.of(outboxWorkStore).markBounced(messageId, at))) return;
    const message = await tx.of(outboxStore).byId(messageId);
    if (message !== null) await recordTrouble(tx, message, "BOUNCED", at);
  });
