/** /auth/logout and /auth/continue-with-another-account: both end the session on the server, not only in the browser. */
import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errorBody } from "../../http/errors.js";
import { readForm, registerFormParser } from "../../http/forms.js";
import { isSameOrigin } from "../../http/request-origin.js";
import { hashSecret } from "./access-token.js";
import { type AuthOptions, startSignIn } from "./auth-routes.js";
import { isSessionOver, type SessionRecord } from "./sessions.js";

const HANDOVER_MINUTES = 30;

export const registerSignOutRoutes = (app: FastifyInstance, options: AuthOptions): void => {
  void app.register(async (room) => {
    registerFormParser(room);
    room.addHook("onRequest", async (request, reply) => {
      if (!isSameOrigin(request.headers, options.publicOrigin)) return reply.code(403).send(errorBody(403, request.id));
    });
    room.post("/auth/logout", (request, reply) => signOut(options, request, reply));
    room.post("/auth/continue-with-another-account", (request, reply) => continueElsewhere(options, request, reply));
  });
};

/** A form gets a redirect; a script that asks for JSON gets `{ location }` to go to. */
const signOut = async (options: AuthOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const hadSession = await endOwnSession(options, request, reply);
  await options.endProviderSession(request, reply);
  const away = hadSession === null ? null : await providerSignOut(options, request);
  const location = away ?? "/sign-in";
  reply.header("cache-control", "no-store").header("clear-site-data", '"cache", "storage"');
  return request.headers.accept?.includes("application/json") === true ? reply.send({ location }) : reply.redirect(location, 303);
};

/** An unreachable provider is no reason to stay signed in here. */
const providerSignOut = async (options: AuthOptions, request: FastifyRequest): Promise<string | null> => {
  try {
    return (await options.relyingParty.endSessionUrl(`${options.publicOrigin}/sign-in`))?.href ?? null;
  } catch (error) {
    request.log.warn({ err: error }, "the provider's session could not be ended");
    return null;
  }
};

const continueElsewhere = async (options: AuthOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { draftId } = readForm(request.body);
  const session = await endOwnSession(options, request, reply);
  const handle = randomBytes(32).toString("base64url");
  const at = options.clock.now();
  const isOffered = session !== null && draftId !== undefined && await options.store.offerDraft({
    handleHash: hashSecret(handle), draftId, accountId: session.accountId, expiresAt: at + HANDOVER_MINUTES * 60_000, at,
  });
  if (isOffered) reply.header("set-cookie", options.cookies.write("handover", handle, HANDOVER_MINUTES * 60));
  return startSignIn(options, request, reply, { returnTo: "/requests/new", prompt: "select_account" });
};

/** Deletes the session and its cookie; answers the session that was live, or null. */
const endOwnSession = async (options: AuthOptions, request: FastifyRequest, reply: FastifyReply): Promise<SessionRecord | null> => {
  const token = options.cookies.read(request.headers, "sid");
  if (token === null) return null;
  const session = await options.store.session(hashSecret(token));
  await options.store.endSession(hashSecret(token));
  reply.header("set-cookie", options.cookies.clear("sid"));
  return session === null || isSessionOver(session, options.clock.now(), options.limits) ? null : session;
};
