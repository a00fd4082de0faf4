/** Browser sessions: an opaque 256-bit token in the cookie, its SHA-256 in the database, idle and absolute end. */
import { randomBytes } from "node:crypto";
import { type EpochMs, MINUTE } from "@accord/domain";
import type { Clock } from "../../../kernel/clock.js";
import { newId } from "../../../kernel/db/index.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import type { NewSession, Session } from "../storage/session.store.js";
import { hashSecret } from "./access-token.js";

/** A session's last use is written at most this often: reading stays reading. */
const TOUCH_AFTER = MINUTE;

interface SessionFacts extends Pick<NewSession, "idToken" | "device" | "network"> {
  readonly clock: Clock;
  readonly limits: Limits;
  /** Milliseconds since the provider really saw the person. */
  readonly seenAgo: number;
}

/** A new session and the token for its cookie. */
export const newSession = ({ idToken, device, network, ...options }: SessionFacts) => {
  const token = randomBytes(32).toString("base64url");
  const now = options.clock.now();
  const expiresAt = now + options.limits.sessionHours * 60 * MINUTE;
  const session = (accountId: string): NewSession => ({
    id: newId("ses", now),
    tokenHash: hashSecret(token),
    accountId,
    authenticatedAt: now - options.seenAgo,
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
    idToken,
    device,
    network,
  });
  return { token, session };
};

/** Ended by idleness, by age, or not yet. */
export const isSessionOver = (session: Session, now: EpochMs, limits: Limits): boolean =>
  now >= session.expiresAt || now - session.lastSeenAt >= limits.sessionIdleMinutes * MINUTE;

export const needsTouch = (session: Session, now: EpochMs): boolean => now - session.lastSeenAt >= TOUCH_AFTER;
