/** Who may see a request: one row per person; the two partial indexes cover the list of an account (hot path W2). */
import type { ContactMethod, ContactRole } from "@accord/domain";
import { choice, defineTable, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

/** Of contacts there are already: removed, or come in by a link. */
const changedAt = migration("ContactChangedAt1795400076000", {
  up: [
    `ALTER TABLE "request_contact" ADD COLUMN "changed_at" bigint`,
    `UPDATE "request_contact" SET "changed_at" = coalesce("removed_at",
      (SELECT max(i."used_at") FROM "invitation" i WHERE i."contact_id" = "request_contact"."id"))`,
  ],
  down: [`ALTER TABLE "request_contact" DROP COLUMN "changed_at"`],
});

export const requestContactTable = defineTable({
  name: "request_contact",
  person: { by: ["accountId", { address: "email", unless: "accountId" }], atErasure: "SEPARATELY" },
  migrations: [changedAt],
  columns: {
    id: key("id", "ID"),
    requestId: text("request_id", "ID"),
    role: choice<ContactRole>("role", "FACT"),
    accountId: text("account_id", "ID", orNull),
    givenName: text("given_name", "IDENTITY"),
    familyName: text("family_name", "IDENTITY"),
    email: text("email", "CONTACT"),
    phone: text("phone", "CONTACT", orNull),
    preferredContactMethod: text<ContactMethod>("preferred_contact_method", "FACT"),
    removedAt: instant("removed_at", "FACT", orNull),
    /** When it was bound, followed an address, changed its part or was removed; null: as it was added. */
    changedAt: instant("changed_at", "FACT", orNull),
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
