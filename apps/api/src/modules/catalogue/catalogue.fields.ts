/** Computed fields of catalogue nouns: names in the answer's language, what belongs to what (F80, R60). */
import type {
  Category,
  Country,
  EpochMs,
  Language,
  PackKind,
  Portal,
  Problem,
  Product,
  ProductVersion,
  Programme,
} from "@accord/domain";
import { type FieldReader, fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import { slugId, slugReaders } from "../../kernel/graphql/slug-arguments.js";
import { coverageSentence } from "../../kernel/text/sentences.js";
import type { SeverityLevel } from "./storage/catalogue.store.js";

const localName = ({ name, nameRo }: { readonly name: string; readonly nameRo: string }, language: Language): string =>
  language === "ro" ? nameRo : name;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The times of what a pack brings: it is whole and never changed, another one takes its place. */
export const inForceReaders = (
  kind: PackKind,
): Readonly<Record<"createdAt" | "updatedAt", FieldReader<unknown, unknown, EpochMs>>> => {
  const read: FieldReader<unknown, unknown, EpochMs> = (_source, _args, { catalogue }) => catalogue.inForceSince(kind);
  return { createdAt: read, updatedAt: read };
};

export const catalogueFields: readonly TypeFields[] = [
  fieldsOf<Product>("Product", {
    ...slugReaders("prd"),
    ...inForceReaders("PRODUCTS"),
    name: (product, _args, { catalogue, language }) => catalogue.nameOf(product, language),
    portal: (product, _args, { catalogue }) => catalogue.portalOf(product),
    versions: (product, _args, { catalogue }) => catalogue.versionsOf(product.id),
    categories: (product, _args, { catalogue }) => catalogue.topics.get(product.family)?.categories ?? [],
  }),
  fieldsOf<ProductVersion>("ProductVersion", {
    ...slugReaders("ver"),
    ...inForceReaders("PRODUCTS"),
    name: (version, _args, { catalogue, language }) => catalogue.nameOf(version, language),
    product: (version, _args, { catalogue }) => catalogue.productOf(version),
    phase: (version, _args, { catalogue, now }) => catalogue.phaseOf(version, now),
  }),
  fieldsOf<Category>("Category", {
    ...inForceReaders("TOPICS"),
    id: (category, _args, { catalogue }) => slugId("ctg", catalogue.places.of(category)),
    slug: ({ id }) => id,
    name: (category, _args, { language }) => localName(category, language),
  }),
  fieldsOf<Problem>("Problem", {
    ...inForceReaders("TOPICS"),
    id: (problem, _args, { catalogue }) => slugId("prb", catalogue.places.of(problem)),
    slug: ({ id }) => id,
    name: (problem, _args, { language }) => localName(problem, language),
  }),
  fieldsOf<Portal>("Portal", {
    ...slugReaders("prt"),
    ...inForceReaders("PORTALS"),
    name: (portal, _args, { language }) => localName(portal, language),
    signIn: (portal, _args, { language }) => (language === "ro" ? portal.signInRo : portal.signIn),
    pairAlternative: (portal, _args, { language }) =>
      language === "ro" ? portal.pairAlternativeRo : portal.pairAlternative,
  }),
  fieldsOf<Country>("Country", {
    name: (country, _args, { language }) => localName(country, language),
    isServed: (country, _args, { catalogue }) => catalogue.regions.has(country.regionId),
    businessHours: (country, _args, { catalogue }) => {
      const hours = catalogue.regions.get(country.regionId)?.businessHours;
      return hours === undefined || hours === null ? null : `${clock(hours.start)}-${clock(hours.end)}`;
    },
  }),
  fieldsOf<SeverityLevel>("SeverityLevel", {
    name: (level, _args, { language }) => localName(level, language),
    impact: (level, _args, { language }) => (language === "ro" ? level.impactRo : level.impact),
    customerCommitment: (level, _args, { language }) =>
      language === "ro" ? level.customerCommitmentRo : level.customerCommitment,
  }),
  fieldsOf<Programme>("Programme", {
    ...slugReaders("prg"),
    ...inForceReaders("PROGRAMMES"),
    name: (programme, _args, { language }) => localName(programme, language),
    termYears: (programme) => programme.term.years,
    termExtraDays: (programme) => programme.term.extraDays,
    // The programme itself: its coverage has the same names.
    coverage: (programme) => programme,
  }),
  fieldsOf<Programme>("PlanCoverage", {
    summary: (programme, _args, { language }) => coverageSentence(language, programme),
  }),
];
