/** Scalars on the wire: instants are epoch milliseconds inside, days ISO text. What we store was checked when it came in. */

import type { EpochMs } from "@accord/domain";
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import {
  GraphQLCountryCode,
  GraphQLCurrency,
  GraphQLDateTimeISO,
  GraphQLLocalDate,
  GraphQLLocale,
  GraphQLTimeZone,
} from "graphql-scalars";

const textOf = (node: ValueNode): string => {
  if (node.kind === Kind.STRING) return node.value;
  throw new GraphQLError("A string is expected.", { nodes: [node] });
};

const instantOf = (value: unknown): EpochMs => {
  // The library also takes numbers and Date objects; the wire knows text alone.
  if (typeof value !== "string") throw new GraphQLError("An instant is written as text, such as 2026-11-23T08:30:00Z.");
  try {
    return Number(GraphQLDateTimeISO.parseValue(value));
  } catch {
    throw new GraphQLError("This is no instant such as 2026-11-23T08:30:00Z.");
  }
};

const isoOf = (value: unknown): string => {
  if (typeof value === "number") return new Date(value).toISOString();
  throw new GraphQLError("An instant inside is a number.");
};

export const DateTimeScalar = new GraphQLScalarType<EpochMs, string>({
  name: "DateTime",
  description: "An instant in ISO 8601, UTC, to the millisecond: `2026-11-23T08:30:00.000Z`.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/date-time",
  serialize: isoOf,
  parseValue: instantOf,
  parseLiteral: (node) => instantOf(textOf(node)),
});

/** Text that is checked on its way in only: by `check`, or where people type it by the rule of the command, which answers as data. */
const textScalar = (
  {
    name,
    description,
    specifiedByURL,
  }: { readonly name: string; readonly description: string; readonly specifiedByURL: string },
  check: GraphQLScalarType | null,
): GraphQLScalarType<string, string> => {
  const parse = (value: unknown): string => {
    if (typeof value !== "string") throw new GraphQLError(`${name} is text.`);
    try {
      return check === null ? value : String(check.parseValue(value));
    } catch {
      throw new GraphQLError(`This is no ${name}.`);
    }
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(textOf(node)),
  });
};

/** Whole numbers that a 32-bit `Int` may not hold. */
const wholeNumber = (name: string, description: string): GraphQLScalarType<number, number> => {
  const checked = (value: unknown): number => {
    if (Number.isSafeInteger(value)) return Number(value);
    throw new GraphQLError(`${name} is a whole number.`);
  };
  return new GraphQLScalarType<number, number>({
    name,
    description,
    specifiedByURL: "https://tc39.es/ecma262/#sec-number.issafeinteger",
    serialize: checked,
    parseValue: checked,
    parseLiteral: (node) => checked(node.kind === Kind.INT ? Number(node.value) : null),
  });
};

export const ByteCountScalar = wholeNumber("ByteCount", "How many bytes: a whole number up to 2^53 - 1.");
export const MinorUnitsScalar = wholeNumber(
  "MinorUnits",
  "An amount of money in the smallest unit that ISO 4217 gives its currency: a whole number up to 2^53 - 1.",
);
export const LocalDateScalar = textScalar(
  {
    name: "LocalDate",
    description: "A calendar day without a zone: `2027-04-01`.",
    specifiedByURL: "https://scalars.graphql.org/andimarek/local-date",
  },
  GraphQLLocalDate,
);
export const CountryCodeScalar = textScalar(
  {
    name: "CountryCode",
    description: "A country by its ISO 3166 alpha-2 code: `RO`.",
    specifiedByURL: "https://www.iso.org/iso-3166-country-codes.html",
  },
  GraphQLCountryCode,
);
export const TimeZoneScalar = textScalar(
  {
    name: "TimeZone",
    description: "A time zone by its IANA name: `Europe/Bucharest`.",
    specifiedByURL: "https://www.iana.org/time-zones",
  },
  GraphQLTimeZone,
);
export const CurrencyCodeScalar = textScalar(
  {
    name: "CurrencyCode",
    description: "A currency by its ISO 4217 code: `EUR`.",
    specifiedByURL: "https://www.iso.org/iso-4217-currency-codes.html",
  },
  GraphQLCurrency,
);
export const LanguageTagScalar = textScalar(
  {
    name: "LanguageTag",
    description: "A language people speak, by its BCP 47 tag: `pt`, `zh-Hans`.",
    specifiedByURL: "https://www.rfc-editor.org/info/bcp47",
  },
  GraphQLLocale,
);
export const EmailAddressScalar = textScalar(
  {
    name: "EmailAddress",
    description:
      "An e-mail address: `ana@example.com`. What is none is refused by the command, with its field, as people mistype.",
    specifiedByURL: "https://www.rfc-editor.org/rfc/rfc6531",
  },
  null,
);
export const UrlScalar = textScalar(
  {
    name: "URL",
    description: "An address: whole, or a path of this portal that begins with `/`.",
    specifiedByURL: "https://url.spec.whatwg.org/",
  },
  null,
);
