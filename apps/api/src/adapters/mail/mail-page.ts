/** /admin/mail: what the portal has sent or would send, for administrators (contract.md, HTTP). Read-only. */
import type { Language } from "@accord/domain";
import type { FastifyInstance } from "fastify";
import { html, type Markup, renderPage } from "../../http/page.js";
import type { Database, OutboxMessage } from "../../storage/index.js";
import type { Authenticate } from "../identity/authenticate.js";
import { preferredLanguage, say } from "../identity/messages/index.js";

const SHOWN = 100;

export const registerMailPage = (app: FastifyInstance, db: Database, authenticate: Authenticate): void => {
  app.get("/admin/mail", async (request, reply) => {
    // A page for people: an access token in the header is no way in.
    const principal = request.headers.authorization === undefined ? await authenticate(request.headers) : null;
    reply.header("cache-control", "no-store");
    if (principal?.kind !== "session")
      return reply.redirect(`/auth/login?${new URLSearchParams({ returnTo: "/admin/mail" })}`, 303);
    const language = principal.account.profile?.language ?? preferredLanguage(request.headers["accept-language"]);
    const isAdministrator = principal.account.roles.includes("ADMINISTRATOR");
    const page = isAdministrator
      ? renderMails(language, (await db.read.outbox.list({ first: SHOWN, after: null })).rows)
      : renderForbidden(language);
    return reply
      .code(isAdministrator ? 200 : 403)
      .type("text/html; charset=utf-8")
      .send(page);
  });
};

const renderForbidden = (language: Language): string => {
  const title = say(language, "mailForbiddenTitle");
  const body = html`<h1>${title}</h1><p class="lead">${say(language, "mailForbiddenLead")}</p><p><a class="button" href="/">${say(language, "backToPortal")}</a></p>`;
  return renderPage({ language, title, body });
};

const renderMails = (language: Language, messages: readonly OutboxMessage[]): string => {
  const title = say(language, "mailTitle");
  const list =
    messages.length === 0
      ? html`<p class="panel">${say(language, "mailEmpty")}</p>`
      : html`<ul class="mails">${messages.map((message) => renderMail(language, message))}</ul>`;
  const body = html`<h1>${title}</h1><p class="lead">${say(language, "mailLead")}</p>${list}<p class="note"><a class="button" href="/">${say(language, "backToPortal")}</a></p>`;
  return renderPage({ language, title, body, isWide: true });
};

const renderMail = (language: Language, message: OutboxMessage): Markup => {
  const when = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }).format(
    message.availableAt,
  );
  const { to } = message.payload;
  return html`<li class="mail"><dl><dt>${say(language, "mailKind")}</dt><dd><strong>${message.kind}</strong></dd>${
    typeof to === "string" ? html`<dt>${say(language, "mailTo")}</dt><dd>${to}</dd>` : null
  }<dt>${say(language, "mailWhen")}</dt><dd>${when} UTC</dd><dt>${say(language, "mailState")}</dt><dd>${say(
    language,
    message.sentAt === null ? "mailWaiting" : "mailSent",
  )}</dd></dl>
<details><summary>${say(language, "mailDetails")}</summary><pre>${JSON.stringify(message.payload, null, 2)}</pre></details></li>`;
};
