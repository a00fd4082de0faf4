/** Arbitrary values for input types: tame ones that a careful client sends, wild ones that nobody should (I-1). */
import fc from "fast-check";
import {
  type GraphQLInputType,
  type GraphQLScalarType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import { HOSTILE_IDS, HOSTILE_TEXTS } from "./hostile-values.js";

/** A value with holes: what is known only while the operations run, and names that are no text. */
export type Raw =
  | null
  | boolean
  | number
  | string
  | readonly Raw[]
  /** The nth of what was learnt for this name. */
  | { readonly learnt: string; readonly nth: number }
  | { readonly enumValue: string }
  | { readonly fields: Readonly<Record<string, Raw>> };

const word = fc.constantFrom("lockout", "Windows Server", "server 2022", "x", "Ana", "azi");
const learnt = (name: string): fc.Arbitrary<Raw> => fc.nat(1_000).map((nth) => ({ learnt: name, nth }));
const hostileText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary", maxLength: 40 }));
const hostile: fc.Arbitrary<Raw> = fc.oneof(
  hostileText,
  fc.constantFrom<Raw>(0, -1, 1.5, 2 ** 31, 1e308, true, null, [], [[null]], { fields: {} }),
  fc.constantFrom(...HOSTILE_IDS.filter((id): id is string => typeof id === "string" && id.length < 100)),
);

/** What a careful client writes where text of this name belongs. */
const TEXTS: Readonly<Record<string, fc.Arbitrary<Raw>>> = {
  country: fc.constantFrom("RO", "US", "JP", "DE"),
  timeZone: fc.constantFrom("Europe/Bucharest", "America/New_York", "Asia/Tokyo"),
  email: fc.constantFrom("dan.pop@carpatia.example", "ANA@carpatia.example", "lena@x.example"),
  phone: fc.constantFrom<Raw>("+40722123456", null),
};
const LEARNT_TEXTS = new Set(["accessId", "agreementId", "after"]);
const INSTANTS = [
  "2026-11-23T08:30:00Z",
  "2026-11-23T10:30:00.123+02:00",
  "1970-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
];

const tameScalar = (type: GraphQLScalarType, name: string): fc.Arbitrary<Raw> => {
  switch (type.name) {
    case "ID":
      return name === "idempotencyKey" ? fc.nat(200).map((key) => `key-${key}`) : learnt(name);
    case "String":
      return LEARNT_TEXTS.has(name) ? learnt(name) : (TEXTS[name] ?? word);
    case "Boolean":
      return fc.boolean();
    case "Int":
      return fc.integer({ min: 1, max: 5 });
    case "Float":
      return fc.integer({ min: 1, max: 100_000 });
    case "ByteCount":
      return fc.integer({ min: 1, max: 100_000 });
    case "EmailAddress":
      return TEXTS[name] ?? word;
    case "CountryCode":
      return TEXTS.country ?? word;
    case "TimeZone":
      return TEXTS.timeZone ?? word;
    case "DateTime":
      return fc.constantFrom(...INSTANTS);
    case "LocalDate":
      return fc.constantFrom("2026-11-23", "2028-02-29");
    default:
      throw new Error(`no values of ${type.name}: add them to tests/support/graphql-fuzz-values.ts`);
  }
};

/** `name` is the argument's or the field's: ids of plans go where plans are asked for. */
export const anyValueOf = (type: GraphQLInputType, name: string, isTame: boolean): fc.Arbitrary<Raw> => {
  const fitting = fittingValue(type, name, isTame);
  return isTame ? fitting : fc.oneof({ arbitrary: fitting, weight: 6 }, { arbitrary: hostile, weight: 1 });
};

const asFields = (value: Readonly<Record<string, Raw>>): Raw => ({ fields: value });

const fittingValue = (type: GraphQLInputType, name: string, isTame: boolean): fc.Arbitrary<Raw> => {
  if (isNonNullType(type)) return fittingValue(type.ofType, name, isTame);
  if (isListType(type)) return fc.array(anyValueOf(type.ofType, name, isTame), { maxLength: isTame ? 2 : 4 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name: enumValue }) => ({ enumValue })));
  if (!isInputObjectType(type)) return tameScalar(type, name);
  const fields = Object.values(type.getFields());
  const required = fields.filter((field) => isRequiredInputField(field)).map((field) => field.name);
  const shape = Object.fromEntries(fields.map((field) => [field.name, anyValueOf(field.type, field.name, isTame)]));
  // Of some, exactly one is given.
  const filled = type.isOneOf
    ? fc.oneof(...Object.entries(shape).map(([key, value]) => fc.record({ [key]: value }))).map(asFields)
    : fc.record(shape, { requiredKeys: required }).map(asFields);
  if (isTame) return filled;
  const strange = fc.record({ ...shape, [`${fields[0]?.name}X`]: hostile }, { requiredKeys: [] });
  return fc.oneof(
    { arbitrary: filled, weight: 12 },
    { arbitrary: strange.map((value): Raw => ({ fields: value as Record<string, Raw> })), weight: 1 },
  );
};
