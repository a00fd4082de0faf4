/**
 * Registry of refusals: the whole list of contract.md, "Refusals". The union, the GraphQL enum and docs/rules.md derive from it.
 * `rules`: the requirements behind it, for those who change it; what is published says them in words alone.
 */
export const REFUSALS = [
  { code: "INPUT_REQUIRED", summary: "A required field is empty." },
  { code: "INPUT_TOO_LONG", summary: "A field is longer than allowed." },
  { code: "INPUT_INVALID", summary: "A field does not have the expected form." },
  { code: "CHANGED_MEANWHILE", summary: "Somebody else saved first." },
  { code: "REAUTHENTICATION_REQUIRED", summary: "The person signed in more than 15 minutes ago." },
  { code: "PROFILE_INCOMPLETE", summary: "The one-time profile is not complete.", rules: "R52" },
  { code: "ACCOUNT_KIND_NOT_ALLOWED", summary: "This kind of account may not do this.", rules: "R35, R72, E20" },
  { code: "AGREEMENT_NOT_ACCEPTED", summary: "The ID pair is unknown, mismatched or revoked.", rules: "E12" },
  { code: "AGREEMENT_ALREADY_REGISTERED", summary: "This account has registered the agreement before.", rules: "R67" },
  {
    code: "ACTIVATION_WINDOW_OVER",
    summary: "The day by which the agreement had to be activated has passed.",
    rules: "R56, S17",
  },
  { code: "PLAN_UNAVAILABLE", summary: "The plan cannot be used for this request.", rules: "E1, E2" },
  {
    code: "HANDLED_BY_OTHER_PORTAL",
    summary: "Requests for this product are opened in another portal.",
    rules: "R25-R29",
  },
  { code: "SUPPORT_24X7_NEEDS_CRITICAL", summary: "Round-the-clock support needs critical severity.", rules: "R69" },
  { code: "ATTACHMENT_NOT_READY", summary: "An attachment is still being uploaded.", rules: "F47" },
  {
    code: "ATTACHMENT_REFUSED",
    summary: "A file is empty, too large, infected or not what it claims to be.",
    rules: "F47",
  },
  {
    code: "ATTACHMENT_LIMIT_REACHED",
    summary: "The request holds as many files, or bytes of them, as it may.",
    rules: "F47",
  },
  { code: "CONTACT_REMOVAL_NOT_ALLOWED", summary: "Only the owner engineer removes other contacts.", rules: "R97" },
  { code: "PRIMARY_CONTACT_REQUIRED", summary: "A request keeps a primary contact.", rules: "E10" },
  {
    code: "CONTACT_LIMIT_REACHED",
    summary: "The request or agreement holds as many contacts as it may.",
    rules: "F23",
  },
  { code: "DRAFT_LIMIT_REACHED", summary: "The account keeps as many unfinished requests as it may.", rules: "F32" },
  { code: "INVITE_NOT_VALID", summary: "The one-time link was used, has ended or belongs elsewhere." },
  { code: "REQUEST_CLOSED", summary: "The request is closed." },
  { code: "REOPEN_WINDOW_OVER", summary: "The request was closed more than 14 days ago.", rules: "F49" },
  { code: "ALREADY_A_MESSAGE", summary: "The entry counts as a message already." },
  { code: "EDIT_WINDOW_OVER", summary: "The message can no longer be edited." },
  { code: "STATUS_CHANGE_NOT_ALLOWED", summary: "The request cannot move to this status from where it stands." },
  { code: "NOT_REQUEST_OWNER", summary: "Only the engineer who owns the request may do this.", rules: "F52" },
  { code: "REFUND_NOT_POSSIBLE", summary: "The incident cannot be given back." },
  { code: "PURCHASE_NOT_ENABLED", summary: "This portal does not sell incidents." },
  { code: "PACK_NOT_SOLD_IN_REGION", summary: "The pack is not sold in this region.", rules: "R74" },
  { code: "CONSENT_REQUIRED", summary: "The charge needs the buyer's consent.", rules: "R79" },
  { code: "PAYMENT_METHOD_NOT_USABLE", summary: "The payment method cannot be charged." },
  { code: "PAYMENT_DECLINED", summary: "The payment was declined." },
  {
    code: "ADJUSTMENT_NOT_POSSIBLE",
    summary: "The agreement cannot be adjusted or extended in this way.",
    rules: "F18, F56",
  },
  { code: "TABLE_NOT_READ", summary: "The file is no table that can be read as a whole.", rules: "F56" },
  { code: "IMPORT_NOT_VALID", summary: "The import is not where this is possible.", rules: "F56" },
  {
    code: "PACK_NOT_VALID",
    summary: "The pack cannot be loaded: a problem in it, or it is not what was looked at.",
    rules: "F57, F58",
  },
  {
    code: "ARTICLE_HAS_HTML",
    summary: "The text of an article holds HTML, or a link that runs something.",
    rules: "R55",
  },
  {
    code: "TOKEN_LIMIT_REACHED",
    summary: "The token may move no more incidents today.",
    rules: "F74",
  },
  { code: "LAST_ADMINISTRATOR", summary: "Somebody must be left who can give roles.", rules: "F60" },
] as const satisfies readonly { readonly code: string; readonly summary: string; readonly rules?: string }[];

export type RefusalCode = (typeof REFUSALS)[number]["code"];
