/** A mail for a request: judged, its files kept, then one entry of its conversation, all or nothing (F50). */
import {
  type AutomaticReply,
  DAY,
  HOUR,
  LONGEST_MAIL_TEXT,
  type MailProblem,
  makeReadable,
  normaliseEmail,
  type ReceivedMail,
} from "@accord/domain";
import type { WriteStores } from "../../../kernel/db/index.js";
import { idempotencyStore } from "../../../kernel/graphql/idempotency.store.js";
import { outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { rateCounterStore } from "../../../kernel/limits/rate-counter.store.js";
import { requestStore } from "../../requests/module.js";
import { accountOfContact } from "../contact-account.js";
import { automaticReplyOf } from "./automatic-mail.js";
import type { InboundContext, Incoming, Judged } from "./incoming.js";
import { keepFiles } from "./keep-files.js";
import { memoryOf } from "./letter-memory.js";
import { splitText } from "./quoted-text.js";
import type { InboundMail } from "./read-mail.js";
import type { MailEntry, Receiver, Reception, ReplyAddress } from "./receiver.js";
import { answersSubject } from "./vacation-notes.js";

/** Each for itself: a program that goes round in circles takes nothing from the person. */
const MAILS_PER_HOUR = 60;

export const takeMail = async (receiver: Receiver, to: ReplyAddress, incoming: Incoming): Promise<Reception> => {
  const ground = await groundOf(receiver, to, incoming);
  if (ground === null || receiver.postMail === null || receiver.keepFile === null) return "GONE";
  const judged = await judge(receiver, ground);
  const early = await wouldRefuse(receiver, ground, judged);
  if (early !== null) return early;
  const kept = await keepFiles(receiver, ground, judged);
  return post(receiver, ground, judged, { ...judged.received, leftOut: kept.leftOut, rawId: kept.rawId }, kept.ids);
};

const groundOf = async (
  { db }: Receiver,
  { requestId, contactId }: ReplyAddress,
  incoming: Incoming,
): Promise<InboundContext | null> => {
  const request = await db.read.of(requestStore).byId(requestId);
  const contact = (await db.read.of(requestStore).contactsOf([requestId])).find(({ id }) => id === contactId);
  if (request === null || contact === undefined) return null;
  return { ...incoming, requestId, contactId, request, contact, account: await accountOfContact(db.read, contact) };
};

const judge = async (receiver: Receiver, ground: InboundContext): Promise<Judged> => {
  const { mail, envelopeFrom, request, isNote } = ground;
  const read = splitText(makeReadable(mail.text), await memoryOf(receiver.letters, request, receiver.senders));
  const split = read.own === "" ? { ...read, own: subjectAlone(mail) } : read;
  const { isOwnMessageId } = receiver.addresses;
  const said = automaticReplyOf(mail, split, { from: envelopeFrom, isOwnMessageId });
  const automatic = isNote === true ? (said ?? "OTHER") : said;
  const text = cut(split.own);
  const quoted = cut(split.quoted);
  const isCut = text.length < split.own.length || quoted.length < split.quoted.length;
  const problem = problemOf(mail, split, automatic, isCut);
  return { text, quoted, received: { sender: senderOf(ground), automatic, problem, rawId: null, leftOut: [] } };
};

/** Some write all they have to say into the subject; one that answers ours says nothing. */
const subjectAlone = ({ subject }: InboundMail): string => {
  const words = makeReadable(subject, false).trim();
  return answersSubject(words) ? "" : words;
};

/** At a line where one is near, and never inside a character. */
const cut = (text: string): string => {
  if (text.length <= LONGEST_MAIL_TEXT) return text;
  const end = text.lastIndexOf("\n", LONGEST_MAIL_TEXT);
  const kept = text.slice(0, end > LONGEST_MAIL_TEXT / 2 ? end : LONGEST_MAIL_TEXT);
  return kept.replace(/[\ud800-\udbff]$/, "");
};

const problemOf = (
  mail: InboundMail,
  { own, quoted }: { readonly own: string; readonly quoted: string },
  automatic: AutomaticReply | null,
  isCut: boolean,
): MailProblem | null => {
  const isSilent = own === "" && mail.files.every(({ contentType }) => SEALED_FILE.test(contentType));
  if (isSilent && (mail.isSealed || mail.files.length > 0)) return "UNREADABLE";
  if (isSilent && automatic === null) return mail.isDamaged && quoted === "" ? "UNREADABLE" : "EMPTY";
  if (mail.isDamaged || mail.isSealed) return "PARTLY_READABLE";
  return isCut ? "TOO_LONG" : null;
};
/** Outlook's own wrapping of a text, which no other program opens. */
const SEALED_FILE = /^application\/(vnd\.)?ms-tnef$/;

/** Who says to have sent it, where that is not whose address was answered. */
const senderOf = ({ mail, contact, account }: InboundContext): string | null => {
  const given = /<([^<>]+@[^<>]+)>\s*$/.exec(mail.from)?.[1] ?? mail.from;
  const sender = normaliseEmail(given) ?? makeReadable(given, false).trim().slice(0, 254);
  return sender === "" || sender === contact.email || sender === account?.email ? null : sender;
};

const claimOf = ({ contactId, mail }: InboundContext, at: number) => ({
  principalId: contactId,
  operation: "mailReply",
  // The same name may stand on another content, and a mail need not have one.
  key: mail.digest,
  fingerprint: "",
  at,
});

const rateKeyOf = ({ contactId }: InboundContext, { received }: Judged): string =>
  `mail-in:${received.automatic === null ? "" : "automatic:"}${contactId}`;

/** What would be refused anyhow keeps no file first. */
const wouldRefuse = async (
  { db, clock }: Receiver,
  ground: InboundContext,
  judged: Judged,
): Promise<Reception | null> => {
  const isCounted = await db.read.of(rateCounterStore).peek(rateKeyOf(ground, judged), MAILS_PER_HOUR, clock.now());
  if (!isCounted.allowed) return "BUSY";
  return ground.request.status === "CLOSED" && judged.received.automatic === null ? "CLOSED" : null;
};

const post = (
  { db, clock, postMail }: Receiver,
  ground: InboundContext,
  judged: Judged,
  mail: ReceivedMail,
  fileIds: readonly string[],
): Promise<Reception> =>
  db.transaction("take mail", async (tx): Promise<Reception> => {
    const at = clock.now();
    if ((await tx.of(idempotencyStore).claim(claimOf(ground, at))).outcome !== "NEW") return "DONE";
    const counted = await tx.of(rateCounterStore).consume(rateKeyOf(ground, judged), 1, MAILS_PER_HOUR, HOUR, at);
    if (!counted.allowed) return tx.abort("BUSY" satisfies Reception);
    const { requestId, contactId, account } = ground;
    // Removed while the mail was on its way: as if it had been turned away at the door.
    const contact = (await tx.of(requestStore).contactsOf([requestId])).find(({ id }) => id === contactId);
    if (contact === undefined) return tx.abort("GONE" satisfies Reception);
    const entry: MailEntry = {
      requestId,
      contact: { ...contact, accountId: account?.id ?? null },
      text: judged.text || null,
      quoted: judged.quoted || null,
      mail,
      fileIds,
      at,
    };
    if (postMail === null || !(await postMail(tx, entry))) return tx.abort("CLOSED" satisfies Reception);
    if (mail.problem === "UNREADABLE" && mail.automatic === null) await tellContact(tx, ground, at);
    return "DONE";
  });

/** That their mail could not be read, once a day at most: whatever answers that by itself starts no conversation. */
const tellContact = async (tx: WriteStores, { requestId, contactId }: InboundContext, at: number): Promise<void> => {
  await tx.of(outboxStore).add({
    dedupeKey: `mail:unreadable:${contactId}:${Math.floor(at / DAY)}`,
    kind: "mail.unreadable",
    payload: { requestId, contactId },
    at,
  });
};
