/** What the stand-in server of the flow's tests knows: products, plans, a person; shaped like the answers of the API. */
import { type DraftContent, EMPTY_DRAFT, type UnavailabilityReasonCode } from "@accord/domain";

const HERE = {
  __typename: "Portal",
  id: "support-for-business",
  name: "Support for Business",
  isHere: true,
  url: null,
  signIn: "any account",
  pairNeeded: "ALWAYS_FOR_AGREEMENTS",
  pairAlternative: null,
  docsUrl: null,
} as const;
const AZURE_PORTAL = {
  ...HERE,
  id: "azure-portal",
  name: "Azure portal",
  isHere: false,
  url: "https://portal.azure.example",
  signIn: "the Azure subscription's account",
  pairAlternative: "an Azure support plan",
} as const;

const version = (id: string, name: string, phase: string) => ({
  __typename: "ProductVersion",
  id,
  name,
  phase,
  endStatus: "DATED",
  releasedOn: "2024-11-01",
  mainstreamEndsOn: "2029-11-13",
  extendedEndsOn: "2034-11-14",
});
const category = (id: string, name: string, problems: readonly string[]) => ({
  __typename: "Category",
  id,
  name,
  problems: problems.map((problem) => ({ __typename: "Problem", id: `${id}-${problem.toLowerCase()}`, name: problem })),
});

export const WINDOWS_SERVER = {
  __typename: "Product",
  id: "windows-server",
  name: "Windows Server",
  family: "windows-server",
  delivery: "ON_PREMISES",
  portal: HERE,
  versions: [
    version("windows-server-2025", "Windows Server 2025", "MAINSTREAM"),
    version("windows-server-2019", "Windows Server 2019", "EXTENDED"),
  ],
  categories: [category("networking", "Networking", ["Dns", "Dhcp"]), category("clustering", "Clustering", ["Quorum"])],
};
export const AZURE = {
  __typename: "Product",
  id: "azure-vm",
  name: "Azure Virtual Machines",
  family: "azure",
  delivery: "CLOUD",
  portal: AZURE_PORTAL,
  versions: [version("azure-vm-current", "Azure Virtual Machines", "MAINSTREAM")],
  categories: [category("start", "Start", ["Boot"])],
};
export const PRODUCTS = [WINDOWS_SERVER, AZURE];

export const plan = (id: string, name: string, facts: object = {}) => ({
  __typename: "SupportPlan",
  id,
  state: "ACTIVE",
  startsOn: "2026-04-01",
  endsOn: "2027-04-30",
  daysLeft: 158,
  timeZone: "UTC",
  incidentsTotal: 20,
  incidentsRemaining: 7,
  accessIdEnding: "4F2K",
  agreementIdEnding: "9081",
  programme: {
    __typename: "Programme",
    id: `programme-${id}`,
    name,
    origin: "AGREEMENT",
    coverage: { __typename: "PlanCoverage", summary: "Recent on-premises products.", isNonProductionOnly: false },
  },
  ...facts,
});
export const check = (code: UnavailabilityReasonCode, passed: boolean | null) => ({
  __typename: "RuleCheck",
  code,
  passed,
  explanation: `Explanation of ${code}`,
});
export const remedy = (kind: string, facts: object = {}) => ({
  __typename: "Remedy",
  kind,
  message: `Sentence of ${kind}`,
  planId: null,
  on: null,
  articleId: null,
  productVersion: null,
  portal: null,
  ...facts,
});
export const reason = (
  code: UnavailabilityReasonCode,
  number: number,
  message: string,
  remedies: readonly object[] = [],
) => ({
  __typename: "UnavailabilityReason",
  code,
  number,
  message,
  phase: null,
  remedies,
});

export const GOLD = plan("pln_gold", "Partner 20-pack");
export const ENDED = plan("pln_old", "Visual Studio Enterprise", {
  state: "EXPIRED",
  daysLeft: -20,
  endsOn: "2026-11-03",
  incidentsTotal: 4,
  incidentsRemaining: 0,
});

const level = (severity: string, name: string, responseHours: number) => ({
  __typename: "SeverityLevel",
  severity,
  name,
  impact: `Impact of ${name}`,
  responseHours,
  offers24x7: severity === "CRITICAL",
  customerCommitment: `Commitment of ${name}`,
});
const country = (code: string, name: string, timeZones: readonly string[]) => ({
  __typename: "Country",
  code,
  name,
  timeZones,
  defaultTimeZone: timeZones[0] ?? null,
  isServed: true,
  businessHours: "09:00-17:00",
});

export const START = {
  viewer: {
    __typename: "Viewer",
    isProfileComplete: true,
    canPurchase: false,
    canAddAgreement: true,
    account: {
      __typename: "Account",
      id: "acc_ana",
      kind: "WORK",
      isGuest: false,
      isEmailProven: true,
      givenName: "Ana",
      familyName: "Ionescu",
      email: "ana@carpatia.example",
      profile: {
        __typename: "Profile",
        country: "RO",
        timeZone: "Europe/Bucharest",
        language: "EN",
        phone: "+40722123456",
        preferredContactMethod: "EMAIL",
      },
    },
  },
  portalSettings: { __typename: "PortalSettings", isPurchaseEnabled: false },
  severities: [level("CRITICAL", "Critical", 2), level("MODERATE", "Moderate", 4), level("MINIMAL", "Minimal", 8)],
  countries: [country("RO", "Romania", ["Europe/Bucharest"]), country("JP", "Japan", ["Asia/Tokyo"])],
};

const ANA = {
  givenName: "Ana",
  familyName: "Ionescu",
  email: "ana@carpatia.example",
  phone: "+40722123456",
  preferredContactMethod: "EMAIL",
  isSelf: true,
} as const;
export const MIHAI = {
  givenName: "Mihai",
  familyName: "Popa",
  email: "mihai@carpatia.example",
  phone: null,
  preferredContactMethod: "EMAIL",
  isSelf: false,
} as const;

const contact = (id: string, givenName: string, familyName: string, facts: object = {}) => ({
  __typename: "Contact",
  id,
  givenName,
  familyName,
  email: `${givenName.toLowerCase()}@carpatia.example`,
  phone: null,
  preferredContactMethod: "EMAIL",
  isViewer: false,
  ...facts,
});
/** Two requests of before, with one person in both. */
export const EARLIER_REQUESTS = [
  {
    __typename: "SupportRequest",
    id: "req_2",
    primaryContact: contact("con_1", "Ana", "Ionescu", { isViewer: true }),
    additionalContacts: [contact("con_2", "Elena", "Dobre", { phone: "+40722000111" })],
  },
  {
    __typename: "SupportRequest",
    id: "req_1",
    primaryContact: contact("con_3", "Elena", "Dobre", { email: "ELENA@carpatia.example" }),
    additionalContacts: [contact("con_4", "Vlad", "")],
  },
];

/** A draft as the profile fills it. */
export const BLANK: DraftContent = { ...EMPTY_DRAFT, country: "RO", timeZone: "Europe/Bucharest", primaryContact: ANA };
/** Step 1 done. */
export const PROBLEM_DONE: DraftContent = {
  ...BLANK,
  productId: "windows-server",
  productVersionId: "windows-server-2025",
  categoryId: "networking",
  problemId: "networking-dns",
  title: "DNS stops answering",
  description: "Since Monday queries time out.",
  completedSteps: ["PROBLEM"],
};
/** Everything done but submitting. */
export const READY: DraftContent = {
  ...PROBLEM_DONE,
  planId: "pln_gold",
  severity: "MODERATE",
  completedSteps: ["PROBLEM", "PLAN", "PRIMARY_CONTACT", "SHARING"],
};
