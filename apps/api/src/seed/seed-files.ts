/** The data files of apps/api/seeds in their sources' own words, read and checked; translated elsewhere (docs/glossary.md). */
import { readFileSync } from "node:fs";
import { TAX_KINDS, z } from "@accord/domain";

const FOLDER = new URL("../../seeds/", import.meta.url);

const day = z.iso.date();
const text = z.string().min(1);
const instant = z.iso.datetime({ offset: true });
const platform = z.enum(["on-premises", "cloud"]);
const phase = z.enum(["mainstream", "extended"]);
const signIn = z.enum(["msa", "entra", "partner"]);
const clockTime = z.string().regex(/^\d{2}:\d{2}$/);

const version = z.object({
  slug: text,
  name: text,
  released: day.nullable(),
  mainstreamEnd: day.nullable(),
  extendedEnd: day.nullable(),
  endStatus: z.enum(["dated", "open", "unknown", "follows-os"]),
  track: text.nullable(),
  rank: z.number().int().positive(),
  hostVersion: text.optional(),
});
const product = z.object({
  slug: text,
  family: text,
  name: text,
  platform,
  portal: text,
  versions: z.array(version).min(1),
});

const problem = z.object({ slug: text, name: text, nameRo: text.optional() });
const category = z.object({ slug: text, name: text, nameRo: text, problems: z.array(problem) });
const topic = z.object({ family: text, name: text, nameRo: text, categories: z.array(category) });

const portal = z.object({
  slug: text,
  name: text,
  nameRo: text,
  here: z.boolean(),
  url: text.nullable(),
  signIn: text,
  signInRo: text,
  pairNeeded: z.enum(["no", "for support agreements"]),
  pairAlternative: text.nullable(),
  pairAlternativeRo: text.nullable(),
  docsUrl: text.nullable(),
});

/** Days nobody works; none in the reference data: each installation loads its own. */
const holidays = z.array(z.object({ on: day, name: text })).default([]);

const region = z.object({
  slug: text,
  name: text,
  nameRo: text,
  businessTimeZone: text.nullable(),
  supportLanguages: z.array(text),
  businessHours: z.object({ start: clockTime, end: clockTime }).nullable(),
  holidays,
});
const country = z.object({
  code: z.string().length(2),
  name: text,
  nameRo: text,
  region: text,
  defaultTimeZone: text.nullable(),
  timeZones: z.array(text),
  currency: text.nullable(),
  weekend: z.array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])),
  ppiOnSale: z.boolean(),
  fivePackOnSale: z.boolean(),
  holidays,
});

const severity = z.object({
  code: z.enum(["A", "B", "C"]),
  name: text,
  nameRo: text,
  impact: text,
  impactRo: text,
  offers24x7: z.boolean(),
  initialResponse: z.object({ hours: z.number().positive() }),
  customerCommitment: text,
  customerCommitmentRo: text,
});

const price = z.object({ currency: z.string().length(3), amount: z.string().regex(/^\d+(\.\d+)?$/) });
const tax = z.object({
  country: z.string().length(2),
  kind: z.enum(TAX_KINDS),
  rateBasisPoints: z.number().int().positive(),
  isIncluded: z.literal(true),
});

const programme = z.object({
  slug: text,
  name: text,
  nameRo: text,
  kind: z.enum(["agreement", "purchase"]),
  units: z.object({ count: z.number().int().positive().nullable() }),
  validity: z.object({ years: z.number().int().positive(), extraDays: z.number().int().nonnegative() }),
  platforms: z.array(platform),
  lifecyclePhases: z.array(phase),
  versionRule: z.enum(["any", "current-and-previous"]),
  signInAllowed: z.array(signIn),
  retiredOn: day.optional(),
  environment: z.literal("non-production").optional(),
  excludedFamilies: z.array(text).default([]),
  price: price.nullish(),
  examplePrices: z.array(price).default([]),
  phaseOverrides: z.array(z.object({ products: z.array(text), lifecyclePhases: z.array(phase) })).default([]),
});

const article = z.object({
  slug: text,
  kind: z.enum(["product", "portal"]),
  family: text.nullable(),
  tags: z.array(text),
  title: text,
  body: text,
  problems: z.array(z.object({ category: text, problem: text })),
  audience: z.array(text).default([]),
  ro: z.object({ title: text, body: text }).nullish(),
  updatedOn: day.optional(),
});

const demoEvent = z.object({
  at: instant,
  by: text,
  kind: z.enum(["submitted", "email", "assigned", "reply", "attachment", "state", "purchase"]),
  text: text.optional(),
  to: text.optional(),
});
const demoRequest = z.object({
  id: text,
  number: text.nullable(),
  createdBy: text,
  primaryContact: text.nullable(),
  additionalContacts: z.array(text),
  state: z.enum([
    "draft",
    "submitted",
    "assigned",
    "in-progress",
    "waiting-customer",
    "resolved",
    "closed",
    "reopened",
    "cancelled",
  ]),
  version: text,
  category: text,
  problem: text,
  severity: z.enum(["A", "B", "C"]).nullable(),
  support24x7: z.boolean().nullable(),
  country: text,
  timeZone: text,
  agreement: text.nullable(),
  createdAt: instant.nullable(),
  closedAt: instant.optional(),
  owner: text.nullable(),
  title: text,
  description: text,
  timeline: z.array(demoEvent),
  firstResponseDue: instant.optional(),
});
const demoAgreement = z.object({
  id: text,
  programme: text,
  accessId: text.nullable(),
  agreementId: text.nullable(),
  start: day,
  end: day,
  unitsTotal: z.number().int().positive().nullable(),
  unitsUsed: z.number().int().nonnegative(),
  registeredBy: z.array(text),
});
const demoPerson = z.object({
  id: text,
  company: text.nullable(),
  role: z.enum(["customer", "engineer", "lead", "administrator"]),
  profileComplete: z.boolean(),
  language: z.enum(["en", "ro"]),
});
const demoWorld = z.object({
  asOf: instant,
  companies: z.array(z.object({ id: text, country: text, timeZone: text })),
  users: z.array(demoPerson),
  agreements: z.array(demoAgreement),
  requests: z.array(demoRequest),
});

export type SeedArticle = z.infer<typeof article>;
export type SeedCountry = z.infer<typeof country>;
export type SeedPortal = z.infer<typeof portal>;
export type SeedProduct = z.infer<typeof product>;
export type SeedProgramme = z.infer<typeof programme>;
export type SeedRegion = z.infer<typeof region>;
export type SeedSeverity = z.infer<typeof severity>;
export type SeedTax = z.infer<typeof tax>;
export type SeedTopic = z.infer<typeof topic>;
export type DemoAgreement = z.infer<typeof demoAgreement>;
export type DemoEvent = z.infer<typeof demoEvent>;
export type DemoRequest = z.infer<typeof demoRequest>;
export type DemoWorld = z.infer<typeof demoWorld>;

/** Reads `name`.json; throws ZodError when the file does not have the form `shape`. */
const read = <Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> =>
  shape.parse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8")));

export const readReferenceFiles = () => ({
  products: read("products", z.array(product)),
  topics: read("topics", z.array(topic)),
  portals: read("portals", z.array(portal)),
  ...read("regions", z.object({ regions: z.array(region), countries: z.array(country) })),
  ...read("severities", z.object({ severities: z.array(severity) })),
  ...read("taxes", z.object({ taxes: z.array(tax) })),
  programmes: read("programmes", z.array(programme)),
  articles: read("articles", z.array(article)),
});

export const readDemoWorld = (): DemoWorld => read("demo", demoWorld);

/** In the form of `accord teams import`, checked where it is read. */
export const readTeamsFile = (): unknown => read("teams", z.unknown());
