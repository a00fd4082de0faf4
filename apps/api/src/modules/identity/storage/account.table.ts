/** People who sign in; name and address as the provider shows them, profile columns null until completed (R52). */
import type { AccountKind, EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { choice, instant, key, oneOf, orNull, text, yesNo } from "../../../kernel/db/columns.js";

export interface AccountRow {
  readonly id: string;
  readonly kind: AccountKind;
  readonly isGuest: boolean;
  readonly givenName: string;
  readonly familyName: string;
  /** Of the whole name; null: plain, its lower case is its folded form. */
  readonly nameFolded: string | null;
  readonly email: string;
  readonly emailFolded: string;
  readonly isEmailProven: boolean;
  /** Null: stated by the issuer. */
  readonly nameSource: string | null;
  readonly claimedEmail: string | null;
  readonly country: string | null;
  readonly timeZone: string | null;
  readonly language: string | null;
  readonly phone: string | null;
  readonly preferredContactMethod: string | null;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}

export const accountTable = new EntitySchema<AccountRow>({
  name: "account",
  columns: {
    id: key("id"),
    kind: choice("kind"),
    isGuest: yesNo("is_guest"),
    givenName: text("given_name"),
    familyName: text("family_name"),
    nameFolded: text("name_folded", orNull),
    email: text("email"),
    emailFolded: text("email_folded"),
    isEmailProven: yesNo("is_email_proven"),
    nameSource: text("name_source", orNull),
    claimedEmail: text("claimed_email", orNull),
    country: text("country", orNull),
    timeZone: text("time_zone", orNull),
    language: text("language", orNull),
    phone: text("phone", orNull),
    preferredContactMethod: text("preferred_contact_method", orNull),
    createdAt: instant("created_at"),
    updatedAt: instant("updated_at"),
  },
  checks: [oneOf("account_kind", "kind", ["PERSONAL", "WORK", "PARTNER"])],
  indices: [{ name: "account_by_email", columns: ["emailFolded"] }],
});
