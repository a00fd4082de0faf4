/** One-time links that prove the address of an account (E9, A-10); the used ones say which address an account has proven here. */
import { defineTable, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export const addressConfirmationTable = defineTable({
  name: "address_confirmation",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    id: key("id", "ID"),
    accountId: text("account_id", "ID"),
    email: text("email", "CONTACT"),
    /** SHA-256 of the token. */
    tokenHash: text("token_hash", "SECRET"),
    /** The token itself, encrypted, until the mail with it is sent. */
    sealedToken: text("sealed_token", "SECRET", orNull),
    createdAt: instant("created_at", "FACT"),
    expiresAt: instant("expires_at", "FACT"),
    endedAt: instant("ended_at", "FACT", orNull),
    usedAt: instant("used_at", "FACT", orNull),
  },
  uniques: [{ name: "address_confirmation_token", columns: ["tokenHash"] }],
  foreignKeys: [
    {
      name: "address_confirmation_account",
      target: "account",
      columnNames: ["accountId"],
      referencedColumnNames: ["id"],
    },
  ],
  indices: [
    { name: "address_confirmation_by_account", columns: ["accountId"] },
    {
      name: "address_confirmation_open",
      columns: ["accountId"],
      unique: true,
      where: `"ended_at" IS NULL AND "used_at" IS NULL`,
    },
  ],
});
