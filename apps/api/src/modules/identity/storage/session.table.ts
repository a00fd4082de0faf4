/** Browser sessions by the hash of their token. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key, orNull, text } from "../../../kernel/db/columns.js";

export interface SessionRow {
  readonly id: string;
  readonly tokenHash: string;
  readonly accountId: string;
  readonly authenticatedAt: EpochMs;
  readonly createdAt: EpochMs;
  readonly lastSeenAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly idToken: string | null;
}

export const sessionTable = new EntitySchema<SessionRow>({
  name: "session",
  columns: {
    id: key("id"),
    tokenHash: text("token_hash"),
    accountId: text("account_id"),
    authenticatedAt: instant("authenticated_at"),
    createdAt: instant("created_at"),
    lastSeenAt: instant("last_seen_at"),
    expiresAt: instant("expires_at"),
    idToken: text("id_token", orNull),
  },
  uniques: [{ name: "session_token_hash", columns: ["tokenHash"] }],
  foreignKeys: [
    { name: "session_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [
    { name: "session_by_account", columns: ["accountId"] },
    { name: "session_by_expiry", columns: ["expiresAt"] },
  ],
});
