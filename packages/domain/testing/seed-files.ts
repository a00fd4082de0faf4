/** The shapes of the example data files as they lie on disk, for tests only. */
import { readFileSync } from "node:fs";

/** One seed file. */
export const read = <Shape>(name: string): Shape =>
  JSON.parse(readFileSync(new URL(`../../../apps/api/seeds/${name}.json`, import.meta.url), "utf8")) as Shape;

export interface SeedVersion {
  slug: string;
  name: string;
  released: string | null;
  mainstreamEnd: string | null;
  extendedEnd: string | null;
  endStatus: "dated" | "open" | "unknown" | "follows-os";
  rank: number;
  track: string | null;
  hostVersion?: string;
}
export interface SeedProduct {
  slug: string;
  family: string;
  name: string;
  aliases?: string[];
  platform: string;
  portal: string;
  versions: SeedVersion[];
}
export interface SeedProgramme {
  slug: string;
  name: string;
  nameRo: string;
  kind: "agreement" | "purchase";
  units: { count: number | null };
  validity: { years: number; extraDays: number };
  activation?: { termFrom: "activation" | "membership"; redeemWithinMonths: number };
  platforms: string[];
  lifecyclePhases: string[];
  phaseOverrides?: { products: string[]; lifecyclePhases: string[] }[];
  excludedFamilies?: string[];
  versionRule: "any" | "current-and-previous";
  signInAllowed: ("msa" | "entra" | "partner")[];
  retiredOn?: string;
  environment?: string;
  price?: SeedPrice | null;
  examplePrices?: SeedPrice[];
}
export interface SeedPrice {
  currency: string;
  amount: string;
}
export interface SeedTaxes {
  taxes: { country: string; kind: "VAT" | "GST" | "CONSUMPTION_TAX"; rateBasisPoints: number }[];
}
export interface SeedRegions {
  regions: {
    slug: string;
    name: string;
    nameRo: string;
    businessHours: { start: string; end: string } | null;
    businessTimeZone: string | null;
    supportLanguages: string[];
  }[];
  countries: {
    code: string;
    name: string;
    nameRo: string;
    region: string;
    timeZones: string[];
    defaultTimeZone: string | null;
    currency: string | null;
    weekend: string[];
    ppiOnSale: boolean;
    fivePackOnSale: boolean;
  }[];
}
export interface SeedPortal {
  slug: string;
  name: string;
  nameRo: string;
  here: boolean;
  url: string | null;
  signIn: string;
  signInRo: string;
  pairNeeded: string;
  pairAlternative: string | null;
  pairAlternativeRo: string | null;
  docsUrl: string | null;
}
export interface SeedTopic {
  family: string;
  name: string;
  nameRo: string;
  categories: {
    slug: string;
    name: string;
    nameRo: string;
    problems: { slug: string; name: string; nameRo: string }[];
  }[];
}
export interface SeedDemo {
  asOf: string;
  users: {
    id: string;
    givenName: string;
    familyName: string;
    email: string;
    accountKind: "msa" | "entra" | "partner";
    role: string;
    profileComplete: boolean;
    language: "en" | "ro";
  }[];
  agreements: {
    id: string;
    programme: string;
    start: string;
    end: string;
    unitsTotal: number | null;
    unitsUsed: number;
    registeredBy: string[];
    expectedState: string;
  }[];
  requests: {
    id: string;
    number: string | null;
    state: string;
    createdBy: string;
    primaryContact: string | null;
    additionalContacts: string[];
    owner: string | null;
    version: string;
    severity: "A" | "B" | "C" | null;
    support24x7: boolean | null;
    country: string;
    timeZone: string;
    createdAt: string | null;
    firstResponseDue?: string;
  }[];
  expectations: {
    plans: { user: string; version: string; availablePlans: string[]; unavailablePlans: Record<string, string> }[];
    visibility: { user: string; sees: string[]; notSees: string[] }[];
  };
}
export interface Vectors {
  agreementEnd: { programme: string; start: string; end: string }[];
  phase: { version: string; at: string; phase: string }[];
  plan: {
    programme: string;
    start: string;
    end: string;
    unitsLeft: number | null;
    version: string;
    at: string;
    available: boolean;
    reasons: string[];
  }[];
  firstResponse: {
    severity: "A" | "B" | "C";
    support24x7: boolean;
    country: string;
    timeZone: string;
    createdAt: string;
    due: string;
  }[];
}
