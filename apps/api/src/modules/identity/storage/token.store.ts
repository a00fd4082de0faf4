/** Personal access tokens: prefix and 256 bits for the bearer, only a hash here; scopes and an end. */

import type { Account, EpochMs } from "@accord/domain";
import { combine, nest, omit, type RowIn } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst, selectRows } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { ACCOUNT, toAccount } from "./account-row.js";
import { tokenTable } from "./token.table.js";

export type AccessToken = RowIn<typeof TOKEN>;

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

const TOKEN = omit(tokenTable, ["tokenHash"], "t");
const TOKEN_AND_ACCOUNT = combine(nest("token", TOKEN), nest("account", ACCOUNT));
const BY_HASH = "FROM token t JOIN account a ON a.id = t.account_id WHERE t.token_hash = ?";

export const createTokenReads = ({ sql }: StoreContext): TokenReads => ({
  byHash: async (tokenHash) => {
    const row = await selectFirst(sql, TOKEN_AND_ACCOUNT, BY_HASH, [tokenHash]);
    return row && { token: row.token, account: toAccount(row.account) };
  },
  byId: (id) => selectFirst(sql, TOKEN, "FROM token t WHERE t.id = ?", [id]),
  list: (accountId) => selectRows(sql, TOKEN, "FROM token t WHERE t.account_id = ? ORDER BY t.id DESC", [accountId]),
});

export const createTokenWrites = (context: WriteContext): TokenWrites => ({
  ...createTokenReads(context),
  create: async (token) => {
    await insertRow(context.sql, tokenTable, token);
  },
  touch: async (id, at) => {
    await context.sql.run(`UPDATE token SET last_used_at = ? WHERE id = ?`, [at, id]);
  },
  revoke: async (id, at) =>
    (await context.sql.run(`UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL`, [at, id])) === 1,
});

export const tokenStore: StoreKey<TokenReads, TokenWrites> = { reads: createTokenReads, writes: createTokenWrites };
