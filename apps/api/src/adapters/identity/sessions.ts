/** Browser sessions: an opaque 256-bit token in the cookie, its SHA-256 in the database, idle and absolute end. */
import { randomBytes } from "node:crypto";
import type { EpochMs } from "@accord/domain";
import type { Clock } from "../../clock.js";
import type { Limits } from "../../limits.js";
import { hashSecret } from "./access-token.js";

export interface SessionRecord {
  /** SHA-256 of the token, base64url: also the session's id. */
  readonly tokenHash: string;
  readonly accountId: string;
  /** When the person was last really seen by the provider. */
  readonly authenticatedAt: EpochMs;
  readonly createdAt: EpochMs;
  readonly lastSeenAt: EpochMs;
  /** Absolute end. */
  readonly expiresAt: EpochMs;
}

const MINUTE = 60_000;
/** A session's last use is written at most this often: reading stays reading. */
const TOUCH_AFTER = MINUTE;

/** A new session and the token for its cookie. */
export const newSession = (
  accountId: string,
  authenticatedAt: EpochMs,
  clock: Clock,
  limits: Limits,
): { token: string; session: SessionRecord } => {
  const token = randomBytes(32).toString("base64url");
  const now = clock.now();
  const expiresAt = now + limits.sessionHours * 60 * MINUTE;
  return { token, session: { tokenHash: hashSecret(token), accountId, authenticatedAt, createdAt: now, lastSeenAt: now, expiresAt } };
};

/** Ended by idleness, by age, or not yet. */
export const isSessionOver = (session: SessionRecord, now: EpochMs, limits: Limits): boolean =>
  now >= session.expiresAt || now - session.lastSeenAt >= limits.sessionIdleMinutes * MINUTE;

export const needsTouch = (session: SessionRecord, now: EpochMs): boolean => now - session.lastSeenAt >= TOUCH_AFTER;
