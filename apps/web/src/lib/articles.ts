/** The help articles that screens point to. */
export const ARTICLES = {
  missingAgreement: "portal-missing-agreement",
  planUnavailable: "portal-plan-unavailable",
  addAgreement: "portal-add-agreement",
  shareRequest: "portal-share-request",
  noPurchaseWithWorkAccount: "portal-no-purchase-with-work-account",
  newestVersions: "portal-n-1-rule",
  whichPortal: "portal-which-portal",
  severity: "portal-severity",
} as const;

export const articlePage = (article: keyof typeof ARTICLES): string => `/help/${ARTICLES[article]}`;
