/** Whom an agreement was issued to, and in which language: for the letter and for finding it (F56). */
import { EntitySchema } from "typeorm";
import { key, orNull, text } from "../../../kernel/db/columns.js";

export interface AgreementRecipientRow {
  readonly planId: string;
  readonly name: string | null;
  /** Null: plain, its lower case is its folded form. */
  readonly nameFolded: string | null;
  readonly email: string | null;
  readonly emailFolded: string | null;
  readonly language: string;
}

export const agreementRecipientTable = new EntitySchema<AgreementRecipientRow>({
  name: "agreement_recipient",
  columns: {
    planId: key("plan_id"),
    name: text("name", orNull),
    nameFolded: text("name_folded", orNull),
    email: text("email", orNull),
    emailFolded: text("email_folded", orNull),
    language: text("language"),
  },
  foreignKeys: [
    { name: "agreement_recipient_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "agreement_recipient_by_email", columns: ["emailFolded"], where: `"email_folded" IS NOT NULL` }],
});
