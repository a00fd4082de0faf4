/** Fields of the frozen schema that have another name today, by the changelog: each is asked for by its new name, and answers as the old one did. */
export const RENAMED_NAMES: Readonly<Record<string, string>> = {
  // What has a slug answers it as `slug`; its `id` is a global one.
  "Article.id": "slug",
  "Category.id": "slug",
  "Portal.id": "slug",
  "Problem.id": "slug",
  "Product.id": "slug",
  "ProductVersion.id": "slug",
  "Programme.id": "slug",
  "Team.id": "slug",
  // What shows another object names it: an `id` is that of a Node.
  "AccountSummary.id": "accountId",
  "CardSetup.id": "setupId",
  "ChangedDraft.id": "draftId",
  "ChangedPlan.id": "planId",
  "IncidentOffer.id": "offerId",
  "ManagedAccount.id": "accountId",
  "ManagedAgreement.id": "planId",
  "ManagedLedgerEntry.id": "entryId",
  "QueueItem.id": "requestId",
  "StaffMember.id": "accountId",
  // What stands in the chain; `action` is an enum beside it.
  "AuditEntry.action": "actionCode",
};

/** Types of the frozen schema with another name today; their fields are what they were. */
export const RENAMED_TYPES: Readonly<Record<string, string>> = {
  ManagedSession: "BrowserSession",
  ManagedToken: "AccessToken",
};

/** Arguments of the frozen schema that stand in an input today: `argument` within `within`. */
export const WRAPPED_ARGUMENTS: Readonly<Record<string, string>> = { "Query.request(id)": "by" };

/** Lists of the frozen schema that are connections today: each is asked for with `nodes`, which are what the list was. */
export const PAGED_NAMES: ReadonlySet<string> = new Set([
  "ManagedAccount.sessions",
  "ManagedAccount.tokens",
  "ManagedAgreement.holders",
  "Query.articles",
  "Query.packs",
  "Query.partnerTenants",
  "Workspace.cannedReplies",
]);
