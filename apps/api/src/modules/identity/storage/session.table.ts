/** Browser sessions by the hash of their token. */
import { defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

/** Tokens in clear are not sealed afterwards: whoever signs out of such a session is asked by the provider. */
const sealedIdTokens = migration("SealedIdTokens1795400036500", {
  up: [
    `ALTER TABLE "session" DROP COLUMN "id_token"`,
    `ALTER TABLE "session" ADD COLUMN
    "sealed_id_token" text`,
  ],
  down: [
    `ALTER TABLE "session" DROP COLUMN "sealed_id_token"`,
    `ALTER TABLE "session" ADD COLUMN
    "id_token" text`,
  ],
});

/** Sessions from before tell neither. */
const sessionPlaces = migration("SessionPlaces1795400037000", {
  up: [
    `ALTER TABLE "session" ADD COLUMN
    "device" text`,
    `ALTER TABLE "session" ADD COLUMN
    "network" text`,
  ],
  down: [`ALTER TABLE "session" DROP COLUMN "network"`, `ALTER TABLE "session" DROP COLUMN "device"`],
});

export const sessionTable = defineTable({
  name: "session",
  person: { by: ["accountId"], atErasure: "DELETED" },
  migrations: [sealedIdTokens, sessionPlaces],
  columns: {
    /** `ses_…` */
    id: key("id", "ID"),
    tokenHash: text("token_hash", "SECRET"),
    accountId: text("account_id", "ID"),
    /** The last time the person proved who they are (re-authentication: within 15 minutes). */
    authenticatedAt: instant("authenticated_at", "TRACE"),
    createdAt: instant("created_at", "TRACE"),
    lastSeenAt: instant("last_seen_at", "TRACE"),
    /** Absolute end; the idle end is judged by the caller from `lastSeenAt`. */
    expiresAt: instant("expires_at", "TRACE"),
    /** The provider's ID token, for signing out there too, sealed for this session; null where none is kept. */
    sealedIdToken: text("sealed_id_token", "SECRET", orNull),
    /** Browser and system as they named themselves at the sign-in, as people say them; null where they did not. */
    device: text("device", "TRACE", orNull),
    /** The address it was made from; of IPv6 the network. */
    network: text("network", "TRACE", orNull),
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
