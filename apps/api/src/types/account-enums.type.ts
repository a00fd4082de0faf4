/** Closed lists about accounts (R49, F1). */
import type { AccountKind, ContactMethod, Language, StaffRole } from "@accord/domain";
import { registerEnumType } from "type-graphql";
import { publishCodes } from "./enumeration.js";

export const AccountKindEnum = publishCodes<AccountKind>("AccountKind", "What kind of sign-in an account comes from.", {
  PERSONAL: "A personal account.",
  WORK: "A work or school account of a directory; guests of a directory too.",
  PARTNER: "A work account whose directory is known as a partner's.",
});

export const StaffRoleEnum = publishCodes<StaffRole>(
  "StaffRole",
  "What a member of the support organisation does here.",
  {
    ENGINEER: "Works on support requests.",
    LEAD: "Assigns support requests to engineers.",
    ADMINISTRATOR: "Issues agreements and grants roles.",
    AUDITOR: "Reads the audit log.",
  },
);

export const ContactMethodEnum = publishCodes<ContactMethod>("ContactMethod", "How a person prefers to be reached.", {
  EMAIL: "By e-mail.",
  PHONE: "By telephone.",
});

/** Language codes are lower case inside. */
export const LanguageCodeEnum: Readonly<Record<"EN" | "RO", Language>> = { EN: "en", RO: "ro" };
registerEnumType(LanguageCodeEnum, {
  name: "LanguageCode",
  description: "A language the portal speaks.",
  valuesConfig: { EN: { description: "English." }, RO: { description: "Romanian." } },
});
