/** Deny by default: who may ask each root field, and which fields of each type are published. A field without a row stops the boot. */
import type { Scope } from "../context.js";

export interface RootPolicy {
  /** `public`: nobody needs to sign in. `session`: a browser session, never a token. */
  readonly who: "public" | "signedIn" | "session";
  /** What a token needs; null: any token. */
  readonly scope: Scope | null;
}

const open: RootPolicy = { who: "public", scope: null };
const signedIn: RootPolicy = { who: "signedIn", scope: null };
const session: RootPolicy = { who: "session", scope: null };
const withScope = (scope: Scope): RootPolicy => ({ who: "signedIn", scope });

export const ROOT_POLICIES: Readonly<Record<string, RootPolicy>> = {
  "Query.article": open,
  "Query.articles": open,
  "Query.portalSettings": open,
  "Query.catalogue": signedIn,
  "Query.countries": signedIn,
  "Query.expectedFirstResponse": signedIn,
  "Query.incidentOffers": signedIn,
  // The object's own gate asks for the scope of its type.
  "Query.node": signedIn,
  "Query.portalRoute": signedIn,
  "Query.portalRoutes": signedIn,
  "Query.product": signedIn,
  "Query.productVersion": signedIn,
  "Query.productVersions": signedIn,
  "Query.programmes": signedIn,
  "Query.severities": signedIn,
  "Query.viewer": signedIn,
  "Query.availablePlans": withScope("agreements:read"),
  "Query.myPlans": withScope("agreements:read"),
  "Query.plan": withScope("agreements:read"),
  "Query.unavailablePlans": withScope("agreements:read"),
  "Query.draft": withScope("requests:read"),
  "Query.myDrafts": withScope("requests:read"),
  "Query.myRequests": withScope("requests:read"),
  "Query.notices": withScope("requests:read"),
  "Query.request": withScope("requests:read"),
  "Query.unreadNoticeCount": withScope("requests:read"),
  "Mutation.completeProfile": withScope("requests:write"),
  "Mutation.addAgreement": withScope("agreements:write"),
  "Mutation.removeAgreement": withScope("agreements:write"),
  "Mutation.revealAgreement": session,
  "Mutation.purchaseIncident": withScope("purchases:write"),
  "Mutation.addCommunication": withScope("requests:write"),
  "Mutation.askSeverityChange": withScope("requests:write"),
  "Mutation.closeRequest": withScope("requests:write"),
  "Mutation.editCommunication": withScope("requests:write"),
  "Mutation.rateRequest": withScope("requests:write"),
  "Mutation.reopenRequest": withScope("requests:write"),
  "Mutation.withdrawRequest": withScope("requests:write"),
  "Mutation.createRequest": withScope("requests:write"),
  "Mutation.discardDraft": withScope("requests:write"),
  "Mutation.markNoticesRead": withScope("requests:write"),
  "Mutation.removeContact": withScope("requests:write"),
  "Mutation.setNoticePreferences": withScope("requests:write"),
  "Mutation.setSubscription": withScope("requests:write"),
  "Mutation.saveDraft": withScope("requests:write"),
  "Mutation.shareRequest": withScope("requests:write"),
  "Subscription.requestUpdated": withScope("requests:read"),
  "Subscription.communicationAdded": withScope("requests:read"),
  "Subscription.myRequestsChanged": withScope("requests:read"),
  "Subscription.queueChanged": withScope("requests:read"),
};

const connection = (name: string): Readonly<Record<string, string>> => ({
  [`${name}Connection`]: "edges nodes pageInfo totalCount",
  [`${name}Edge`]: "cursor node",
});

/** The published fields of each type. What belongs to somebody is gated as an object (object-gates.ts). */
export const PUBLISHED_FIELDS: Readonly<Record<string, string>> = {
  Account: "id kind isGuest givenName familyName email isEmailProven roles profile",
  AddCommunicationPayload: "entry request userErrors",
  AddAgreementPayload: "plan isUsableFrom userErrors",
  AgreementAlreadyRegisteredError: "code message path remedy plan",
  Article: "id title body audience updatedOn",
  AvailablePlan: "plan checks",
  Category: "id name problems",
  CompleteProfilePayload: "viewer userErrors",
  Contact: "id role givenName familyName email phone preferredContactMethod isViewer isBound",
  Country: "code name timeZones defaultTimeZone isServed businessHours",
  CreateRequestPayload: "confirmation userErrors",
  DeadlineInterval: "from until minutes kind name",
  DiscardDraftPayload: "discardedDraftId userErrors",
  DraftContact: "givenName familyName email phone preferredContactMethod isSelf",
  DraftContent:
    "productId productVersionId categoryId problemId title description planId severity support24x7 country timeZone primaryContact additionalContacts completedSteps",
  EditCommunicationPayload: "entry userErrors",
  Engineer: "name",
  FirstResponse: "dueAt respondedAt state targetHours isBusinessTime timeZone intervals",
  IncidentOffer: "id programme packSize amountMinor currencyCode",
  InputError: "code message path remedy",
  LedgerEntry: "id kind incidents balanceAfter on at isOwn actorName request requestNumber reason",
  MailTrouble: "contact reason at",
  MarkNoticesReadPayload: "unreadNoticeCount userErrors",
  Node: "id",
  Notice: "id kind request number title at readAt",
  NoticePreferences: "mailOn",
  OtherPortalError: "code message path remedy portal",
  PageInfo: "hasNextPage hasPreviousPage startCursor endCursor",
  PaymentDeclinedError: "code message path remedy declineCode",
  PlanCoverage: "deliveries phases versionRule isNonProductionOnly summary",
  PlanUnavailableError: "code message path remedy plan reasons",
  Portal: "id name isHere url signIn pairNeeded pairAlternative docsUrl",
  PortalRoute: "portal families products",
  PortalSettings: "isPurchaseEnabled arePersonasEnabled version entitlementTimeZone",
  Problem: "id name",
  Product: "id family name delivery portal versions categories",
  ProductVersion: "id name product phase endStatus releasedOn mainstreamEndsOn extendedEndsOn rank track",
  Profile: "country timeZone language phone preferredContactMethod",
  ProfileDefaults: "country timeZone language",
  Programme: "id name origin incidents termYears termExtraDays coverage accountKinds retiredOn",
  PurchaseIncidentPayload: "plan userErrors",
  Remedy: "kind message productVersion planId on articleId portal",
  RemoveAgreementPayload: "removedPlanId userErrors",
  RemoveContactPayload: "request userErrors",
  RequestChange: "requestId",
  Rating: "score comment at",
  RequestActions: "reply close reopen askSeverityChange withdraw rate attach addContacts reopenUntil editWindowMinutes",
  RequestPayload: "request userErrors",
  RequestConfirmation:
    "requestId number title severity productVersion firstResponseDueAt primaryContactName primaryContactEmail additionalContactCount programme incidentsRemaining isSubmitterContact request",
  RequestDraft: "id revision updatedAt expiresAt content productVersion",
  RevealAgreementPayload: "accessId agreementId userErrors",
  RuleCheck: "code passed explanation",
  SaveDraftPayload: "draft userErrors",
  SeverityAsk: "severity reason at actorName",
  SetNoticePreferencesPayload: "noticePreferences userErrors",
  SetSubscriptionPayload: "request userErrors",
  SeverityLevel: "severity name impact responseHours offers24x7 customerCommitment",
  ShareRequestPayload: "request addedContacts userErrors",
  SupportPlan:
    "id programme state startsOn endsOn endsAt timeZone daysLeft incidentsTotal incidentsRemaining accessIdEnding agreementIdEnding registeredAt isShared ledger",
  SupportRequest:
    "id number title description status closedReason turn severity support24x7 productVersion category problem country timeZone createdAt updatedAt closedAt consumedAt firstResponseDueAt firstResponse lastCommunicationAt engineer programme planEndsOn planIncidentsRemaining primaryContact additionalContacts viewerRole viewerCanAddContacts viewerCanRemoveContactIds viewerCan closesAt closingNoticeAt severityAsk rating isSubscribed mailTrouble timeline",
  TimelineEntry: "id kind at actorName isFromSupport text status editedAt canEdit channel isInternal severity subject",
  UnavailabilityReason: "code number message phase remedies",
  UnavailablePlan: "plan reasons checks",
  UserError: "code message path remedy",
  Viewer:
    "account isProfileComplete profileDefaults scopes canPurchase canAddAgreement reauthenticatedAt noticePreferences",
  ...connection("LedgerEntry"),
  ...connection("Notice"),
  ...connection("Product"),
  ...connection("ProductVersion"),
  ...connection("SupportPlan"),
  ...connection("SupportRequest"),
  ...connection("TimelineEntry"),
};
