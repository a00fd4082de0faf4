/** /auth/login and /auth/callback: the browser goes to the provider and comes back with a session of its own (R48, A-11). */

import { randomBytes } from "node:crypto";
import { accountKindFromClaims } from "@accord/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../kernel/db/index.js";
import { limitAddress } from "../../../kernel/http/request-origin.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import { languageFor } from "../../../kernel/text/language.js";
import { partnerTenantStore } from "../storage/partner-tenant.store.js";
import { hashSecret } from "./access-token.js";
import type { FollowAddress } from "./address-follower.js";
import type { Cookies } from "./cookies.js";
import { readDevice } from "./device.js";
import { ProviderUnreachableError, SignInRefusedError } from "./exchange-failure.js";
import { createFailedSignIns } from "./failed-sign-ins.js";
import type { RelyingParty, SignInResult } from "./relying-party.js";
import { safeReturnTo } from "./return-to.js";
import { newSession } from "./sessions.js";
import { signIn } from "./sign-in.js";
import { renderSignInWait } from "./sign-in-problem.js";
import { TRANSACTION_SECONDS, type Transaction, type TransactionSeal, transactionCookie } from "./transaction.js";
import type { VisitorLanguage } from "./visitor-language.js";

export interface AuthOptions {
  readonly publicOrigin: string;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly cookies: Cookies;
  readonly db: Database;
  readonly followAddress: FollowAddress;
  readonly seal: TransactionSeal;
  readonly relyingParty: RelyingParty;
  readonly visitor: VisitorLanguage;
  /** Tenants that count as partners besides the table: those of the embedded provider's personas. */
  readonly personaTenants: readonly string[];
  /** Ends the embedded provider's own session in the same answer; does nothing with an outside issuer. */
  readonly endProviderSession: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
}

/** Why a sign-in did not succeed; /sign-in?problem=<code> has the sentence. */
export const SIGN_IN_PROBLEMS = ["expired", "cancelled", "refused", "unreachable"] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

export const registerAuthRoutes = (app: FastifyInstance, options: AuthOptions): void => {
  app.get("/auth/login", (request, reply) => startFromQuery(options, request, reply));
  app.get("/auth/callback", (request, reply) => finishSignIn(options, request, reply));
};

/** Sends the browser to the provider with a sealed transaction in its cookie. */
export const startSignIn = async (
  options: AuthOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  wish: { returnTo: string; prompt?: "login" | "select_account"; kind?: "personal" | "work"; language?: string },
): Promise<FastifyReply> => {
  const random = (): string => randomBytes(32).toString("base64url");
  const transaction: Transaction = {
    state: random(),
    nonce: random(),
    verifier: random(),
    returnTo: wish.returnTo,
    isStepUp: wish.prompt === "login",
    startedAt: options.clock.now(),
  };
  try {
    const target = await options.relyingParty.authorizationUrl({
      ...transaction,
      prompt: wish.prompt,
      kind: wish.kind,
      language: wish.language ?? (await options.visitor.wishOf(request.headers)) ?? undefined,
    });
    reply.header(
      "set-cookie",
      options.cookies.write(transactionCookie(transaction.state), options.seal.seal(transaction), TRANSACTION_SECONDS),
    );
    return reply.header("cache-control", "no-store").redirect(target.href, 303);
  } catch (error) {
    if (!(error instanceof ProviderUnreachableError)) throw error;
    request.log.error({ err: error }, "identity provider unreachable");
    return answerProblem(reply, "unreachable", wish.returnTo);
  }
};

const startFromQuery = async (
  options: AuthOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  // Cookies belong to the public origin: a browser at 127.0.0.1 is sent to localhost first.
  if (request.headers.host !== undefined && request.headers.host !== new URL(options.publicOrigin).host) {
    return reply.redirect(new URL(request.url, options.publicOrigin).href, 303);
  }
  const query = request.query as Record<string, string | undefined>;
  const prompt = query.prompt === "login" || query.prompt === "select_account" ? query.prompt : undefined;
  const kind = query.kind === "personal" || query.kind === "work" ? query.kind : undefined;
  const language = query.language === "en" || query.language === "ro" ? query.language : undefined;
  return startSignIn(options, request, reply, {
    returnTo: safeReturnTo(query.returnTo, options.publicOrigin),
    prompt,
    kind,
    language,
  });
};

const finishSignIn = async (
  options: AuthOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { cookies, clock } = options;
  const failed = createFailedSignIns(options.db, options.limits);
  const callback = new URL(request.url, options.publicOrigin);
  const state = callback.searchParams.get("state") ?? "";
  const sealed = cookies.read(request.headers, transactionCookie(state));
  const transaction = sealed === null ? null : options.seal.open(sealed, state, clock.now());
  const standing = transaction === null ? null : await failed.standing(request, transaction, clock.now());
  if (typeof standing === "number") return answerWait(request, reply, standing);
  reply.header("set-cookie", cookies.clear(transactionCookie(state)));
  // Nobody's attempt: any page can send any browser here without one.
  if (transaction === null || standing === "spent")
    return answerProblem(reply, "expired", transaction?.returnTo ?? "/");
  if (callback.searchParams.get("error") === "access_denied")
    return answerProblem(reply, "cancelled", transaction.returnTo);
  let result: SignInResult;
  try {
    result = await options.relyingParty.exchange(callback, transaction);
  } catch (error) {
    request.log.warn({ err: error }, "sign-in refused");
    if (error instanceof ProviderUnreachableError) return answerProblem(reply, "unreachable", transaction.returnTo);
    if (!(error instanceof SignInRefusedError) || error.isAttempt)
      await failed.count(request, transaction, clock.now());
    return answerProblem(reply, "refused", transaction.returnTo);
  }
  return enter(options, request, reply, transaction, result);
};

/** The page goes on by itself when the wait is over: the transaction stays as it is. */
const answerWait = (request: FastifyRequest, reply: FastifyReply, waitMs: number): FastifyReply => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return reply
    .code(429)
    .headers({ "retry-after": seconds, refresh: seconds, "cache-control": "no-store" })
    .type("text/html; charset=utf-8")
    .send(renderSignInWait(languageFor(request.headers, null), seconds, request.url));
};

/** The identity is proven: account, contacts, a fresh session and a draft carried over, in one transaction. */
const enter = async (
  options: AuthOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  transaction: Transaction,
  { claims, authenticationAge, idToken }: SignInResult,
): Promise<FastifyReply> => {
  const { clock, cookies, db, limits } = options;
  const partners = new Set([...(await db.read.of(partnerTenantStore).all()), ...options.personaTenants]);
  const before = cookies.read(request.headers, "sid");
  const handover = cookies.read(request.headers, "handover");
  const { token, session } = newSession({
    clock,
    limits,
    seenAgo: (authenticationAge ?? 0) * 1000,
    idToken,
    device: readDevice(request.headers["user-agent"]),
    network: limitAddress(request.ip),
  });
  const entered = await signIn(db, {
    identity: accountKindFromClaims(claims, partners),
    at: clock.now(),
    followAddress: options.followAddress,
    endedSessionHash: before === null ? null : hashSecret(before),
    session,
    handoverHash: handover === null ? null : hashSecret(handover),
  });
  reply.header("set-cookie", cookies.write("sid", token));
  if (handover !== null) reply.header("set-cookie", cookies.clear("handover"));
  const target = entered.draftId === null ? transaction.returnTo : `/requests/new/${entered.draftId}`;
  return reply.header("cache-control", "no-store").redirect(target, 303);
};

const answerProblem = (reply: FastifyReply, problem: SignInProblem, returnTo: string): FastifyReply =>
  reply.header("cache-control", "no-store").redirect(`/sign-in?${new URLSearchParams({ problem, returnTo })}`, 303);
