/** Who calls: nobody, a signed-in browser or a personal access token; a cookie and a token are never both honoured (contract.md). */
import type { IncomingHttpHeaders } from "node:http";
import { type Account, MINUTE, spokenLanguage } from "@accord/domain";
import type { Clock } from "../../../kernel/clock.js";
import type { Database, WriteStores } from "../../../kernel/db/index.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import { isScope, type Principal } from "../../../kernel/principal.js";
import { type Session, sessionStore } from "../storage/session.store.js";
import { type AccessToken, tokenStore } from "../storage/token.store.js";
import { hashSecret, isWellFormedToken } from "./access-token.js";
import type { Cookies } from "./cookies.js";
import { say } from "./messages/index.js";
import { type Recall, rememberBriefly } from "./recent-principals.js";
import { isSessionOver, needsTouch } from "./sessions.js";

/** Credentials were sent and are no good: 401, never a silent fall back to nobody. */
export class AuthenticationError extends Error {
  override readonly name = "AuthenticationError";
}

export interface AuthenticateOptions {
  readonly db: Database;
  readonly cookies: Cookies;
  readonly clock: Clock;
  readonly limits: Limits;
  /** Called with what went wrong when the time of last use could not be written; the request goes on. */
  readonly onTouchFailure: (error: unknown) => void;
  /** Recognises without counting as use: a page that is only open does not keep its session alive. */
  readonly isQuiet?: boolean;
}

const ANONYMOUS: Principal = { kind: "anonymous" };
const TOKEN_TOUCH_AFTER = MINUTE;

/** Answers who sends `headers`. A session that is over counts as nobody. Throws AuthenticationError for a bad token or for both. */
export const createAuthenticate = (options: AuthenticateOptions) => {
  const { db, clock } = options;
  const known: Known = {
    session: rememberBriefly(db, clock, (hash) => db.read.of(sessionStore).byTokenHash(hash)),
    token: rememberBriefly(db, clock, (hash) => db.read.of(tokenStore).byHash(hash)),
  };
  return async (headers: IncomingHttpHeaders): Promise<Principal> => {
    const cookie = options.cookies.read(headers, "sid");
    if (headers.authorization === undefined) return cookie === null ? ANONYMOUS : bySession(options, known, cookie);
    const language = spokenLanguage({ account: null, chosen: null, accepted: headers["accept-language"] });
    if (cookie !== null) throw new AuthenticationError(say(language, "tokenAndCookie"));
    const principal = await byToken(options, known, headers.authorization);
    if (principal === null) throw new AuthenticationError(say(language, "tokenRefused"));
    return principal;
  };
};

interface Known {
  readonly session: Recall<{ readonly session: Session; readonly account: Account }>;
  readonly token: Recall<{ readonly token: AccessToken; readonly account: Account }>;
}

export type Authenticate = ReturnType<typeof createAuthenticate>;

/** Times of last use on their way to the database. */
const touching = new Set<string>();

/** Many requests at the same moment bring one write, not one each: they would crowd out the work itself. */
const touchOnce = (
  { db, onTouchFailure }: AuthenticateOptions,
  id: string,
  touch: (tx: WriteStores) => Promise<unknown>,
): void => {
  if (touching.has(id)) return;
  touching.add(id);
  void db
    .transaction("touch", touch)
    .catch(onTouchFailure)
    .finally(() => touching.delete(id));
};

const bySession = async (options: AuthenticateOptions, known: Known, token: string): Promise<Principal> => {
  const { clock, limits } = options;
  const found = await known.session(hashSecret(token));
  const now = clock.now();
  if (found === null || isSessionOver(found.session, now, limits)) return ANONYMOUS;
  const { session, account } = found;
  if (options.isQuiet !== true && needsTouch(session, now))
    touchOnce(options, session.id, (tx) => tx.of(sessionStore).touch(session.id, now));
  return { kind: "session", account, sessionId: session.id, authenticatedAt: session.authenticatedAt };
};

const byToken = async (
  options: AuthenticateOptions,
  known: Known,
  authorization: string,
): Promise<Principal | null> => {
  const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (secret === undefined || !isWellFormedToken(secret)) return null;
  const { clock } = options;
  const found = await known.token(hashSecret(secret));
  const now = clock.now();
  if (found === null || found.token.revokedAt !== null || now >= found.token.expiresAt) return null;
  const { token, account } = found;
  if (options.isQuiet !== true && now - (token.lastUsedAt ?? 0) >= TOKEN_TOUCH_AFTER)
    touchOnce(options, token.id, (tx) => tx.of(tokenStore).touch(token.id, now));
  const { id: tokenId, dailyIncidents } = token;
  return { kind: "token", account, tokenId, scopes: new Set(token.scopes.filter(isScope)), dailyIncidents };
};
