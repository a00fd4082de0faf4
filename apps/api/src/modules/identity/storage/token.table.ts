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
  person: { by: ["accountId"], atErasure: "DELETED" },
  migrations: [dailyIncidents],
  columns: {
    /** `tok_…` */
    id: key("id", "ID"),
    tokenHash: text("token_hash", "SECRET"),
    accountId: text("account_id", "ID"),
    name: text("name", "WORDS"),
    scopes: document<readonly Scope[]>("scopes", "FACT"),
    /** Incidents it may give or take in a day; null where it moves none. */
    dailyIncidents: count("daily_incidents", "FACT", orNull),
    createdAt: instant("created_at", "FACT"),
    expiresAt: instant("expires_at", "FACT"),
    lastUsedAt: instant("last_used_at", "TRACE", orNull),
    revokedAt: instant("revoked_at", "FACT", orNull),
  },
  uniques: [{ name: "token_token_hash", columns: ["tokenHash"] }],
  foreignKeys: [
    { name: "token_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "token_by_account", columns: ["accountId"] }],
});
