/** Browser sessions by the hash of their token. */
import { defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export const sessionTable = defineTable({
  name: "session",
  columns: {
    /** `ses_…` */
    id: key("id"),
    tokenHash: text("token_hash"),
    accountId: text("account_id"),
    /** The last time the person proved who they are (re-authentication: within 15 minutes). */
    authenticatedAt: instant("authenticated_at"),
    createdAt: instant("created_at"),
    lastSeenAt: instant("last_seen_at"),
    /** Absolute end; the idle end is judged by the caller from `lastSeenAt`. */
    expiresAt: instant("expires_at"),
    /** The provider's ID token, for signing out there too; null where none is kept. */
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
