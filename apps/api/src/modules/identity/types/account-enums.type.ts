/** Closed lists about accounts (R49, F1). */
import type { AccountKind, ContactMethod, Language, NameSource, Scope, StaffRight, StaffRole } from "@accord/domain";
import { registerEnumType } from "type-graphql";
import { publishCodes, publishNamedCodes } from "../../../kernel/graphql/enumeration.js";

export const AccountKindEnum = publishCodes<AccountKind>("AccountKind", "What kind of sign-in an account comes from.", {
  PERSONAL: "A personal account.",
  WORK: "A work or school account of a directory; guests of a directory too.",
  PARTNER: "A work account whose directory is known as a partner's.",
});

export const NameSourceEnum = publishCodes<NameSource>("NameSource", "Where the name of an account comes from.", {
  STATED: "The sign-in tells given and family name apart.",
  GUESSED: "The sign-in gives one string: kept whole, or split at a comma. Its owner may correct it.",
  OWN: "Its owner corrected it.",
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

export const StaffRightEnum = publishCodes<StaffRight>("StaffRight", "What a role allows. More may be added.", {
  SEE_QUEUE: "See which requests there are, by outline.",
  WORK_REQUESTS: "Take and answer requests.",
  LEAD_REQUESTS: "Read and take every request; share replies.",
  REASSIGN_REQUESTS: "Give a request to somebody else.",
  MANAGE_TEAMS: "Change teams.",
  READ_AGREEMENTS: "See agreements, their usage and imports.",
  MANAGE_AGREEMENTS: "Issue, import and change agreements.",
  READ_ACCOUNTS: "See accounts, sessions and tokens.",
  MANAGE_STAFF: "Give and take roles; say whose directories are partners'.",
  MANAGE_SESSIONS: "End sessions and tokens.",
  READ_PACKS: "See the packs of data.",
  LOAD_PACKS: "Load packs of data.",
  MANAGE_ARTICLES: "Write and retire help articles.",
  READ_OVERVIEW: "See the overview.",
  READ_AUDIT: "Read the audit record.",
  READ_MAIL: "See outgoing mail.",
  REFUND_PURCHASES: "Refund purchases.",
});

/** As docs/contract.md lists them. */
export const TokenScopeEnum = publishNamedCodes<Scope>("TokenScope", "What an access token may do.", {
  "agreements:read": "`agreements:read`: plans and their statements.",
  "agreements:write": "`agreements:write`: registering and removing agreements.",
  "requests:read": "`requests:read`: requests, drafts, notices, and the queue for engineers.",
  "requests:write": "`requests:write`: everything done to requests and drafts.",
  "purchases:write": "`purchases:write`: buying with a saved card, and one's purchases and saved cards to read.",
  "webhooks:manage": "`webhooks:manage`: reserved; nothing asks for it yet.",
  "staff:agreements:read": "`staff:agreements:read`: all agreements and imports to read.",
  "staff:agreements:write": "`staff:agreements:write`: issuing, correcting, extending and withdrawing agreements.",
  "staff:accounts:read": "`staff:accounts:read`: accounts and partner directories.",
  "staff:packs:read": "`staff:packs:read`: the packs.",
  "staff:packs:write": "`staff:packs:write`: looking at a pack before it is loaded, and loading it.",
  "staff:overview:read": "`staff:overview:read`: the figures of the overview and of self-help.",
  "staff:audit:read": "`staff:audit:read`: the audit record.",
  "staff:articles:write": "`staff:articles:write`: all help articles, and their changes.",
});

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
