/** Who may see a request: one row per person; the two partial indexes cover the list of an account (hot path W2). */
import type { ContactMethod, ContactRole } from "@accord/domain";
import { choice, defineTable, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export const requestContactTable = defineTable({
  name: "request_contact",
  columns: {
    id: key("id"),
    requestId: text("request_id"),
    role: choice<ContactRole>("role"),
    accountId: text("account_id", orNull),
    givenName: text("given_name"),
    familyName: text("family_name"),
    email: text("email"),
    phone: text("phone", orNull),
    preferredContactMethod: text<ContactMethod>("preferred_contact_method"),
    removedAt: instant("removed_at", orNull),
  },
  checks: [oneOf("request_contact_role", "role", ["PRIMARY", "ADDITIONAL"])],
  foreignKeys: [
    {
      name: "request_contact_request",
      target: "support_request",
      columnNames: ["requestId"],
      referencedColumnNames: ["id"],
    },
    { name: "request_contact_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [
    { name: "request_contact_by_request", columns: ["requestId"] },
    {
      name: "request_contact_primary",
      columns: ["requestId"],
      unique: true,
      where: `"role" = 'PRIMARY' AND "removed_at" IS NULL`,
    },
    {
      name: "request_contact_bound",
      columns: ["accountId", "requestId"],
      unique: true,
      where: `"account_id" IS NOT NULL AND "removed_at" IS NULL`,
    },
    { name: "request_contact_address", columns: ["email", "requestId"], unique: true, where: `"removed_at" IS NULL` },
  ],
});
