/** The example data as domain values, for tests only: the seed of the API does the same translation with its own code. */
import {
  type Account,
  type AccountKind,
  agreementTerm,
  type Country,
  type Delivery,
  type LifecyclePhase,
  minorUnitsOf,
  type Need,
  type Portal,
  type Product,
  type ProductVersion,
  type Programme,
  type Region,
  type Severity,
  type SupportPlan,
  type Topic,
} from "../src/index.js";
import {
  read,
  type SeedDemo,
  type SeedPortal,
  type SeedProduct,
  type SeedProgramme,
  type SeedRegions,
  type SeedTaxes,
  type SeedTopic,
  type Vectors,
} from "./seed-files.js";
import { DELIVERY, END, KINDS, WEEKDAYS } from "./seed-words.js";

export const SEVERITY_OF = { A: "CRITICAL", B: "MODERATE", C: "MINIMAL" } as const satisfies Record<string, Severity>;

const found = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`the seeds have no ${what}`);
  return value;
};
const deliveryOf = (platform: string): Delivery => found(DELIVERY[platform], platform);
const phasesOf = (phases: readonly string[]): LifecyclePhase[] =>
  phases.map((phase) => phase.toUpperCase() as LifecyclePhase);
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const seedProducts = read<SeedProduct[]>("products");
export const products: readonly Product[] = seedProducts.map((one) => ({
  id: one.slug,
  family: one.family,
  name: one.name,
  ...(one.aliases === undefined ? {} : { aliases: one.aliases }),
  delivery: deliveryOf(one.platform),
  portalId: one.portal,
}));
export const versions: readonly ProductVersion[] = seedProducts.flatMap((product) =>
  product.versions.map((one) => ({
    id: one.slug,
    productId: product.slug,
    name: one.name,
    releasedOn: one.released,
    mainstreamEndsOn: one.mainstreamEnd,
    extendedEndsOn: one.extendedEnd,
    endStatus: END[one.endStatus],
    rank: one.rank,
    track: one.track,
    hostVersionId: one.hostVersion ?? null,
  })),
);
export const programmes: readonly Programme[] = read<SeedProgramme[]>("programmes").map((one) => ({
  id: one.slug,
  name: one.name,
  nameRo: one.nameRo,
  origin: one.kind === "purchase" ? "PURCHASE" : "AGREEMENT",
  incidents: one.units.count,
  term: one.validity,
  activation:
    one.activation === undefined
      ? null
      : {
          basis: one.activation.termFrom === "activation" ? "ACTIVATION" : "MEMBERSHIP",
          redeemWithinMonths: one.activation.redeemWithinMonths,
        },
  deliveries: one.platforms.map(deliveryOf),
  phases: phasesOf(one.lifecyclePhases),
  phaseOverrides: (one.phaseOverrides ?? []).map((override) => ({
    productIds: override.products,
    phases: phasesOf(override.lifecyclePhases),
  })),
  excludedFamilies: one.excludedFamilies ?? [],
  versionRule: one.versionRule === "any" ? "ANY" : "CURRENT_AND_PREVIOUS",
  accountKinds: one.signInAllowed.map((kind) => KINDS[kind]),
  retiredOn: one.retiredOn ?? null,
  isNonProductionOnly: one.environment === "non-production",
  showsOthersUsage: false,
  prices: [...(one.price ? [one.price] : []), ...(one.examplePrices ?? [])].map(({ currency, amount }) => ({
    currency,
    amountMinor: minorUnitsOf(amount, currency),
  })),
}));
const { taxes } = read<SeedTaxes>("taxes");
const seedRegions = read<SeedRegions>("regions");
export const regions: readonly (Omit<Region, "businessHours"> & { businessHours: Region["businessHours"] | null })[] =
  seedRegions.regions.map((one) => ({
    id: one.slug,
    name: one.name,
    nameRo: one.nameRo,
    businessHours:
      one.businessHours === null
        ? null
        : { start: minutes(one.businessHours.start), end: minutes(one.businessHours.end) },
    businessTimeZone: one.businessTimeZone,
    supportLanguages: one.supportLanguages,
  }));
export const countries: readonly Country[] = seedRegions.countries.map((one) => ({
  code: one.code,
  name: one.name,
  nameRo: one.nameRo,
  regionId: one.region,
  timeZones: one.timeZones,
  defaultTimeZone: one.defaultTimeZone,
  currency: one.currency,
  weekend: one.weekend.map((day) => WEEKDAYS.indexOf(day) + 1),
  isSinglePackSold: one.ppiOnSale,
  isFivePackSold: one.fivePackOnSale,
  tax:
    taxes.flatMap(({ country, kind, rateBasisPoints: basisPoints }) =>
      country === one.code ? [{ kind, basisPoints }] : [],
    )[0] ?? null,
}));
export const topics: readonly Topic[] = read<SeedTopic[]>("topics").map((topic) => ({
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
}));
export const portals: readonly Portal[] = read<SeedPortal[]>("portals").map((one) => ({
  id: one.slug,
  name: one.name,
  nameRo: one.nameRo,
  isHere: one.here,
  url: one.url,
  signIn: one.signIn,
  signInRo: one.signInRo,
  pairNeeded: one.pairNeeded === "no" ? "NEVER" : "ALWAYS_FOR_AGREEMENTS",
  pairAlternative: one.pairAlternative,
  pairAlternativeRo: one.pairAlternativeRo,
  docsUrl: one.docsUrl,
}));
export const vectors = read<Vectors>("vectors");
export const demo = read<SeedDemo>("demo");
export const articleIds: ReadonlySet<string> = new Set(
  read<{ slug: string; kind: string }[]>("articles")
    .filter((one) => one.kind === "portal")
    .map((one) => one.slug),
);

export const LIFECYCLE_ZONE = "America/Los_Angeles";
export const AS_OF = Date.parse(demo.asOf);

export const versionOf = (id: string): ProductVersion =>
  found(
    versions.find((one) => one.id === id),
    id,
  );
export const productOf = (id: string): Product =>
  found(
    products.find((one) => one.id === id),
    id,
  );
export const programmeOf = (id: string): Programme =>
  found(
    programmes.find((one) => one.id === id),
    id,
  );
export const countryOf = (code: string): Country =>
  found(
    countries.find((one) => one.code === code),
    code,
  );
export const regionOf = (code: string) =>
  found(
    regions.find((one) => one.id === countryOf(code).regionId),
    code,
  );
export const topicOf = (product: Product): Topic =>
  found(
    topics.find((one) => one.family === product.family),
    product.family,
  );
export const portalOf = (product: Product): Portal =>
  found(
    portals.find((one) => one.id === product.portalId),
    product.portalId,
  );
export const versionsOf = (productId: string): readonly ProductVersion[] =>
  versions.filter((one) => one.productId === productId);

/** What a request about a version needs, now in the demo world unless said otherwise. */
export const needOf = (versionId: string, at: number = AS_OF): Need => {
  const version = versionOf(versionId);
  return { product: productOf(version.productId), version, at, lifecycleZone: LIFECYCLE_ZONE };
};

/** A plan of a programme, beginning on a day; all its incidents left unless said otherwise. */
export const planOf = (programmeId: string, startsOn: string, changes: Partial<SupportPlan> = {}): SupportPlan => {
  const programme = changes.programme ?? programmeOf(programmeId);
  return {
    id: `pln_${programmeId}`,
    programme,
    ...agreementTerm(programme, startsOn, "UTC"),
    timeZone: "UTC",
    revokedAt: null,
    incidentsTotal: programme.incidents,
    incidentsRemaining: programme.incidents,
    ...changes,
  };
};

const PROFILE = { country: "RO", timeZone: "Europe/Bucharest", language: "ro", phone: "+40722123456" } as const;

/** A customer with a complete profile. */
export const accountOf = (changes: Partial<Account> = {}): Account => ({
  id: "acc_ana",
  kind: "WORK",
  isGuest: false,
  givenName: "Ana",
  familyName: "Ionescu",
  email: "ana.ionescu@carpatia.example",
  nameSource: "STATED",
  claimedEmail: null,
  isEmailProven: true,
  roles: [],
  profile: { ...PROFILE, preferredContactMethod: "EMAIL" },
  createdAt: 0,
  ...changes,
});

export const kindOf = (kind: "msa" | "entra" | "partner"): AccountKind => KINDS[kind];
