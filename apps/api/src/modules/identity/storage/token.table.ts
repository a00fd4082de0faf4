/** Personal access tokens by the hash of their secret. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { document, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export interface TokenRow {
  readonly id: string;
  readonly tokenHash: string;
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly lastUsedAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
}

export const tokenTable = new EntitySchema<TokenRow>({
  name: "token",
  columns: {
    id: key("id"),
    tokenHash: text("token_hash"),
    accountId: text("account_id"),
    name: text("name"),
    scopes: document("scopes"),
    createdAt: instant("created_at"),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at", orNull),
    revokedAt: instant("revoked_at", orNull),
  },
  uniques: [{ name: "token_token_hash", columns: ["tokenHash"] }],
  foreignKeys: [
    { name: "token_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "token_by_account", columns: ["accountId"] }],
});
