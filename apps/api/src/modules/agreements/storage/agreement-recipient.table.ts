/** Whom an agreement was issued to, and in which language: for the letter and for finding it (F56). */
import type { Language } from "@accord/domain";
import { defineTable, key, orNull, text } from "../../../kernel/db/columns.js";

export const agreementRecipientTable = defineTable({
  name: "agreement_recipient",
  person: { by: [{ address: "email" }], atErasure: "BLANKED" },
  columns: {
    planId: key("plan_id", "ID"),
    name: text("name", "IDENTITY", orNull),
    /** Null: plain, its lower case is its folded form. */
    nameFolded: text("name_folded", "IDENTITY", orNull),
    email: text("email", "CONTACT", orNull),
    emailFolded: text("email_folded", "CONTACT", orNull),
    language: text<Language>("language", "FACT"),
  },
  foreignKeys: [
    { name: "agreement_recipient_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "agreement_recipient_by_email", columns: ["emailFolded"], where: `"email_folded" IS NOT NULL` }],
});
