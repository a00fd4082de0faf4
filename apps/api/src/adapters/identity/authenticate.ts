/** Who calls: nobody, a signed-in browser or a personal access token; a cookie and a token are never both honoured (contract.md). */
import type { IncomingHttpHeaders } from "node:http";
import type { Account, EpochMs } from "@accord/domain";
import type { Clock } from "../../clock.js";
import type { Limits } from "../../limits.js";
import { hashSecret, isWellFormedToken, type Scope } from "./access-token.js";
import type { Cookies } from "./cookies.js";
import type { IdentityStore } from "./identity-store.js";
import { preferredLanguage, say } from "./messages/index.js";
import { isSessionOver, needsTouch } from "./sessions.js";

export type Principal =
  | { readonly kind: "anonymous" }
  | { readonly kind: "session"; readonly account: Account; readonly sessionId: string; readonly authenticatedAt: EpochMs }
  | { readonly kind: "token"; readonly account: Account; readonly tokenId: string; readonly scopes: ReadonlySet<Scope> };

/** Credentials were sent and are no good: 401, never a silent fall back to nobody. */
export class AuthenticationError extends Error {
  override readonly name = "AuthenticationError";
}

export interface AuthenticateOptions {
  readonly store: IdentityStore;
  readonly cookies: Cookies;
  readonly clock: Clock;
  readonly limits: Limits;
  /** Called with what went wrong when the time of last use could not be written; the request goes on. */
  readonly onTouchFailure: (error: unknown) => void;
}

const ANONYMOUS: Principal = { kind: "anonymous" };
const TOKEN_TOUCH_AFTER = 60_000;

/** Answers who sends `headers`. A session that is over counts as nobody. Throws AuthenticationError for a bad token or for both. */
export const createAuthenticate = (options: AuthenticateOptions) => async (headers: IncomingHttpHeaders): Promise<Principal> => {
  const cookie = options.cookies.read(headers, "sid");
  if (headers.authorization === undefined) return cookie === null ? ANONYMOUS : bySession(options, cookie);
  const language = preferredLanguage(headers["accept-language"]);
  if (cookie !== null) throw new AuthenticationError(say(language, "tokenAndCookie"));
  const principal = await byToken(options, headers.authorization);
  if (principal === null) throw new AuthenticationError(say(language, "tokenRefused"));
  return principal;
};

export type Authenticate = ReturnType<typeof createAuthenticate>;

const bySession = async (options: AuthenticateOptions, token: string): Promise<Principal> => {
  const { store, clock, limits } = options;
  const session = await store.session(hashSecret(token));
  const now = clock.now();
  if (session === null || isSessionOver(session, now, limits)) return ANONYMOUS;
  const account = await store.account(session.accountId);
  if (account === null) return ANONYMOUS;
  if (needsTouch(session, now)) store.touchSession(session.tokenHash, now).catch(options.onTouchFailure);
  return { kind: "session", account, sessionId: session.tokenHash, authenticatedAt: session.authenticatedAt };
};

const byToken = async (options: AuthenticateOptions, authorization: string): Promise<Principal | null> => {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined || !isWellFormedToken(token)) return null;
  const { store, clock } = options;
  const record = await store.token(hashSecret(token));
  const now = clock.now();
  if (record === null || record.revokedAt !== null || now >= record.expiresAt) return null;
  const account = await store.account(record.accountId);
  if (account === null) return null;
  if (now - (record.lastUsedAt ?? 0) >= TOKEN_TOUCH_AFTER) store.touchToken(record.id, now).catch(options.onTouchFailure);
  return { kind: "token", account, tokenId: record.id, scopes: record.scopes };
};
