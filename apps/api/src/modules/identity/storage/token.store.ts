/** Personal access tokens: prefix and 256 bits for the bearer, only a hash here; scopes and an end. */
import type { Account, EpochMs } from "@accord/domain";
import { type Columns, placeholders, select } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { ACCOUNT, type AccountSqlRow, toAccount } from "./account-row.js";

export interface AccessToken {
  /** `tok_…` */
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly lastUsedAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
}

export interface TokenReads {
  /** Revoked and expired ones are returned too: the caller judges. */
  byHash(tokenHash: string): Promise<{ token: AccessToken; account: Account } | null>;
  list(accountId: string): Promise<AccessToken[]>;
  byId(id: string): Promise<AccessToken | null>;
}

export interface TokenWrites extends TokenReads {
  create(token: AccessToken & { readonly tokenHash: string }): Promise<void>;
  touch(id: string, at: EpochMs): Promise<void>;
  /** False when unknown or revoked before. */
  revoke(id: string, at: EpochMs): Promise<boolean>;
}

interface TokenSqlRow {
  readonly tokenId: string;
  readonly accountId: string;
  readonly name: string;
  readonly scopes: string;
  readonly tokenCreatedAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly lastUsedAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
}

const TOKEN: Columns<TokenSqlRow> = {
  tokenId: "t.id",
  accountId: "t.account_id",
  name: "t.name",
  scopes: "t.scopes",
  tokenCreatedAt: "t.created_at",
  expiresAt: "t.expires_at",
  lastUsedAt: "t.last_used_at",
  revokedAt: "t.revoked_at",
};
const TOKEN_AND_ACCOUNT: Columns<TokenSqlRow & AccountSqlRow> = { ...TOKEN, ...ACCOUNT };
const BY_HASH = "FROM token t JOIN account a ON a.id = t.account_id WHERE t.token_hash = ?";

const toToken = (row: TokenSqlRow): AccessToken => ({
  id: row.tokenId,
  accountId: row.accountId,
  name: row.name,
  scopes: JSON.parse(row.scopes) as string[],
  createdAt: row.tokenCreatedAt,
  expiresAt: row.expiresAt,
  lastUsedAt: row.lastUsedAt,
  revokedAt: row.revokedAt,
});

export const createTokenReads = ({ sql }: StoreContext): TokenReads => ({
  byHash: async (tokenHash) => {
    const [row] = await select(sql, TOKEN_AND_ACCOUNT, BY_HASH, [tokenHash]);
    return row === undefined ? null : { token: toToken(row), account: toAccount(row) };
  },
  byId: async (id) => {
    const [row] = await select(sql, TOKEN, "FROM token t WHERE t.id = ?", [id]);
    return row === undefined ? null : toToken(row);
  },
  list: async (accountId) =>
    (await select(sql, TOKEN, "FROM token t WHERE t.account_id = ? ORDER BY t.id DESC", [accountId])).map(toToken),
});

export const createTokenWrites = (context: WriteContext): TokenWrites => ({
  ...createTokenReads(context),
  create: async (token) => {
    await context.sql.run(
      `INSERT INTO token (id, token_hash, account_id, name, scopes, created_at, expires_at, last_used_at, revoked_at)
       VALUES ${placeholders(1, 9)}`,
      [
        token.id,
        token.tokenHash,
        token.accountId,
        token.name,
        JSON.stringify(token.scopes),
        token.createdAt,
        token.expiresAt,
        token.lastUsedAt,
        token.revokedAt,
      ],
    );
  },
  touch: async (id, at) => {
    await context.sql.run(`UPDATE token SET last_used_at = ? WHERE id = ?`, [at, id]);
  },
  revoke: async (id, at) =>
    (await context.sql.run(`UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL`, [at, id])) === 1,
});

export const tokenStore: StoreKey<TokenReads, TokenWrites> = { reads: createTokenReads, writes: createTokenWrites };
