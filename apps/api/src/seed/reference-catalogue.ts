/** The reference data in our words: the one place where the words of the sources are translated (architecture.md, section 3). */
import {
  type AccountKind,
  type Country,
  type Delivery,
  type EndStatus,
  type LifecyclePhase,
  minorUnitsOf,
  type Portal,
  type Price,
  type Product,
  type ProductVersion,
  type Programme,
  type Region,
  type Severity,
  type Topic,
} from "@accord/domain";
import type { Article, Catalogue, SeverityLevel } from "../storage/index.js";
import {
  readReferenceFiles,
  type SeedArticle,
  type SeedCountry,
  type SeedPortal,
  type SeedProduct,
  type SeedProgramme,
  type SeedRegion,
  type SeedSeverity,
  type SeedTax,
  type SeedTopic,
} from "./seed-files.js";

const DELIVERY = { "on-premises": "ON_PREMISES", cloud: "CLOUD" } as const satisfies Record<string, Delivery>;
const PHASE = { mainstream: "MAINSTREAM", extended: "EXTENDED" } as const satisfies Record<string, LifecyclePhase>;
const END_STATUS = {
  dated: "DATED",
  open: "OPEN",
  "follows-os": "FOLLOWS_HOST",
  unknown: "UNKNOWN",
} as const satisfies Record<string, EndStatus>;
const ACCOUNT_KIND = { msa: "PERSONAL", entra: "WORK", partner: "PARTNER" } as const satisfies Record<
  string,
  AccountKind
>;
const ISO_WEEKDAY = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;
/** A region nobody serves has no hours of its own. */
const COMMON_HOURS = { start: "09:00", end: "17:00" };

export const SEVERITY = { A: "CRITICAL", B: "MODERATE", C: "MINIMAL" } as const satisfies Record<string, Severity>;

/** The whole catalogue as the seed files describe it. */
export const referenceCatalogue = (): Omit<Catalogue, "dataVersion"> => {
  const files = readReferenceFiles();
  return {
    products: files.products.map(toProduct),
    versions: files.products.flatMap(toVersions),
    topics: files.topics.map(toTopic),
    portals: files.portals.map(toPortal),
    regions: files.regions.map(toRegion),
    countries: files.countries.map((country) => toCountry(country, files.taxes)),
    severities: files.severities.map(toSeverityLevel),
    programmes: files.programmes.map(toProgramme),
    articles: files.articles.map(toArticle),
  };
};

const toProduct = (product: SeedProduct): Product => ({
  id: product.slug,
  family: product.family,
  name: product.name,
  delivery: DELIVERY[product.platform],
  portalId: product.portal,
});

const toVersions = (product: SeedProduct): ProductVersion[] =>
  product.versions.map((version) => ({
    id: version.slug,
    productId: product.slug,
    name: version.name,
    releasedOn: version.released,
    mainstreamEndsOn: version.mainstreamEnd,
    extendedEndsOn: version.extendedEnd,
    endStatus: END_STATUS[version.endStatus],
    rank: version.rank,
    track: version.track,
    hostVersionId: version.hostVersion ?? null,
  }));

const toTopic = (topic: SeedTopic): Topic => ({
  family: topic.family,
  name: topic.name,
  nameRo: topic.nameRo,
  categories: topic.categories.map((category) => ({
    id: category.slug,
    name: category.name,
    nameRo: category.nameRo,
    problems: category.problems.map((problem) => ({
      id: problem.slug,
      name: problem.name,
      nameRo: problem.nameRo ?? null,
    })),
  })),
});

const toPortal = (portal: SeedPortal): Portal => ({
  id: portal.slug,
  name: portal.name,
  nameRo: portal.nameRo,
  isHere: portal.here,
  url: portal.url,
  signIn: portal.signIn,
  signInRo: portal.signInRo,
  pairNeeded: portal.pairNeeded === "no" ? "NEVER" : "ALWAYS_FOR_AGREEMENTS",
  pairAlternative: portal.pairAlternative,
  pairAlternativeRo: portal.pairAlternativeRo,
  docsUrl: portal.docsUrl,
});

const toRegion = (region: SeedRegion): Region => {
  const hours = region.businessHours ?? COMMON_HOURS;
  return {
    id: region.slug,
    name: region.name,
    nameRo: region.nameRo,
    businessTimeZone: region.businessTimeZone,
    businessHours: { start: minutesOf(hours.start), end: minutesOf(hours.end) },
    supportLanguages: region.supportLanguages,
    holidays: region.holidays,
  };
};

const toCountry = (country: SeedCountry, taxes: readonly SeedTax[]): Country => ({
  code: country.code,
  name: country.name,
  nameRo: country.nameRo,
  regionId: country.region,
  timeZones: country.timeZones,
  defaultTimeZone: country.defaultTimeZone,
  currency: country.currency,
  weekend: country.weekend.map((day) => ISO_WEEKDAY[day]),
  isSinglePackSold: country.ppiOnSale,
  isFivePackSold: country.fivePackOnSale,
  holidays: country.holidays,
  tax: taxOf(taxes.find((tax) => tax.country === country.code)),
});

const taxOf = (tax: SeedTax | undefined): Country["tax"] =>
  tax === undefined ? null : { kind: tax.kind, basisPoints: tax.rateBasisPoints };

const toSeverityLevel = (level: SeedSeverity): SeverityLevel => ({
  severity: SEVERITY[level.code],
  name: level.name,
  nameRo: level.nameRo,
  impact: level.impact,
  impactRo: level.impactRo,
  responseHours: level.initialResponse.hours,
  offers24x7: level.offers24x7,
  customerCommitment: level.customerCommitment,
  customerCommitmentRo: level.customerCommitmentRo,
});

const toProgramme = (programme: SeedProgramme): Programme => ({
  id: programme.slug,
  name: programme.name,
  nameRo: programme.nameRo,
  origin: programme.kind === "agreement" ? "AGREEMENT" : "PURCHASE",
  incidents: programme.units.count,
  term: programme.validity,
  deliveries: programme.platforms.map((platform) => DELIVERY[platform]),
  phases: programme.lifecyclePhases.map((phase) => PHASE[phase]),
  phaseOverrides: programme.phaseOverrides.map((override) => ({
    productIds: override.products,
    phases: override.lifecyclePhases.map((phase) => PHASE[phase]),
  })),
  excludedFamilies: programme.excludedFamilies,
  versionRule: programme.versionRule === "any" ? "ANY" : "CURRENT_AND_PREVIOUS",
  accountKinds: programme.signInAllowed.map((kind) => ACCOUNT_KIND[kind]),
  retiredOn: programme.retiredOn ?? null,
  isNonProductionOnly: programme.environment === "non-production",
  showsOthersUsage: false,
  prices: pricesOf(programme),
});

const pricesOf = ({ price, examplePrices }: SeedProgramme): Price[] =>
  [...(price ? [price] : []), ...examplePrices].map(({ currency, amount }) => ({
    currency,
    amountMinor: minorUnitsOf(amount, currency),
  }));

const toArticle = (article: SeedArticle): Article => ({
  id: article.slug,
  kind: article.kind === "portal" ? "PORTAL" : "PRODUCT",
  family: article.family,
  problems: article.problems.map(({ category, problem }) => ({ categoryId: category, problemId: problem })),
  tags: article.tags,
  title: article.title,
  titleRo: article.ro?.title ?? null,
  body: article.body,
  bodyRo: article.ro?.body ?? null,
  audience: article.audience,
  updatedOn: article.updatedOn ?? null,
});

const minutesOf = (clockTime: string): number => {
  const [hours = 0, minutes = 0] = clockTime.split(":").map(Number);
  return hours * 60 + minutes;
};
