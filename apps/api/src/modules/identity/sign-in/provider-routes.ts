/** Mounts the embedded provider at /idp and its sign-in page at /idp/interaction/:uid. */
import { acceptedLanguage } from "@accord/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Interaction, Provider } from "oidc-provider";
import { readForm, registerFormParser } from "../../../kernel/http/forms.js";
import { isSameOrigin } from "../../../kernel/http/request-origin.js";
import { languageFor } from "../../../kernel/text/language.js";
import { newPersonSchema, type People } from "./people.js";
import { type NewPersonField, renderPersonaPage } from "./persona-page.js";
import { PROVIDER_PATH } from "./provider-path.js";
import { renderSignInProblem } from "./sign-in-problem.js";

/** Loads the provider when somebody first asks for it. */
export type LoadProvider = () => Promise<Provider>;

export const registerProviderRoutes = (
  app: FastifyInstance,
  provider: LoadProvider,
  people: People,
  publicOrigin: string,
): void => {
  registerInteraction(app, provider, people, publicOrigin);
  void app.register((room, _options, registered) => {
    // The provider reads the bodies of its endpoints itself.
    room.removeAllContentTypeParsers();
    room.addContentTypeParser("*", (_request, _payload, done) => done(null));
    room.all(`${PROVIDER_PATH}/*`, async (request, reply) => {
      const answer = callbackOf(await provider());
      reply.hijack();
      void answer(mounted(request.raw, publicOrigin), withoutCors(reply.raw));
    });
    registered();
  });
};

const callbacks = new WeakMap<Provider, ReturnType<Provider["callback"]>>();

const callbackOf = (provider: Provider): ReturnType<Provider["callback"]> => {
  const answer = callbacks.get(provider) ?? provider.callback();
  callbacks.set(provider, answer);
  return answer;
};

/** The request as the provider must see it: below its own path, at the public origin whatever `Host` says. */
const mounted = (raw: FastifyRequest["raw"], publicOrigin: string): FastifyRequest["raw"] => {
  const { host, protocol } = new URL(publicOrigin);
  const url = raw.url ?? "/";
  raw.headers.host = host;
  raw.headers["x-forwarded-host"] = host;
  raw.headers["x-forwarded-proto"] = protocol.slice(0, -1);
  return Object.assign(raw, { originalUrl: url, url: url.slice(PROVIDER_PATH.length) || "/" });
};

/** The provider opens its public documents to scripts of other sites; nothing here needs that (I-9). */
const withoutCors = (raw: FastifyReply["raw"]): FastifyReply["raw"] => {
  const setHeader = raw.setHeader.bind(raw);
  raw.setHeader = (name, value) => (name.toLowerCase().startsWith("access-control-") ? raw : setHeader(name, value));
  return raw;
};

const registerInteraction = (
  app: FastifyInstance,
  provider: LoadProvider,
  people: People,
  publicOrigin: string,
): void => {
  void app.register((room, _options, registered) => {
    registerFormParser(room);
    room.addHook("onSend", async (_request, reply) => void reply.header("cache-control", "no-store"));
    room.setErrorHandler((error, request, reply) => {
      const isExpired = error instanceof Error && error.name === "SessionNotFound";
      if (!isExpired) request.log.error({ err: error }, "sign-in page failed");
      return sendHtml(
        reply.code(isExpired ? 400 : 500),
        renderSignInProblem(languageFor(request.headers, null), isExpired ? "expired" : "failed"),
      );
    });
    const path = `${PROVIDER_PATH}/interaction/:uid`;
    room.get(path, async (request, reply) => sendPersonaPage(request, reply, await provider(), people, {}, []));
    room.post(path, async (request, reply) => {
      if (!isSameOrigin(request.headers, publicOrigin)) {
        return sendHtml(reply.code(403), renderSignInProblem(languageFor(request.headers, null), "failed"));
      }
      const form = readForm(request.body);
      const chosen = form.person === undefined ? null : people.personas.find((persona) => persona.id === form.person);
      if (chosen === undefined) return sendPersonaPage(request, reply.code(400), await provider(), people, {}, []);
      const idp = await provider();
      const interaction = await idp.interactionDetails(request.raw, reply.raw);
      const parsed = chosen === null ? newPersonSchema.safeParse(form) : null;
      if (parsed?.success === false) {
        const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
        const wrong = FIELDS.filter((field) => fields.has(field));
        return sendPersonaPage(request, reply.code(422), await provider(), people, form, wrong);
      }
      const person = chosen ?? (parsed?.success === true ? await people.remember(parsed.data) : null);
      if (person === null) return sendPersonaPage(request, reply.code(400), await provider(), people, {}, []);
      await endOtherSession(idp, interaction, request, reply, person.id);
      const result = { login: { accountId: person.id }, select_account: {} };
      return reply.redirect(await idp.interactionResult(request.raw, reply.raw, result), 303);
    });
    registered();
  });
};

/** Somebody else takes over this browser: the provider would ask for that with a scripted page, which the policy forbids. */
const endOtherSession = async (
  provider: Provider,
  interaction: Interaction,
  request: FastifyRequest,
  reply: FastifyReply,
  accountId: string,
): Promise<void> => {
  const session = await provider.Session.get(provider.createContext(request.raw, reply.raw));
  if (session.accountId === undefined || session.accountId === accountId) return;
  await session.destroy();
  delete interaction.session?.uid;
  await interaction.persist();
};

const FIELDS: readonly NewPersonField[] = ["givenName", "familyName", "email", "kind"];

const sendHtml = (reply: FastifyReply, page: string): FastifyReply => reply.type("text/html; charset=utf-8").send(page);

const sendPersonaPage = async (
  request: FastifyRequest,
  reply: FastifyReply,
  provider: Provider,
  people: People,
  typed: Readonly<Record<string, string | undefined>>,
  wrong: readonly NewPersonField[],
): Promise<FastifyReply> => {
  const interaction = await provider.interactionDetails(request.raw, reply.raw);
  const { domain_hint: hint, ui_locales: locales } = interaction.params;
  // Where the portal sent the browser, it says whose language that is.
  const language = acceptedLanguage(String(locales ?? "")) ?? languageFor(request.headers, null);
  const wanted = hint === "consumers" ? "personal" : hint === "organizations" ? "work" : null;
  const action = `${PROVIDER_PATH}/interaction/${interaction.uid}`;
  return sendHtml(
    reply,
    renderPersonaPage({ language, action, personas: people.personas, wanted, typed, errors: wrong }),
  );
};
