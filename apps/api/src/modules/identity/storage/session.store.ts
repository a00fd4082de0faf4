/** Browser sessions: only a SHA-256 of the cookie's token is kept. */
import type { Account, EpochMs } from "@accord/domain";
import { type Columns, placeholders, select } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { ACCOUNT, type AccountSqlRow, toAccount } from "./account-row.js";

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
  byId(id: string): Promise<ListedSession | null>;
  /** Those that have not ended, newest first. */
  ofAccount(accountId: string, now: EpochMs, idleMs: number): Promise<ListedSession[]>;
}

/** A session without what only its own browser needs. */
export type ListedSession = Omit<Session, "idToken">;

export interface SessionWrites extends SessionReads {
  create(session: Session & { readonly tokenHash: string }): Promise<void>;
  touch(id: string, at: EpochMs): Promise<void>;
  /** False when it was gone already. */
  delete(id: string): Promise<boolean>;
  /** Returns how many there were. */
  deleteOfAccount(accountId: string): Promise<number>;
  /** Deletes what ended before `now` or was last seen `idleMs` or longer before; returns how many. */
  deleteExpired(now: EpochMs, idleMs: number): Promise<number>;
}

interface SessionSqlRow extends AccountSqlRow {
  readonly sessionId: string;
  readonly authenticatedAt: EpochMs;
  readonly sessionCreatedAt: EpochMs;
  readonly lastSeenAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly idToken: string | null;
}

const SESSION: Columns<SessionSqlRow> = {
  ...ACCOUNT,
  sessionId: "s.id",
  authenticatedAt: "s.authenticated_at",
  sessionCreatedAt: "s.created_at",
  lastSeenAt: "s.last_seen_at",
  expiresAt: "s.expires_at",
  idToken: "s.id_token",
};
const LISTED: Columns<ListedSession> = {
  id: "s.id",
  accountId: "s.account_id",
  authenticatedAt: "s.authenticated_at",
  createdAt: "s.created_at",
  lastSeenAt: "s.last_seen_at",
  expiresAt: "s.expires_at",
};
const BY_TOKEN_HASH = "FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = ?";

export const createSessionReads = ({ sql }: StoreContext): SessionReads => ({
  byTokenHash: async (tokenHash) => {
    const [row] = await select(sql, SESSION, BY_TOKEN_HASH, [tokenHash]);
    if (row === undefined) return null;
    const { sessionId, authenticatedAt, sessionCreatedAt, lastSeenAt, expiresAt, idToken } = row;
    const session = {
      id: sessionId,
      accountId: row.id,
      authenticatedAt,
      createdAt: sessionCreatedAt,
      lastSeenAt,
      expiresAt,
      idToken,
    };
    return { session, account: toAccount(row) };
  },
  byId: async (id) => (await select(sql, LISTED, "FROM session s WHERE s.id = ?", [id]))[0] ?? null,
  ofAccount: (accountId, now, idleMs) =>
    select(
      sql,
      LISTED,
      "FROM session s WHERE s.account_id = ? AND s.expires_at > ? AND s.last_seen_at > ? ORDER BY s.id DESC",
      [accountId, now, now - idleMs],
    ),
});

export const createSessionWrites = (context: WriteContext): SessionWrites => ({
  ...createSessionReads(context),
  create: async (session) => {
    await context.sql.run(
      `INSERT INTO session (id, token_hash, account_id, authenticated_at, created_at, last_seen_at, expires_at, id_token)
       VALUES ${placeholders(1, 8)}`,
      [
        session.id,
        session.tokenHash,
        session.accountId,
        session.authenticatedAt,
        session.createdAt,
        session.lastSeenAt,
        session.expiresAt,
        session.idToken,
      ],
    );
  },
  touch: async (id, at) => {
    await context.sql.run(`UPDATE session SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?`, [at, id, at]);
  },
  delete: async (id) => (await context.sql.run(`DELETE FROM session WHERE id = ?`, [id])) === 1,
  deleteOfAccount: (accountId) => context.sql.run(`DELETE FROM session WHERE account_id = ?`, [accountId]),
  deleteExpired: (now, idleMs) =>
    context.sql.run(`DELETE FROM session WHERE expires_at <= ? OR last_seen_at <= ?`, [now, now - idleMs]),
});

export const sessionStore: StoreKey<SessionReads, SessionWrites> = {
  reads: createSessionReads,
  writes: createSessionWrites,
};
