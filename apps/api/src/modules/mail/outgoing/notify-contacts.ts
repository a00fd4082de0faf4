/** Turns what happened to a request into notices and single mails, in one unit with the message it came from (F71, P12). */
import {
  defaultMailOn,
  type EpochMs,
  type Happening,
  type MailTo,
  type NoticeKind,
  type RequestContact,
  recipientsOf,
} from "@accord/domain";
import { newId, type WriteStores } from "../../../kernel/db/index.js";
import {
  ACCESS_ASK_KIND,
  ACTIVITY_KIND,
  CONFIRMATION_KIND,
  type OutboxMessage,
  outboxStore,
} from "../../../kernel/jobs/outbox.store.js";
import { noticeStore } from "../../notices/module.js";
import { type RequestDetail, requestStore, type TimelineRow } from "../../requests/module.js";
import { withAccounts } from "../contact-account.js";
import { staffOf } from "../letter-sources.js";
import { messageKindOf, type RequestMailKind } from "../letters/request-letter.js";
import { tellAsk } from "./tell-ask.js";

/** Adds what is missing of the notices and mails; the same message twice adds nothing twice. */
export const notifyContacts = async (tx: WriteStores, message: OutboxMessage, at: EpochMs): Promise<void> => {
  if (message.kind === ACCESS_ASK_KIND) return tellAsk(tx, String(message.payload.askId), at);
  const requestId = String(message.payload.requestId);
  const request = await tx.of(requestStore).byId(requestId);
  if (request === null) return;
  const told = await whatHappened(tx, message, request);
  if (told === null) return;
  const contacts = await withAccounts(tx, await tx.of(requestStore).contactsOf([requestId]));
  const staff = await staffOf(tx, request, at);
  const audience = {
    request,
    contacts,
    ...staff,
    subscriptions: await tx.of(noticeStore).subscriptions(requestId),
    mailOn: await preferencesOf(tx, [request.engineerId, ...staff.team, ...staff.onCall], contacts),
  };
  const { notices, mails } = recipientsOf(told.happening, audience);
  await tx.of(noticeStore).add(notices.map((notice) => ({ ...notice, requestId, source: told.source, at })));
  for (const mail of mails) await addMail(tx, mail, { requestId, entryId: told.entryId, source: told.source, at });
};

interface Told {
  readonly happening: Happening;
  readonly entryId: string | null;
  /** A request is new to an account once, however often it is routed. */
  readonly source: string;
}

const whatHappened = async (tx: WriteStores, message: OutboxMessage, request: RequestDetail): Promise<Told | null> => {
  if (message.kind === CONFIRMATION_KIND) {
    const happening: Happening = {
      kind: "SUBMITTED",
      actorId: request.submitterId,
      isFromSupport: false,
      isInternal: false,
      status: "NEW",
      contactId: null,
      isPartOfReply: false,
    };
    return { happening, entryId: null, source: `new:${request.id}` };
  }
  if (message.kind !== ACTIVITY_KIND) throw new Error(`nobody knows what ${message.kind} tells`);
  const entry = await tx.of(requestStore).entryById(String(message.payload.entryId));
  if (entry === null) return null;
  const happening = {
    ...entry,
    contactId: entry.params?.contactId ?? null,
    isPartOfReply: await isPartOfReply(tx, entry),
  };
  return { happening, entryId: entry.id, source: entry.kind === "ROUTED" ? `new:${request.id}` : entry.id };
};

/** Whether the same person wrote a reply in the same moment. */
const isPartOfReply = async (tx: WriteStores, entry: TimelineRow): Promise<boolean> => {
  if (entry.kind === "REPLY" || entry.actorId === null) return false;
  const after = newId("evt", entry.at + 1);
  const { rows } = await tx.of(requestStore).timeline(entry.requestId, { first: 20, after });
  return rows.some(({ kind, actorId, at }) => kind === "REPLY" && actorId === entry.actorId && at === entry.at);
};

const preferencesOf = async (
  tx: WriteStores,
  staffIds: readonly (string | null)[],
  contacts: readonly RequestContact[],
): Promise<(accountId: string) => readonly NoticeKind[]> => {
  const all = [...staffIds, ...contacts.map(({ accountId }) => accountId)];
  const ids = [...new Set(all.filter((id) => id !== null))];
  const chosen = await tx.of(noticeStore).mailOn(ids);
  const staff = new Set(staffIds);
  return (id) => chosen.get(id) ?? defaultMailOn({ roles: staff.has(id) ? ["ENGINEER"] : [] });
};

const addMail = async (
  tx: WriteStores,
  mail: MailTo,
  { requestId, entryId, source, at }: { requestId: string; entryId: string | null; source: string; at: EpochMs },
): Promise<void> => {
  const to = "contactId" in mail ? { contactId: mail.contactId } : { accountId: mail.accountId };
  await tx.of(outboxStore).add({
    dedupeKey: `mail:${source}:${"contactId" in mail ? mail.contactId : mail.accountId}`,
    // Being added is never mailed (R87): the domain answers no such mail.
    kind: messageKindOf(mail.kind as RequestMailKind),
    payload: { requestId, ...to, ...(entryId === null ? {} : { entryId }) },
    at,
  });
};
