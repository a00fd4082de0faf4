/** /admin/mail: what the portal has sent or would send, for administrators (contract.md, HTTP). Read-only. */
import { type Language, mayStaff } from "@accord/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Database, OverloadedError, UnavailableError } from "../../kernel/db/index.js";
import { html, type Markup, renderPage } from "../../kernel/http/page.js";
import { type OutboxMessage, outboxStore } from "../../kernel/jobs/outbox.store.js";
import { languageFor } from "../../kernel/text/language.js";
import { type Authenticate, say } from "../identity/module.js";
import type { Letter } from "./letters/letter.js";
import { letterOf } from "./letters/letter-of.js";
import type { Mail } from "./mail.js";
import { stateOf } from "./mail-state.js";
import { tell, tellMoment } from "./messages/index.js";
import { compose } from "./outgoing/transport.js";

export interface MailPageParts {
  readonly db: Database;
  readonly authenticate: Authenticate;
  readonly mail: Pick<Mail, "letters" | "addresses" | "sender">;
}

const SHOWN = 30;
const ID = /^msg_[0-9a-hjkmnp-tv-z]{26}$/;
/** The mail's own page in its frame: no script, nothing loaded, links open elsewhere. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

export const registerMailPage = (app: FastifyInstance, parts: MailPageParts): void => {
  app.get<{ Querystring: { after?: string } }>("/admin/mail", async (request, reply) => {
    const language = await letIn(parts, request, reply);
    if (language === null) return reply;
    const { after } = request.query;
    return sendPage(reply, await listPage(parts, language, after !== undefined && ID.test(after) ? after : null));
  });
  app.get<{ Params: { id: string } }>("/admin/mail/:id", async (request, reply) => {
    const language = await letIn(parts, request, reply);
    if (language === null) return reply;
    const found = await findMail(parts, request.params.id);
    const policy = String(reply.raw.getHeader("content-security-policy"));
    reply.header("content-security-policy", `${policy}; frame-src 'self'`);
    return sendPage(reply.code(found === null ? 404 : 200), detailPage(parts, language, found));
  });
  app.get<{ Params: { id: string } }>("/admin/mail/:id/page", async (request, reply) => {
    const language = await letIn(parts, request, reply);
    if (language === null) return reply;
    const letter = (await findMail(parts, request.params.id))?.letter ?? null;
    reply.header("content-security-policy", LETTER_POLICY).header("x-frame-options", "SAMEORIGIN");
    return sendPage(reply.code(letter === null ? 404 : 200), letter?.html ?? tell(language, "pageGone"));
  });
};

const sendPage = (reply: FastifyReply, page: string): FastifyReply => reply.type("text/html; charset=utf-8").send(page);

/** The language of an administrator; anybody else has been answered already. */
const letIn = async (
  { authenticate }: MailPageParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Language | null> => {
  // A page for people: an access token in the header is no way in.
  const principal = request.headers.authorization === undefined ? await authenticate(request.headers) : null;
  reply.header("cache-control", "no-store");
  if (principal?.kind !== "session") {
    reply.redirect(`/auth/login?${new URLSearchParams({ returnTo: "/admin/mail" })}`, 303);
    return null;
  }
  const language = languageFor(request.headers, principal.account);
  if (mayStaff(principal.account.roles, "READ_MAIL")) return language;
  const title = say(language, "mailForbiddenTitle");
  const body = html`<h1>${title}</h1><p class="lead">${say(language, "mailForbiddenLead")}</p><p><a class="button" href="/">${say(language, "backToPortal")}</a></p>`;
  sendPage(reply.code(403), renderPage({ language, title, body }));
  return null;
};

interface Found {
  readonly message: OutboxMessage;
  /** null: it cannot be shown any more. */
  readonly letter: Letter | null;
}

const findMail = async ({ db, mail }: MailPageParts, id: string): Promise<Found | null> => {
  const message = ID.test(id) ? await db.read.of(outboxStore).byId(id) : null;
  return message === null ? null : { message, letter: await letterOrNull(mail, message) };
};

/** A message that cannot be made into a mail is shown all the same. */
const letterOrNull = (mail: MailPageParts["mail"], message: OutboxMessage): Promise<Letter | null> =>
  letterOf(mail.letters, message).catch((error: unknown) => {
    if (error instanceof UnavailableError || error instanceof OverloadedError) throw error;
    return null;
  });

const listPage = async ({ db, mail }: MailPageParts, language: Language, after: string | null): Promise<string> => {
  const page = await db.read.of(outboxStore).list({ first: SHOWN, after }, "mail.");
  const dead = await db.read.of(outboxStore).dead(SHOWN);
  const found = await Promise.all(
    page.rows.map(async (message) => ({ message, letter: await letterOrNull(mail, message) })),
  );
  const others = dead.filter(({ kind }) => !kind.startsWith("mail.")).map((message) => ({ message, letter: null }));
  const title = tell(language, "pageTitle");
  const warning =
    dead.length === 0
      ? null
      : html`<div class="problem" role="status"><h2>${tell(language, "pageDead", { count: dead.length })}</h2></div>`;
  const shown = [...(after === null ? others : []), ...found];
  const list =
    shown.length === 0
      ? html`<p class="panel">${tell(language, "pageEmpty")}</p>`
      : html`<ul class="mails">${shown.map((each) => listItem(language, each))}</ul>`;
  const older = page.hasNextPage
    ? html`<p><a href="/admin/mail?after=${page.endCursor}">${tell(language, "pageOlder")}</a></p>`
    : null;
  const body = html`<h1>${title}</h1><p class="lead">${tell(language, "pageLead")}</p>${warning}${list}${older}<p class="note"><a class="button" href="/">${say(language, "backToPortal")}</a></p>`;
  return renderPage({ language, title, body, isWide: true });
};

const row = (name: string, value: string): Markup => html`<dt>${name}</dt><dd>${value}</dd>`;

const common = (language: Language, { message, letter }: Found): Markup =>
  html`${letter === null ? null : row(tell(language, "pageTo"), letter.to)}${row(tell(language, "pageWhen"), tellMoment(language, message.sentAt ?? message.deadAt ?? message.availableAt, "UTC"))}${row(tell(language, "pageState"), stateOf(language, message))}`;

const listItem = (language: Language, found: Found): Markup => {
  const { message, letter } = found;
  const subject = html`<a href="/admin/mail/${message.id}">${letter?.subject ?? message.kind}</a>`;
  return html`<li class="mail"><dl><dt>${tell(language, "pageSubject")}</dt><dd><strong>${subject}</strong></dd>${common(language, found)}</dl></li>`;
};

const detailPage = ({ mail }: MailPageParts, language: Language, found: Found | null): string => {
  const back = html`<p class="note"><a href="/admin/mail">${tell(language, "pageBack")}</a></p>`;
  if (found === null) {
    const title = tell(language, "pageUnknown");
    return renderPage({ language, title, body: html`<h1>${title}</h1>${back}` });
  }
  const { message, letter } = found;
  const title = letter?.subject ?? message.kind;
  const kind = row(tell(language, "pageKind"), message.kind);
  const content =
    letter === null
      ? html`<p class="panel">${tell(language, "pageGone")}</p>`
      : html`<h2>${tell(language, "pageHtml")}</h2><iframe class="letter" sandbox="allow-popups allow-popups-to-escape-sandbox" title="${title}" src="/admin/mail/${message.id}/page"></iframe><h2>${tell(language, "pageText")}</h2><div class="mail"><pre>${letter.text}</pre></div><h2>${tell(language, "pageHeaders")}</h2><div class="mail"><pre>${headersOf(mail, message, letter)}</pre></div>`;
  const body = html`<h1>${title}</h1><div class="mail"><dl>${kind}${common(language, found)}</dl></div>${content}${back}`;
  return renderPage({ language, title, body, isWide: true });
};

/** The headers as they are written, in words. */
const headersOf = ({ addresses, sender }: MailPageParts["mail"], message: OutboxMessage, letter: Letter): string => {
  const { messageId, references, replyTo, headers, envelope } = compose(
    { id: message.id, letter, at: message.availableAt },
    sender,
    addresses,
  );
  const lines: Record<string, unknown> = {
    "Return-Path": envelope?.from,
    From: `Accord <${sender.from}>`,
    To: letter.to,
    "Message-ID": messageId,
    References: references,
    "Reply-To": replyTo,
    ...headers,
  };
  return Object.entries(lines)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${String(value)}`]))
    .join("\n");
};
