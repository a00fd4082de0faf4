/** Browser sessions: only a SHA-256 of the cookie's token is kept. */

import type { Account, EpochMs } from "@accord/domain";
import type { RowOf } from "../../../kernel/db/columns.js";
import { combine, nest, omit, pick } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst, selectRows } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { ACCOUNT, toAccount } from "./account-row.js";
import { sessionTable } from "./session.table.js";

export type Session = Omit<RowOf<typeof sessionTable>, "tokenHash" | "sealedIdToken">;

/** What only its own browser and its provider know is kept as a hash and sealed. */
export interface NewSession extends Session {
  readonly tokenHash: string;
  readonly idToken: string | null;
}

export interface SessionReads {
  /** Session and its account in one statement; expired ones are returned too: the caller judges. */
  byTokenHash(tokenHash: string): Promise<{ session: Session; account: Account } | null>;
  byId(id: string): Promise<Session | null>;
  /** The provider's ID token; null where none was kept, or it was sealed with a key that is gone. */
  idTokenOf(id: string): Promise<string | null>;
  /** Those that have not ended, newest first. */
  ofAccount(accountId: string, now: EpochMs, idleMs: number): Promise<Session[]>;
}

export interface SessionWrites extends SessionReads {
  create(session: NewSession): Promise<void>;
  touch(id: string, at: EpochMs): Promise<void>;
  /** False when it was gone already. */
  delete(id: string): Promise<boolean>;
  /** All of the account but `kept`, where one is named; returns how many there were. */
  deleteOfAccount(accountId: string, kept?: string | null): Promise<number>;
  deleteAll(): Promise<number>;
  /** Deletes what ended before `now` or was last seen `idleMs` or longer before; returns how many. */
  deleteExpired(now: EpochMs, idleMs: number): Promise<number>;
}

const SESSION = combine(
  nest("session", omit(sessionTable, ["tokenHash", "sealedIdToken", "accountId"], "s")),
  nest("account", ACCOUNT),
);
const LISTED = omit(sessionTable, ["tokenHash", "sealedIdToken"], "s");
const SEALED = pick(sessionTable, ["sealedIdToken"]);
const BY_TOKEN_HASH = "FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = ?";

export const createSessionReads = ({ sql, cipher }: StoreContext): SessionReads => ({
  byTokenHash: async (tokenHash) => {
    const row = await selectFirst(sql, SESSION, BY_TOKEN_HASH, [tokenHash]);
    if (row === null) return null;
    const account = toAccount(row.account);
    return { session: { ...row.session, accountId: account.id }, account };
  },
  byId: (id) => selectFirst(sql, LISTED, "FROM session s WHERE s.id = ?", [id]),
  idTokenOf: async (id) => {
    const row = await selectFirst(sql, SEALED, "FROM session WHERE id = ?", [id]);
    if (row === null || row.sealedIdToken === null) return null;
    try {
      return cipher.openText(row.sealedIdToken, id);
    } catch {
      return null;
    }
  },
  ofAccount: (accountId, now, idleMs) =>
    selectRows(
      sql,
      LISTED,
      "FROM session s WHERE s.account_id = ? AND s.expires_at > ? AND s.last_seen_at > ? ORDER BY s.id DESC",
      [accountId, now, now - idleMs],
    ),
});

export const createSessionWrites = (context: WriteContext): SessionWrites => ({
  ...createSessionReads(context),
  create: async ({ idToken, ...session }) => {
    const sealedIdToken = idToken === null ? null : context.cipher.sealText(idToken, session.id);
    await insertRow(context.sql, sessionTable, { ...session, sealedIdToken });
  },
  touch: async (id, at) => {
    await context.sql.run(`UPDATE session SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?`, [at, id, at]);
  },
  delete: async (id) => (await context.sql.run(`DELETE FROM session WHERE id = ?`, [id])) === 1,
  deleteOfAccount: (accountId, kept = null) =>
    context.sql.run(`DELETE FROM session WHERE account_id = ? AND id <> ?`, [accountId, kept ?? ""]),
  deleteAll: () => context.sql.run(`DELETE FROM session`),
  deleteExpired: (now, idleMs) =>
    context.sql.run(`DELETE FROM session WHERE expires_at <= ? OR last_seen_at <= ?`, [now, now - idleMs]),
});

export const sessionStore: StoreKey<SessionReads, SessionWrites> = {
  reads: createSessionReads,
  writes: createSessionWrites,
};
