/** Browser sessions: only a SHA-256 of the cookie's token is kept (reliability.md, 5.7). */
import type { Account, EpochMs } from "@accord/domain";

export interface Session {
  /** `ses_…` */
  readonly id: string;
  readonly accountId: string;
  /** The last time the person proved who they are (re-authentication: within 15 minutes). */
  readonly authenticatedAt: EpochMs;
  readonly createdAt: EpochMs;
  readonly lastSeenAt: EpochMs;
  /** Absolute end; the idle end is judged by the caller from `lastSeenAt`. */
  readonly expiresAt: EpochMs;
  /** The provider's ID token, for signing out there too; null where none is kept. */
  readonly idToken: string | null;
}

export interface SessionReads {
  /** Session and its account in one statement; expired ones are returned too: the caller judges. */
  byTokenHash(tokenHash: string): Promise<{ session: Session; account: Account } | null>;
}

export interface SessionWrites extends SessionReads {
  create(session: Session & { readonly tokenHash: string }): Promise<void>;
  touch(id: string, at: EpochMs): Promise<void>;
  /** False when it was gone already. */
  delete(id: string): Promise<boolean>;
  /** Deletes what ended before `now` or was last seen `idleMs` or longer before; returns how many. */
  deleteExpired(now: EpochMs, idleMs: number): Promise<number>;
}
