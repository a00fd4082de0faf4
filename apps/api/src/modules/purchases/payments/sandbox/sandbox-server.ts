/** The sandbox's own origin: its pages stand apart from the portal's cookies, scripts and logs (P-6). */
import type { Language } from "@accord/domain";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Clock } from "../../../../kernel/clock.js";
import { readForm, registerFormParser } from "../../../../kernel/http/forms.js";
import { registerPageStyles } from "../../../../kernel/http/page.js";
import { registerTypeface } from "../../../../kernel/http/typeface.js";
import { languageFor } from "../../../../kernel/text/language.js";
import type { Bank } from "./bank.js";
import { renderAboutPage, renderCardPage, renderChallengePage, renderGonePage } from "./pages.js";
import { readCard } from "./read-card.js";

export interface SandboxServerParts {
  readonly bank: Bank;
  readonly clock: Clock;
  /** Where people come from and go back to. */
  readonly publicOrigin: string;
}

/** No log: what is typed here is written down nowhere. */
export const createSandboxServer = (parts: SandboxServerParts): FastifyInstance => {
  const app = Fastify({
    logger: false,
    bodyLimit: 8192,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  const headers = headersFor(parts.publicOrigin);
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(headers);
  });
  app.setNotFoundHandler(async (request, reply) => gone(parts, request, reply));
  registerFormParser(app);
  registerPageStyles(app);
  registerTypeface(app);
  app.get("/", async (request, reply) =>
    show(reply, renderAboutPage({ language: languageOf(request), backUrl: `${parts.publicOrigin}/` })),
  );
  registerCards(app, parts);
  registerChallenges(app, parts);
  return app;
};

const headersFor = (publicOrigin: string): Record<string, string> => ({
  "cache-control": "no-store",
  // A form's answer leads back to the portal.
  "content-security-policy": `default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self' ${publicOrigin}; base-uri 'none'; frame-ancestors 'none'`,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
});

type Asked = FastifyRequest<{ Params: { ref: string } }>;

const languageOf = (request: FastifyRequest): Language => languageFor(request.headers, null);

const show = (reply: FastifyReply, page: string, status = 200): FastifyReply =>
  reply.code(status).type("text/html; charset=utf-8").send(page);

const gone = ({ publicOrigin }: SandboxServerParts, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  show(reply, renderGonePage({ language: languageOf(request), backUrl: `${publicOrigin}/` }), 404);

const registerCards = (app: FastifyInstance, parts: SandboxServerParts): void => {
  const { bank, clock } = parts;
  app.get("/cards/:ref", async (request: Asked, reply) => {
    const setup = bank.setup(request.params.ref);
    if (setup === null || setup.cardRef !== null) return gone(parts, request, reply);
    return show(reply, renderCardPage({ language: languageOf(request), backUrl: setup.returnUrl, problems: [] }));
  });
  app.post("/cards/:ref", async (request: Asked, reply) => {
    const setup = bank.setup(request.params.ref);
    if (setup === null || setup.cardRef !== null) return gone(parts, request, reply);
    const { card, problems } = readCard(readForm(request.body), clock.now());
    if (card === null)
      return show(reply, renderCardPage({ language: languageOf(request), backUrl: setup.returnUrl, problems }), 422);
    bank.enterCard(setup.ref, card);
    return reply.redirect(setup.returnUrl, 303);
  });
};

const registerChallenges = (app: FastifyInstance, parts: SandboxServerParts): void => {
  const { bank } = parts;
  app.get("/challenges/:ref", async (request: Asked, reply) => {
    const charge = bank.challenged(request.params.ref);
    if (charge === null) return gone(parts, request, reply);
    const { amountMinor, currency, returnUrl: backUrl, cardRef } = charge;
    const last4 = bank.card(cardRef)?.last4 ?? "";
    return show(reply, renderChallengePage({ language: languageOf(request), backUrl, amountMinor, currency, last4 }));
  });
  app.post("/challenges/:ref", async (request: Asked, reply) => {
    const charge = bank.answer(request.params.ref, readForm(request.body).answer === "approve");
    return charge === null ? gone(parts, request, reply) : reply.redirect(charge.returnUrl, 303);
  });
};
