/** A believable world for the gallery and the component tests: one person, their plans, requests and articles. */
import { connectionOf, topLevelError, type World } from "./fixture-link";

export const PROFILE = { country: "RO", timeZone: "Europe/Bucharest", language: "EN", phone: "+40722123456", preferredContactMethod: "EMAIL" };

export const ACCOUNT = {
  __typename: "Account", id: "acc_ana", kind: "WORK", isGuest: false, givenName: "Ana", familyName: "Ionescu", email: "ana.ionescu@carpatica.example",
  isEmailProven: true, roles: [], profile: PROFILE,
};

export const VIEWER = {
  account: ACCOUNT, isProfileComplete: true, canPurchase: false, canAddAgreement: true, scopes: null, reauthenticatedAt: null,
  profileDefaults: { country: null, timeZone: null, language: "EN" },
};

export const NEWCOMER = { ...VIEWER, account: { ...ACCOUNT, profile: null }, isProfileComplete: false };

const programme = (id: string, name: string, summary: string, extra: object = {}) => ({
  id, name, origin: "AGREEMENT", incidents: 20, termYears: 1, termExtraDays: 30, accountKinds: ["WORK", "PARTNER"], retiredOn: null,
  coverage: { deliveries: ["ON_PREMISES"], phases: ["MAINSTREAM"], versionRule: "CURRENT_AND_PREVIOUS", isNonProductionOnly: false, summary }, ...extra,
});

const LEDGER = [
  { id: "led_4", kind: "CONSUME", incidents: -1, balanceAfter: 7, on: "2026-11-02", isOwn: true, actorName: "Ana Ionescu", requestNumber: "2611020030001187", reason: null, request: { id: "req_1" } },
  { id: "led_3", kind: "REFUND", incidents: 1, balanceAfter: 8, on: "2026-09-18", isOwn: true, actorName: "Mihai Radu", requestNumber: "2609010030000212", reason: "PRODUCT_DEFECT", request: null },
  { id: "led_2", kind: "CONSUME", incidents: -1, balanceAfter: 7, on: "2026-08-30", isOwn: false, actorName: null, requestNumber: null, reason: null, request: null },
  { id: "led_1", kind: "ADJUST", incidents: -12, balanceAfter: 8, on: "2026-04-01", isOwn: true, actorName: null, requestNumber: null, reason: "OPENING_BALANCE", request: null },
  { id: "led_0", kind: "GRANT", incidents: 20, balanceAfter: 20, on: "2026-04-01", isOwn: true, actorName: null, requestNumber: null, reason: null, request: null },
];

const plan = (id: string, facts: object) => ({
  __typename: "SupportPlan", id, state: "ACTIVE", startsOn: "2026-04-01", endsOn: "2027-05-01", endsAt: "2027-05-02T00:00:00.000Z", timeZone: "UTC", daysLeft: 159,
  incidentsTotal: 20, incidentsRemaining: 7, accessIdEnding: "4F2A", agreementIdEnding: "81C0", registeredAt: "2026-04-03T09:12:00.000Z", isShared: false,
  ledger: connectionOf(LEDGER), ...facts,
});

export const CORE = programme("partner-core", "Partner on-premises support 20-pack", "On-premises products, current and previous version in mainstream support");
export const NEXT_PLAN = plan("pln_next", { programme: CORE, state: "NOT_YET_ACTIVE", startsOn: "2027-01-01", endsOn: "2028-01-31", daysLeft: 434, incidentsRemaining: 20 });
export const PLANS = [
  plan("pln_core", { programme: CORE, isShared: true }),
  plan("pln_cloud", { programme: programme("partner-cloud", "Signature Cloud Support", "Cloud products"), incidentsTotal: null, incidentsRemaining: null, agreementIdEnding: "77B3" }),
  plan("pln_dev", { programme: programme("developer", "Developer subscription Enterprise", "Developer tools in mainstream or extended support, other products in mainstream support", { coverage: { deliveries: ["ON_PREMISES"], phases: ["MAINSTREAM"], versionRule: "ANY", isNonProductionOnly: true, summary: "Developer tools in mainstream or extended support, other products in mainstream support" } }), state: "ENDING_SOON", startsOn: "2025-12-05", endsOn: "2026-12-04", daysLeft: 12, incidentsTotal: 4, incidentsRemaining: 1 }),
  plan("pln_old", { programme: programme("professional-5", "Professional 5-pack", "On-premises products in mainstream or extended support"), state: "EXPIRED", startsOn: "2025-03-03", endsOn: "2026-03-03", daysLeft: -264, incidentsTotal: 5, incidentsRemaining: 2 }),
  NEXT_PLAN,
];

export const contact = (id: string, facts: object = {}) => ({
  id, role: "ADDITIONAL", givenName: "Radu", familyName: "Stan", email: "radu.stan@carpatica.example", phone: null, preferredContactMethod: "EMAIL", isViewer: false, isBound: true, ...facts,
});

const TIMELINE = [
  { id: "tim_1", kind: "SUBMITTED", at: "2026-11-20T08:41:00.000Z", actorName: "Ana Ionescu", isFromSupport: false, text: null, status: "NEW" },
  { id: "tim_2", kind: "ASSIGNED", at: "2026-11-20T09:05:00.000Z", actorName: "Ioana Marin", isFromSupport: true, text: null, status: "ASSIGNED" },
  { id: "tim_3", kind: "REPLY", at: "2026-11-20T09:32:00.000Z", actorName: "Ioana Marin", isFromSupport: true, text: "Good morning. Please run repadmin /replsummary on both domain controllers and send us the output.", status: null },
  { id: "tim_4", kind: "STATUS_CHANGED", at: "2026-11-20T09:33:00.000Z", actorName: "Ioana Marin", isFromSupport: true, text: null, status: "WAITING_FOR_CUSTOMER" },
];

export const request = (id: string, facts: object = {}) => ({
  __typename: "SupportRequest", id, number: "2611200030000417", title: "Domain controllers stopped replicating after the November update", description: "Since Friday night DC-BUC-02 does not replicate with DC-CLJ-01.\n\nError 1722, the RPC server is unavailable. Both run Windows Server 2025.",
  status: "IN_PROGRESS", closedReason: null, turn: "SUPPORT", severity: "MODERATE", support24x7: false, productVersion: { id: "ver_ws2025", name: "Windows Server 2025" },
  category: { id: "active-directory", name: "Active Directory" }, problem: { id: "replication", name: "Replication failure between domain controllers" },
  country: "RO", timeZone: "Europe/Bucharest", createdAt: "2026-11-20T08:41:00.000Z", updatedAt: "2026-11-20T09:33:00.000Z", closedAt: null, consumedAt: "2026-11-20T08:41:00.000Z",
  firstResponseDueAt: "2026-11-20T12:41:00.000Z", lastCommunicationAt: null, engineer: { name: "Ioana Marin" }, programme: CORE, planEndsOn: "2027-05-01", planIncidentsRemaining: 7,
  primaryContact: contact("con_1", { role: "PRIMARY", givenName: "Ana", familyName: "Ionescu", email: ACCOUNT.email, isViewer: true, phone: "+40722123456" }),
  additionalContacts: [contact("con_2", { isBound: false })], viewerRole: "PRIMARY", viewerCanAddContacts: true, viewerCanRemoveContactIds: ["con_1"],
  timeline: connectionOf(TIMELINE), ...facts,
});

export const REQUESTS = [
  request("req_1", { status: "WAITING_FOR_CUSTOMER", turn: "CUSTOMER" }),
  request("req_2", { number: "2611180030000201", title: "Exchange transport queue grows every morning", status: "NEW", severity: "CRITICAL", support24x7: true, engineer: null, productVersion: { id: "ver_ex", name: "Exchange Server Subscription Edition" }, firstResponseDueAt: "2026-11-23T10:30:00.000Z" }),
  request("req_3", { number: "2611050030000093", title: "SQL Server availability group fails over without a reason we can see in the logs", severity: "MINIMAL", viewerRole: "ADDITIONAL", productVersion: { id: "ver_sql", name: "SQL Server 2022" } }),
  request("req_4", { number: "2610220030000388", title: "Print spooler crash", status: "SOLVED", turn: "NOBODY", productVersion: { id: "ver_w11", name: "Windows 11, version 25H2" } }),
];
const CLOSED = [request("req_9", { number: "2606110030000007", title: "Backup job ends with VSS error", status: "CLOSED", turn: "NOBODY", closedReason: "SOLVED", closedAt: "2026-07-01T08:00:00.000Z" })];

const PORTALS = [
  { families: ["Windows Server", "Windows", "SQL Server", "Exchange Server", "SharePoint Server"], products: [{ id: "windows-server", name: "Windows Server" }, { id: "sql-server", name: "SQL Server" }], portal: { id: "support-for-business", name: "Support for Business", isHere: true, url: "https://portal.example/business", signIn: "any personal or work account", pairNeeded: "ALWAYS_FOR_AGREEMENTS", pairAlternative: "pay-per-incident with a personal account and a card", docsUrl: null } },
  { families: ["Microsoft 365", "Intune"], products: [{ id: "microsoft-365", name: "Microsoft 365" }], portal: { id: "microsoft-365-admin", name: "Microsoft 365 admin portal", isHere: false, url: "https://portal.example/admin", signIn: "the organisation's Office portal account", pairNeeded: "NEVER", pairAlternative: null, docsUrl: null } },
  { families: ["Azure"], products: [{ id: "azure", name: "Azure" }], portal: { id: "azure-portal", name: "Azure portal", isHere: false, url: "https://portal.example/azure", signIn: "the Azure subscription's account", pairNeeded: "ALWAYS_FOR_AGREEMENTS", pairAlternative: "an Azure support plan", docsUrl: null } },
  { families: ["Finance and operations"], products: [{ id: "finance", name: "Finance and operations" }], portal: { id: "lifecycle-services", name: "Lifecycle Services", isHere: false, url: null, signIn: "the Dynamics subscription's account", pairNeeded: "ALWAYS_FOR_AGREEMENTS", pairAlternative: "a Dynamics support plan", docsUrl: "https://portal.example/docs" } },
];

const ARTICLES = [
  { id: "portal-missing-agreement", title: "An agreement does not show, or adding it fails", body: "Check **which account** you are signed in with.\n\n1. Plans belong to the account that added them.\n2. Read the reasons in the list of unavailable plans.\n\nSee also [which portal takes your product](/help/where-to-go).", audience: ["Benefits", "Partner"], updatedOn: "2026-10-01" },
  { id: "portal-share-request", title: "Share a request and keep access to it", body: "Only contacts see a request.", audience: ["Benefits", "Partner"], updatedOn: null },
  { id: "portal-n-1-rule", title: "The current and the previous version: the N-1 rule", body: "Partner agreements cover the current version of a product and the one before it.", audience: ["Partner"], updatedOn: "2026-09-12" },
];

const country = (code: string, name: string, timeZones: string[], businessHours: string) => ({
  __typename: "Country" as const, code, name, timeZones, defaultTimeZone: timeZones[0] ?? null, isServed: true, businessHours,
});

export const COUNTRIES = [
  country("DE", "Germany", ["Europe/Berlin"], "9:00–17:00"),
  country("RO", "Romania", ["Europe/Bucharest"], "9:00–17:00"),
  country("US", "United States", ["America/New_York", "America/Los_Angeles"], "6:00–18:00"),
];

const REFUSED = { __typename: "InputError", code: "AGREEMENT_NOT_ACCEPTED", message: "This pair of IDs was not accepted.", remedy: "Check both IDs; if they are right, ask the person who gave them to you.", path: null };

/** Everything the pages ask for; a test replaces what it is about. */
export const WORLD: World = {
  viewer: VIEWER,
  countries: COUNTRIES,
  portalSettings: { isPurchaseEnabled: false, arePersonasEnabled: true, version: "0.1.0", entitlementTimeZone: "UTC" },
  portalRoutes: PORTALS,
  articles: ARTICLES,
  article: ({ id }: { id: string }) => ARTICLES.find((article) => article.id === id) ?? topLevelError("NOT_FOUND"),
  myPlans: connectionOf(PLANS),
  plan: ({ id }: { id: string }) => PLANS.find((one) => one.id === id) ?? topLevelError("NOT_FOUND"),
  myDrafts: [{ id: "drf_1", revision: 3, updatedAt: "2026-11-22T17:05:00.000Z", expiresAt: "2026-12-22T17:05:00.000Z", productVersion: { id: "ver_ws2022", name: "Windows Server 2022" }, content: { title: "Cluster lost quorum", completedSteps: ["PROBLEM"] } }],
  myRequests: (args: { filter?: { isOpen?: boolean; search?: string }; first?: number; after?: string }) => {
    const found = (args.filter?.isOpen === false ? CLOSED : REQUESTS).filter((one) => `${one.number} ${one.title}`.toLowerCase().includes(args.filter?.search?.toLowerCase() ?? ""));
    return connectionOf(found)(args);
  },
  request: ({ id }: { id: string }) => [...REQUESTS, ...CLOSED].find((one) => one.id === id) ?? topLevelError("NOT_FOUND"),
  completeProfile: () => ({ viewer: VIEWER, userErrors: [] }),
  addAgreement: () => ({ plan: null, isUsableFrom: null, userErrors: [REFUSED] }),
  removeAgreement: ({ input }: { input: { planId: string } }) => ({ removedPlanId: input.planId, userErrors: [] }),
  revealAgreement: () => ({ accessId: "0074K9QMT24F2A", agreementId: "8P3XW0R1Z81C0", userErrors: [] }),
  shareRequest: ({ input }: { input: { requestId: string; contacts: object[] } }) => ({ request: REQUESTS.find((one) => one.id === input.requestId), addedContacts: input.contacts.map((one, index) => contact(`con_new${index}`, one)), userErrors: [] }),
  removeContact: ({ input }: { input: { requestId: string } }) => ({ request: REQUESTS.find((one) => one.id === input.requestId), userErrors: [] }),
};
