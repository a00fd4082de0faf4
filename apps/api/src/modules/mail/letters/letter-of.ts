/** The mail that an outgoing message stands for, made when it is sent from what is true then. */
import { type Account, type AnswerLine, answerLines, isStaff, type Language, normaliseEmail } from "@accord/domain";
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../kernel/db/index.js";
import type { OutboxMessage } from "../../../kernel/jobs/outbox.store.js";
import { managedPlanStore } from "../../agreements/module.js";
import type { CatalogueIndex } from "../../catalogue/module.js";
import { requestAnswers } from "../../help/module.js";
import { accountStore, tokenStore } from "../../identity/module.js";
import { purchaseStore } from "../../purchases/module.js";
import { type RequestDetail, requestStore } from "../../requests/module.js";
import { accountOfContact } from "../contact-account.js";
import type { LetterSources } from "../letter-sources.js";
import { writeActivationReminder } from "./activation-letter.js";
import type { Letter, Reader } from "./letter.js";
import { writeAddressConfirmation, writeInvitation } from "./link-letter.js";
import { writeReceipt } from "./receipt-letter.js";
import { mailKindOf, type RequestMail, type RequestMailKind, writeRequestMail } from "./request-letter.js";
import { writeTokenNotice } from "./token-letter.js";

export interface LetterContext {
  readonly db: Pick<Database, "read">;
  readonly catalogue: () => Promise<CatalogueIndex>;
  readonly sources: LetterSources;
  readonly publicOrigin: string;
  readonly clock: Pick<Clock, "now">;
  /** Whether answers by mail come back to us. */
  readonly isAnswerTaken: boolean;
}

/** Null when nobody is to get it any more. Throws for a kind nobody knows: the message is kept and shown. */
export const letterOf = async (
  context: LetterContext,
  message: Pick<OutboxMessage, "kind" | "payload">,
): Promise<Letter | null> => {
  const { payload } = message;
  if (message.kind === "mail.invitation") {
    const mail = await context.sources.invitation(String(payload.invitationId));
    return mail && writeInvitation(mail);
  }
  if (message.kind === "mail.confirm-address") {
    const mail = await context.sources.addressConfirmation(String(payload.confirmationId));
    return mail && writeAddressConfirmation(mail);
  }
  if (message.kind === "mail.receipt") return receiptOf(context, String(payload.purchaseId));
  if (message.kind === "mail.activation-reminder") {
    const plan = await context.db.read.of(managedPlanStore).byId(String(payload.planId));
    return plan && writeActivationReminder(plan, { publicOrigin: context.publicOrigin, now: context.clock.now() });
  }
  if (message.kind === "mail.token-created") return tokenNoticeOf(context, String(payload.tokenId));
  const kind = mailKindOf(message.kind);
  if (kind === null) throw new Error(`no mail is called ${message.kind}`);
  const request = await context.db.read.of(requestStore).byId(String(payload.requestId));
  if (request === null) return null;
  return typeof payload.contactId === "string"
    ? toContact(context, kind, request, payload)
    : toStaff(context, kind, request, payload);
};

const receiptOf = async (context: LetterContext, purchaseId: string): Promise<Letter | null> => {
  const purchases = context.db.read.of(purchaseStore);
  const accounts = context.db.read.of(accountStore);
  const purchase = await purchases.byId(purchaseId);
  const account = purchase === null ? null : await accounts.byId(purchase.accountId);
  if (purchase === null || account === null) return null;
  const { programmes } = await context.catalogue();
  return writeReceipt({ purchase, account, programmes, publicOrigin: context.publicOrigin });
};

const tokenNoticeOf = async ({ db, publicOrigin }: LetterContext, tokenId: string): Promise<Letter | null> => {
  const token = await db.read.of(tokenStore).byId(tokenId);
  const account = token === null ? null : await db.read.of(accountStore).byId(token.accountId);
  return token === null || account === null ? null : writeTokenNotice(token, account, publicOrigin);
};

type Payload = OutboxMessage["payload"];

const toContact = async (
  context: LetterContext,
  kind: RequestMailKind,
  request: RequestDetail,
  payload: Payload,
): Promise<Letter | null> => {
  const accounts = context.db.read.of(accountStore);
  const requests = context.db.read.of(requestStore);
  const contacts = await requests.contactsOf([request.id]);
  const contact = contacts.find(({ id }) => id === payload.contactId);
  if (contact === undefined || (kind === "CONFIRMATION" && contact.role !== "PRIMARY")) return null;
  const [own, submitter] = await Promise.all([
    accountOfContact(context.db.read, contact),
    accounts.byId(request.submitterId),
  ]);
  const reader: Reader = {
    to: contact.email,
    language: languageOf(own, submitter),
    timeZone: own?.profile?.timeZone ?? request.timeZone,
  };
  const isProven = own?.isEmailProven === true && normaliseEmail(own.email) === contact.email;
  const mail: RequestMail = {
    ...(await factsFor(context, { kind, request, payload, language: reader.language, isProven })),
    url: await context.sources.portalLinkFor(
      { ...contact, accountId: own?.id ?? null },
      request.id,
      kind === "CONFIRMATION",
    ),
    why: contact.role === "PRIMARY" ? "PRIMARY" : "FOLLOWING",
    isAnswerTaken: context.isAnswerTaken,
  };
  return {
    ...writeRequestMail(reader, mail),
    to: reader.to,
    requestId: request.id,
    isFirst: kind === "CONFIRMATION",
    contactId: context.isAnswerTaken ? contact.id : null,
    stranger: own === null ? strangerOf(submitter) : null,
    sharesWith: "news",
  };
};

const toStaff = async (
  context: LetterContext,
  kind: RequestMailKind,
  request: RequestDetail,
  payload: Payload,
): Promise<Letter | null> => {
  const account = await context.db.read.of(accountStore).byId(String(payload.accountId));
  if (account === null || !isStaff(account)) return null;
  const reader: Reader = {
    to: account.email,
    language: languageOf(account, null),
    timeZone: account.profile?.timeZone ?? request.timeZone,
  };
  const url = `${context.publicOrigin}${request.engineerId === account.id ? "/requests/" : "/queue/"}${request.id}`;
  const { isEmailProven: isProven } = account;
  const facts = await factsFor(context, { kind, request, payload, language: reader.language, isProven });
  return {
    ...writeRequestMail(reader, { ...facts, url, why: "STAFF", isAnswerTaken: false }),
    to: reader.to,
    requestId: request.id,
    contactId: null,
    stranger: null,
    sharesWith: null,
  };
};

interface Asked {
  readonly kind: RequestMailKind;
  readonly request: RequestDetail;
  readonly payload: Payload;
  readonly language: Language;
  /** The reader's account has proven the address it goes to. */
  readonly isProven: boolean;
}

const factsFor = async (
  { db, catalogue }: LetterContext,
  { kind, request, payload, language, isProven }: Asked,
): Promise<Pick<RequestMail, "kind" | "facts" | "status">> => {
  const index = await catalogue();
  const { programmes } = index;
  const programme = request.programmeId === null ? undefined : programmes.get(request.programmeId);
  const version = index.subjectOf(request.productVersionId);
  const names =
    version === undefined
      ? ["", request.productVersionId]
      : [index.nameOf(index.productOf(version), language), index.nameOf(version, language)];
  const entry = typeof payload.entryId === "string" ? await db.read.of(requestStore).entryById(payload.entryId) : null;
  const isAnswered = request.firstRespondedAt !== null || request.status === "CLOSED";
  return {
    kind,
    status: entry?.status ?? null,
    facts: {
      number: request.number,
      product: (names[1] ?? "").startsWith(names[0] ?? "") ? (names[1] ?? "") : names.join(" ").trim(),
      title: isProven ? request.title : null,
      plan: programme
        ? {
            name: language === "ro" ? programme.nameRo : programme.name,
            incidentsLeft: request.planIncidentsRemaining,
          }
        : null,
      severity: request.severity,
      createdAt: request.createdAt,
      firstResponseDueAt: isAnswered ? null : request.firstResponseDueAt,
      answers: kind === "CONFIRMATION" && isProven ? await answersOf(db, request.id, language) : [],
    },
  };
};

/** What was typed with the new request, once more for who is told of it (F34). */
const answersOf = async (
  db: LetterContext["db"],
  requestId: string,
  language: Language,
): Promise<readonly AnswerLine[]> => {
  const [kept] = await db.read.of(requestAnswers).ofRequests([requestId]);
  return kept === undefined ? [] : answerLines(kept, kept.answers, language);
};

/** The reader's own language; for a person without an account the language of who wrote the address down. */
const languageOf = (own: Account | null, submitter: Account | null): Language =>
  own?.profile?.language ?? submitter?.profile?.language ?? "en";

/** An address that a customer typed and nobody has proven (I-7); support may write to whom it serves. */
const strangerOf = (submitter: Account | null): Letter["stranger"] =>
  submitter === null || isStaff(submitter) ? null : { senderId: submitter.id, isInvitation: false };
