/** Scalars on the wire: instants are epoch milliseconds inside, days ISO text. What we store was checked when it came in. */

import type { EpochMs } from "@accord/domain";
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { GraphQLCountryCode, GraphQLDateTimeISO, GraphQLLocalDate, GraphQLTimeZone } from "graphql-scalars";

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

/** Text that is checked on its way in only. */
const textScalar = (
  {
    name,
    description,
    specifiedByURL,
  }: { readonly name: string; readonly description: string; readonly specifiedByURL: string },
  check: GraphQLScalarType,
): GraphQLScalarType<string, string> => {
  const parse = (value: unknown): string => {
    if (typeof value !== "string") throw new GraphQLError(`${name} is text.`);
    try {
      return String(check.parseValue(value));
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
