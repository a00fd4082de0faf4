/** /auth/logout and /auth/continue-with-another-account: both end the session on the server, not only in the browser. */

import { randomBytes } from "node:crypto";
import { MINUTE } from "@accord/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Database } from "../../../kernel/db/index.js";
import { errorBody } from "../../../kernel/http/errors.js";
import { readForm, registerFormParser } from "../../../kernel/http/forms.js";
import { isSameOrigin } from "../../../kernel/http/request-origin.js";
import { draftStore, handoverStore } from "../../drafts/module.js";
import { type Session, sessionStore } from "../storage/session.store.js";
import { hashSecret } from "./access-token.js";
import { type AuthOptions, startSignIn } from "./auth-routes.js";
import { isSessionOver } from "./sessions.js";

const HANDOVER_MINUTES = 30;

export const registerSignOutRoutes = (app: FastifyInstance, options: AuthOptions): void => {
  void app.register((room, _options, done) => {
    registerFormParser(room);
    room.addHook("onRequest", async (request, reply) => {
      if (!isSameOrigin(request.headers, options.publicOrigin)) return reply.code(403).send(errorBody(403, request.id));
    });
    room.post("/auth/logout", (request, reply) => signOut(options, request, reply));
    room.post("/auth/continue-with-another-account", (request, reply) => continueElsewhere(options, request, reply));
    done();
  });
};

/** A form gets a redirect; a script that asks for JSON gets `{ location }` to go to. */
const signOut = async (options: AuthOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const ended = await endOwnSession(options, request, reply);
  await options.endProviderSession(request, reply);
  const away = ended === null ? null : await providerSignOut(options, request, ended.idToken);
  const location = away ?? "/sign-in";
  reply.header("cache-control", "no-store").header("clear-site-data", '"cache", "storage"');
  return request.headers.accept?.includes("application/json") === true
    ? reply.send({ location })
    : reply.redirect(location, 303);
};

/** An unreachable provider is no reason to stay signed in here. */
const providerSignOut = async (
  options: AuthOptions,
  request: FastifyRequest,
  idToken: string | null,
): Promise<string | null> => {
  try {
    return (await options.relyingParty.endSessionUrl(`${options.publicOrigin}/sign-in`, idToken))?.href ?? null;
  } catch (error) {
    request.log.warn({ err: error }, "the provider's session could not be ended");
    return null;
  }
};

const continueElsewhere = async (
  options: AuthOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { draftId, kind } = readForm(request.body);
  const session = await endOwnSession(options, request, reply);
  const handle = randomBytes(32).toString("base64url");
  const at = options.clock.now();
  const isOffered =
    session !== null &&
    draftId !== undefined &&
    (await offerDraft(options.db, {
      handleHash: hashSecret(handle),
      draftId,
      accountId: session.accountId,
      expiresAt: at + HANDOVER_MINUTES * MINUTE,
    }));
  if (isOffered) reply.header("set-cookie", options.cookies.write("handover", handle, HANDOVER_MINUTES * 60));
  return startSignIn(options, request, reply, {
    returnTo: "/requests/new",
    prompt: "select_account",
    ...(kind === "personal" ? { kind } : {}),
  });
};

interface EndedSession extends Session {
  readonly idToken: string | null;
}

/** Deletes the session and its cookie; answers the session that was live, or null. */
const endOwnSession = async (
  options: AuthOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<EndedSession | null> => {
  const token = options.cookies.read(request.headers, "sid");
  if (token === null) return null;
  reply.header("set-cookie", options.cookies.clear("sid"));
  const sessions = options.db.read.of(sessionStore);
  const found = await sessions.byTokenHash(hashSecret(token));
  if (found === null) return null;
  const { session } = found;
  const idToken = await sessions.idTokenOf(session.id);
  await options.db.transaction("end session", (tx) => tx.of(sessionStore).delete(session.id));
  return isSessionOver(session, options.clock.now(), options.limits) ? null : { ...session, idToken };
};

/** Keeps what was typed under a one-use handle; false when the account has no such draft. */
const offerDraft = async (
  db: Database,
  { accountId, ...offer }: { handleHash: string; draftId: string; accountId: string; expiresAt: number },
): Promise<boolean> =>
  db.transaction("offer draft", async (tx) => {
    const draft = await tx.of(draftStore).byId(offer.draftId);
    if (draft === null || draft.accountId !== accountId) return false;
    await tx.of(handoverStore).create({ ...offer, fromAccountId: accountId, content: draft.content });
    return true;
  });
