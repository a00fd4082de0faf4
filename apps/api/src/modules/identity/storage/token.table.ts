/** Personal access tokens by the hash of their secret. */
import type { Scope } from "@accord/domain";
import { count, defineTable, document, instant, key, orNull, text } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

const dailyIncidents = migration("TokenDailyIncidents1795400071000", {
  up: [
    `ALTER TABLE "token" ADD COLUMN
    "daily_incidents" integer`,
  ],
  down: [`ALTER TABLE "token" DROP COLUMN "daily_incidents"`],
});

export const tokenTable = defineTable({
  name: "token",
  migrations: [dailyIncidents],
  columns: {
    /** `tok_…` */
    id: key("id"),
    tokenHash: text("token_hash"),
    accountId: text("account_id"),
    name: text("name"),
    scopes: document<readonly Scope[]>("scopes"),
    /** Incidents it may give or take in a day; null where it moves none. */
    dailyIncidents: count("daily_incidents", orNull),
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
