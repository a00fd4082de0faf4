/** People who sign in; name and address as the provider shows them, profile columns null until completed (R52). */
import type { AccountKind, ContactMethod, Language, NameSource } from "@accord/domain";
import { choice, defineTable, instant, key, oneOf, orNull, text, yesNo } from "../../../kernel/db/columns.js";

export const accountTable = defineTable({
  name: "account",
  person: { by: ["id"], atErasure: "BLANKED" },
  columns: {
    id: key("id", "ID"),
    kind: choice<AccountKind>("kind", "FACT"),
    isGuest: yesNo("is_guest", "FACT"),
    givenName: text("given_name", "IDENTITY"),
    familyName: text("family_name", "IDENTITY"),
    /** Of the whole name; null: plain, its lower case is its folded form. */
    nameFolded: text("name_folded", "IDENTITY", orNull),
    email: text("email", "CONTACT"),
    emailFolded: text("email_folded", "CONTACT"),
    isEmailProven: yesNo("is_email_proven", "FACT"),
    /** Null: stated by the issuer. */
    nameSource: text<NameSource>("name_source", "FACT", orNull),
    claimedEmail: text("claimed_email", "CONTACT", orNull),
    country: text("country", "IDENTITY", orNull),
    timeZone: text("time_zone", "IDENTITY", orNull),
    language: text<Language>("language", "IDENTITY", orNull),
    phone: text("phone", "CONTACT", orNull),
    preferredContactMethod: text<ContactMethod>("preferred_contact_method", "FACT", orNull),
    createdAt: instant("created_at", "FACT"),
    updatedAt: instant("updated_at", "FACT"),
  },
  checks: [oneOf("account_kind", "kind", ["PERSONAL", "WORK", "PARTNER"])],
  indices: [{ name: "account_by_email", columns: ["emailFolded"] }],
});
