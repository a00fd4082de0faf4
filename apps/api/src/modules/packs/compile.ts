/** Packs as the values the program works with: the one place where the words of their files are translated (docs/glossary.md). */
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
  type TermBasis,
  type Topic,
} from "@accord/domain";
import type { CatalogueContent } from "../catalogue/module.js";
import type { PackContents } from "./shapes.js";

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
const TERM_BASIS = { activation: "ACTIVATION", membership: "MEMBERSHIP" } as const satisfies Record<string, TermBasis>;
const ISO_WEEKDAY = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;
/** A region nobody serves has no hours of its own. */
const COMMON_HOURS = { start: "09:00", end: "17:00" };

type FileProduct = PackContents["PRODUCTS"][number];
type FileProgramme = PackContents["PROGRAMMES"][number];
type FileTax = PackContents["TAXES"]["taxes"][number];

/** The part of the catalogue that packs hold; empty lists where a kind has no pack yet. */
export const compileCatalogue = (packs: Partial<PackContents>): Omit<CatalogueContent, "severities"> => ({
  products: (packs.PRODUCTS ?? []).map(toProduct),
  versions: (packs.PRODUCTS ?? []).flatMap(toVersions),
  topics: (packs.TOPICS ?? []).map(toTopic),
  portals: (packs.PORTALS ?? []).map(toPortal),
  regions: (packs.REGIONS?.regions ?? []).map(toRegion),
  countries: (packs.REGIONS?.countries ?? []).map((country) => toCountry(country, packs.TAXES?.taxes ?? [])),
  programmes: (packs.PROGRAMMES ?? []).map(toProgramme),
});

const toProduct = (product: FileProduct): Product => ({
  id: product.slug,
  family: product.family,
  name: product.name,
  ...(product.aliases === undefined ? {} : { aliases: product.aliases }),
  delivery: DELIVERY[product.platform],
  portalId: product.portal,
});

const toVersions = (product: FileProduct): ProductVersion[] =>
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

const toTopic = (topic: PackContents["TOPICS"][number]): Topic => ({
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
      nameRo: problem.nameRo,
    })),
  })),
});

const toPortal = (portal: PackContents["PORTALS"][number]): Portal => ({
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

const toRegion = (region: PackContents["REGIONS"]["regions"][number]): Region => {
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

const toCountry = (country: PackContents["REGIONS"]["countries"][number], taxes: readonly FileTax[]): Country => ({
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

const taxOf = (tax: FileTax | undefined): Country["tax"] =>
  tax === undefined ? null : { kind: tax.kind, basisPoints: tax.rateBasisPoints };

const toProgramme = (programme: FileProgramme): Programme => ({
  id: programme.slug,
  name: programme.name,
  nameRo: programme.nameRo,
  origin: programme.kind === "agreement" ? "AGREEMENT" : "PURCHASE",
  incidents: programme.units.count,
  term: programme.validity,
  activation:
    programme.activation === undefined
      ? null
      : {
          basis: TERM_BASIS[programme.activation.termFrom],
          redeemWithinMonths: programme.activation.redeemWithinMonths,
        },
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

const pricesOf = ({ price, examplePrices }: FileProgramme): Price[] =>
  [...(price ? [price] : []), ...examplePrices].map(({ currency, amount }) => ({
    currency,
    amountMinor: minorUnitsOf(amount, currency),
  }));

const minutesOf = (clockTime: string): number => {
  const [hours = 0, minutes = 0] = clockTime.split(":").map(Number);
  return hours * 60 + minutes;
};
