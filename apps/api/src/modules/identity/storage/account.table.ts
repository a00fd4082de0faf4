/** People who sign in; name and address as the provider shows them, profile columns null until completed (R52). */
import type { AccountKind, ContactMethod, Language, NameSource } from "@accord/domain";
import { choice, defineTable, instant, key, oneOf, orNull, text, yesNo } from "../../../kernel/db/columns.js";

export const accountTable = defineTable({
  name: "account",
  columns: {
    id: key("id"),
    kind: choice<AccountKind>("kind"),
    isGuest: yesNo("is_guest"),
    givenName: text("given_name"),
    familyName: text("family_name"),
    /** Of the whole name; null: plain, its lower case is its folded form. */
    nameFolded: text("name_folded", orNull),
    email: text("email"),
    emailFolded: text("email_folded"),
    isEmailProven: yesNo("is_email_proven"),
    /** Null: stated by the issuer. */
    nameSource: text<NameSource>("name_source", orNull),
    claimedEmail: text("claimed_email", orNull),
    country: text("country", orNull),
    timeZone: text("time_zone", orNull),
    language: text<Language>("language", orNull),
    phone: text("phone", orNull),
    preferredContactMethod: text<ContactMethod>("preferred_contact_method", orNull),
    createdAt: instant("created_at"),
    updatedAt: instant("updated_at"),
  },
  checks: [oneOf("account_kind", "kind", ["PERSONAL", "WORK", "PARTNER"])],
  indices: [{ name: "account_by_email", columns: ["emailFolded"] }],
});
