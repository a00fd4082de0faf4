/** Personal access tokens by the hash of their secret. */
import { defineTable, document, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export const tokenTable = defineTable({
  name: "token",
  columns: {
    /** `tok_…` */
    id: key("id"),
    tokenHash: text("token_hash"),
    accountId: text("account_id"),
    name: text("name"),
    scopes: document<readonly string[]>("scopes"),
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
