/** /admin/letters/:id: the two IDs on paper, in the recipient's language; shown to an administrator who has just signed in (F56, A-7). */
import { dayAt, type IdPair, type Language, MINUTE, mayStaff } from "@accord/domain";
import type { FastifyReply, FastifyRequest } from "fastify";
import { renderSVG } from "uqr";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../kernel/db/index.js";
import { html, type Markup, renderPage } from "../../../kernel/http/page.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import { type ManagedPlan, managedPlanStore, planStore } from "../../agreements/module.js";
import { type Authenticate, accountStore } from "../../identity/module.js";
import { writePair } from "../agreements/new-pair.js";
import { letStaffIn, sendProblem } from "./admin-guard.js";
import { type LetterWord, sayInLetter } from "./messages/index.js";

export interface LetterParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly publicOrigin: string;
  readonly limits: Pick<Limits, "reauthenticationMinutes">;
}

export const answerLetter = async (
  parts: LetterParts,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { db, clock, limits } = parts;
  const visitor = await letStaffIn(parts.authenticate, request, reply, { right: "MANAGE_AGREEMENTS", isPage: true });
  if (visitor === null) return reply;
  const at = clock.now();
  if (at - visitor.authenticatedAt > limits.reauthenticationMinutes * MINUTE) {
    const again = new URLSearchParams({ returnTo: `/admin/letters/${request.params.id}`, prompt: "login" });
    return reply.redirect(`/auth/login?${again}`, 303);
  }
  const plan = await db.read.of(managedPlanStore).byId(request.params.id);
  const pair = plan === null ? null : await db.read.of(planStore).pairOf(plan.id);
  if (plan === null || pair === null) return sendProblem(request, reply, 404);
  const { id: actorId } = visitor.account;
  const isStaffStill = await db.transaction("print letter", async (tx) => {
    const account = await tx.of(accountStore).byId(actorId);
    if (account === null || !mayStaff(account.roles, "MANAGE_AGREEMENTS")) return false;
    await tx.of(auditStore).append({ actorId, action: "agreement.letter", objectId: plan.id, details: {}, at });
    return true;
  });
  if (!isStaffStill) return sendProblem(request, reply, 403);
  return reply.type("text/html; charset=utf-8").send(letterOf(plan, pair, parts, at));
};

const letterOf = (plan: ManagedPlan, pair: IdPair, { publicOrigin }: LetterParts, at: number): string => {
  const language = plan.recipient?.language ?? "en";
  const say = (word: LetterWord, params: Readonly<Record<string, string | number>> = {}): string =>
    sayInLetter(language, word, params);
  const { accessId, agreementId } = writePair(pair);
  const row = (name: LetterWord, value: string): Markup => html`<dt>${say(name)}</dt><dd>${value}</dd>`;
  const incidents = plan.incidentsTotal === null ? say("unlimited") : say("count", { count: plan.incidentsTotal });
  const recipient = plan.recipient?.name ?? plan.recipient?.email ?? null;
  const greeting = recipient === null ? null : html`<p>${say("to", { name: recipient })}</p>`;
  const title = say("title");
  const body = html`<h1>${title}</h1>${greeting}<p>${say("lead", { programme: nameOf(plan, language) })}</p><div class="mail"><dl>${row("accessId", accessId)}${row("agreementId", agreementId)}${row("programme", nameOf(plan, language))}${termRow(plan, language, row, say)}${row("incidents", incidents)}</dl></div><h2>${say("howTitle")}</h2>${codeOf({ accessId, agreementId }, publicOrigin, say)}<p>${say("how", { address: publicOrigin })}</p><p>${say("keep")}</p><p class="note">${say("printed", { day: dayOf(language, dayAt(at, plan.timeZone)) })}</p>`;
  return renderPage({ language, title, body });
};

type Say = (word: LetterWord, params?: Readonly<Record<string, string | number>>) => string;

/** Its days, or the day by which its holder has to activate it (R56). */
const termRow = (
  { redeemBy, termBasis, startsOn, endsOn }: ManagedPlan,
  language: Language,
  row: (name: LetterWord, value: string) => Markup,
  say: Say,
): Markup =>
  redeemBy === null
    ? row("term", say("fromTo", { from: dayOf(language, startsOn), to: dayOf(language, endsOn) }))
    : row(
        "activateBy",
        say("activateByDay", {
          day: dayOf(language, redeemBy),
          end: dayOf(language, endsOn),
          basis: termBasis ?? "ACTIVATION",
        }),
      );

/** The pair as a QR code: it stands after the #, so that no server and no log ever sees it. */
const codeOf = ({ accessId, agreementId }: IdPair, publicOrigin: string, say: Say): Markup => {
  const address = `${publicOrigin}/activate#${new URLSearchParams({ a: accessId, g: agreementId })}`;
  const code = renderSVG(address, { border: 2, pixelSize: 4 });
  return html`<p>${say("scan")}</p><p><img class="code" alt="${say("codeName")}" src="data:image/svg+xml;base64,${Buffer.from(code).toString("base64")}" width="168" height="168"></p>`;
};

const nameOf = ({ programme }: ManagedPlan, language: Language): string =>
  language === "ro" ? programme.nameRo : programme.name;

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", ro: "ro" };
const dayOf = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
