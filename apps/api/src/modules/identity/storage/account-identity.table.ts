/** The key of an account: (issuer, subject), never an address. */
import { defineTable, key, text } from "../../../kernel/db/columns.js";

export const accountIdentityTable = defineTable({
  name: "account_identity",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    issuer: key("issuer", "IDENTITY"),
    subject: key("subject", "IDENTITY"),
    accountId: text("account_id", "ID"),
  },
  foreignKeys: [
    { name: "account_identity_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "account_identity_by_account", columns: ["accountId"] }],
});
