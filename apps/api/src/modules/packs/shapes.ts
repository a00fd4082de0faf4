/** The form of each kind of pack, in the words of its file; published as JSON Schemas (F57, F59). What is a note to readers may be anything. */
import { isAmountOf, isCurrency, type PackKind, TAX_KINDS, z } from "@accord/domain";
import {
  clockTime,
  closingTime,
  count,
  countryCode,
  currency,
  day,
  language,
  NOTES,
  name,
  note,
  slug,
  TEXT_MOST,
  text,
  textOf,
  weekday,
  zone,
} from "./pack-values.js";

const platform = z.enum(["on-premises", "cloud"]);
const phase = z.enum(["mainstream", "extended"]);

const version = z.strictObject({
  slug,
  name,
  released: day.nullable(),
  mainstreamEnd: day.nullable(),
  extendedEnd: day.nullable(),
  endStatus: z.enum(["dated", "open", "unknown", "follows-os"]),
  track: name.nullable(),
  rank: z.number().int("NUMBER").min(1, "NUMBER").max(1000, "NUMBER"),
  hostVersion: slug.optional(),
  policy: note,
  esuEnd: note,
  releases: note,
  ...NOTES,
});
const product = z.strictObject({
  slug,
  family: slug,
  name,
  aliases: z.array(name).max(100).optional(),
  platform,
  portal: slug,
  versions: z.array(version).min(1, "LIST").max(500),
  ...NOTES,
});

const problem = z.strictObject({ slug, name, nameRo: name, ...NOTES });
/** Of a pack that was loaded when the Romanian name could be left out: screens showed the English one, and go on to. */
const earlierProblem = problem
  .partial({ nameRo: true })
  .transform(({ nameRo, ...rest }) => ({ ...rest, nameRo: nameRo ?? rest.name }));
const topicsOf = <Problem extends z.ZodType>(one: Problem) => {
  const category = z.strictObject({ slug, name, nameRo: name, problems: z.array(one).max(200), ...NOTES });
  const categories = z.array(category).max(200);
  return z.array(z.strictObject({ family: slug, name, nameRo: name, categories, platform: note, ...NOTES })).max(500);
};

/** A page's address becomes a link: nothing but the web. */
const address = z
  .string()
  .max(TEXT_MOST, "TEXT")
  .regex(/^https:\/\/[^\s<>"']+$/, "TEXT");
const portal = z.strictObject({
  slug,
  name,
  nameRo: name,
  here: z.boolean(),
  url: address.nullable(),
  signIn: text,
  signInRo: text,
  pairNeeded: z.enum(["no", "for support agreements"]),
  pairAlternative: text.nullable(),
  pairAlternativeRo: text.nullable(),
  docsUrl: address.nullable(),
  ...NOTES,
});

/** Days nobody works; none in the reference data: each installation loads its own. */
const holidays = z
  .array(z.strictObject({ on: day, name }))
  .max(1000)
  .default([]);
const region = z.strictObject({
  slug,
  name,
  nameRo: name,
  businessTimeZone: zone.nullable(),
  supportLanguages: z.array(language).max(50),
  businessHours: z.strictObject({ start: clockTime, end: closingTime }).nullable(),
  holidays,
  group: note,
  sourceFor: note,
  ...NOTES,
});
const country = z.strictObject({
  code: countryCode,
  name,
  nameRo: name,
  region: slug,
  defaultTimeZone: zone.nullable(),
  timeZones: z.array(zone).max(100),
  currency: currency.nullable(),
  weekend: z.array(weekday).max(7),
  ppiOnSale: z.boolean(),
  fivePackOnSale: z.boolean(),
  holidays,
  officialLanguages: note,
  saleBasis: note,
  ...NOTES,
});

const tax = z.strictObject({
  country: countryCode,
  kind: z.enum(TAX_KINDS),
  rateBasisPoints: z.number().int("NUMBER").min(1, "NUMBER").max(10_000, "NUMBER"),
  isIncluded: z.literal(true),
  ...NOTES,
});

const price = z
  .strictObject({ currency, amount: z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, "AMOUNT"), ...NOTES })
  .refine(({ currency, amount }) => !isCurrency(currency) || isAmountOf(amount, currency), {
    path: ["amount"],
    message: "AMOUNT",
  });
const programme = z.strictObject({
  slug,
  name,
  nameRo: name,
  kind: z.enum(["agreement", "purchase"]),
  units: z.strictObject({ count: count.min(1, "NUMBER").nullable(), unit: note, ...NOTES }),
  validity: z.strictObject({ years: count.min(1, "NUMBER").max(100, "NUMBER"), extraDays: count.max(3660, "NUMBER") }),
  /** Left out: in force from the first day, whoever holds it. */
  activation: z
    .strictObject({
      termFrom: z.enum(["activation", "membership"]),
      redeemWithinMonths: count.min(1, "NUMBER").max(120, "NUMBER"),
      ...NOTES,
    })
    .optional(),
  platforms: z.array(platform).min(1, "LIST").max(2),
  lifecyclePhases: z.array(phase).max(2),
  versionRule: z.enum(["any", "current-and-previous"]),
  signInAllowed: z.array(z.enum(["msa", "entra", "partner"])).max(3),
  retiredOn: day.optional(),
  environment: z.literal("non-production").optional(),
  excludedFamilies: z.array(slug).max(200).default([]),
  price: price.nullish(),
  examplePrices: z.array(price).max(200).default([]),
  phaseOverrides: z
    .array(z.strictObject({ products: z.array(slug).max(500), lifecyclePhases: z.array(phase).max(2), ...NOTES }))
    .max(50)
    .default([]),
  severities: note,
  identifiedBy: note,
  shareableByIdentifiers: note,
  status: note,
  sourceParaphrase: note,
  known: note,
  unknown: note,
  exclusions: note,
  planTitleHint: note,
  regionRestricted: note,
  payment: note,
  ...NOTES,
});

const hours = { days: z.array(weekday).min(1, "LIST").max(7), start: clockTime, end: closingTime };
const email = textOf(254);
const team = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "SLUG"),
  name,
  nameRo: name,
  timeZone: zone,
  languages: z.array(name).max(50),
  hours: z.strictObject(hours),
  members: z.array(email).max(1000),
  onCall: z.array(z.strictObject({ member: email, ...hours })).max(1000),
});
const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1, "LIST").max(500).optional();
const row = z.strictObject({
  team: name,
  countries: some(z.string().length(2, "SLUG")),
  regions: some(name),
  timeZones: some(name),
  languages: some(name),
  severities: some(z.enum(["A", "B", "C"])),
  support24x7: z.boolean().optional(),
  inHours: z.literal(true).optional(),
});

/** A directory's id: a UUID, or the name a provider uses instead. */
const tenantId = z.string().regex(/^[\w.:-]{1,100}$/, "SLUG");
const tenant = z.strictObject({ tenantId, name: name.optional() });

export const SHAPES = {
  PROGRAMMES: z.array(programme).max(500),
  PRODUCTS: z.array(product).max(2000),
  TOPICS: topicsOf(problem),
  PORTALS: z.array(portal).max(50),
  REGIONS: z.strictObject({ meta: note, regions: z.array(region).max(100), countries: z.array(country).max(300) }),
  TEAMS: z.strictObject({ meta: note, teams: z.array(team).max(200), routing: z.array(row).max(1000) }),
  PARTNER_TENANTS: z.strictObject({ meta: note, tenants: z.array(tenant).max(1000) }),
  TAXES: z.strictObject({ meta: note, taxes: z.array(tax).max(300) }),
} as const satisfies Record<PackKind, z.ZodType>;

/** The form of packs that are in the database already: what was accepted once is read for ever. */
export const STORED_SHAPES = { ...SHAPES, TOPICS: topicsOf(earlierProblem) } as const satisfies Record<
  PackKind,
  z.ZodType
>;

/** What a pack of each kind says, defaults filled in. */
export type PackContents = { readonly [Kind in PackKind]: z.output<(typeof SHAPES)[Kind]> };

const SCHEMA_TITLES: Readonly<Record<PackKind, string>> = {
  PROGRAMMES: "Support programmes: term, incidents, what they cover, what they cost",
  PRODUCTS: "Products, their versions and lifecycle days",
  TOPICS: "Categories and problems of each product family",
  PORTALS: "Portals that take requests",
  REGIONS: "Regions and countries: hours, holidays, time zones, what is sold",
  TEAMS: "Teams of engineers, on-call shifts and the routing table",
  PARTNER_TENANTS: "Directories whose accounts are partners",
  TAXES: "Taxes contained in prices, by country",
};

/** The published JSON Schema (draft 2020-12) of what a file of this kind may hold. */
export const packSchema = (kind: PackKind, id: string): object => ({
  $id: id,
  title: SCHEMA_TITLES[kind],
  ...z.toJSONSchema(SHAPES[kind], { io: "input", unrepresentable: "any" }),
});
