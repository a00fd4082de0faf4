/** Values for input types, made from the schema alone: the least a field takes, and where each input object stands within it. */
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import type { Values } from "./id-arguments.js";

const SCALARS: Readonly<Record<string, unknown>> = {
  Boolean: false,
  ByteCount: 1,
  CountryCode: "RO",
  DateTime: "2026-11-23T08:30:00.000Z",
  EmailAddress: "x",
  Float: 1.5,
  ID: "x",
  Int: 1,
  LocalDate: "2026-11-23",
  String: "x",
  TimeZone: "Europe/Bucharest",
};

/** A value of the type's form with every input object filled. @throws Error for a scalar without a sample */
export const sampleOf = (type: GraphQLInputType, onlyRequired: boolean): unknown => {
  if (isNonNullType(type)) return sampleOf(type.ofType, onlyRequired);
  if (isListType(type)) return [sampleOf(type.ofType, onlyRequired)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type) && type.isOneOf)
    return Object.fromEntries(
      Object.values(type.getFields())
        .slice(0, 1)
        .map((field) => [field.name, sampleOf(field.type, onlyRequired)]),
    );
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => !onlyRequired || isRequiredInputField(field) || isInputObjectType(getNamedType(field.type)))
        .map((field) => [field.name, sampleOf(field.type, onlyRequired)]),
    );
  const sample = SCALARS[type.name];
  if (sample === undefined) throw new Error(`no sample of ${type.name}: add one to tests/support/input-values.ts`);
  return sample;
};

export interface InputObjectPlace {
  /** `Mutation.createRequest` */
  readonly door: string;
  readonly type: string;
  /** From the argument down to the object; numbers are places in a list. */
  readonly path: readonly (string | number)[];
  /** What the field is asked with, the object among it. */
  readonly values: Values;
}

/** Every input object of every root field, each where it stands. */
export const inputObjectsOf = (schema: GraphQLSchema): readonly InputObjectPlace[] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) =>
      field.args
        .filter((argument) => isInputObjectType(getNamedType(argument.type)))
        .flatMap((argument) => {
          const needed = field.args.filter((each) => each === argument || isNonNullType(each.type));
          const values = Object.fromEntries(needed.map((each) => [each.name, sampleOf(each.type, true)]));
          return placesWithin(argument.type, [argument.name]).map(({ type, path }) => ({
            door: `${root?.name}.${field.name}`,
            type,
            path,
            values,
          }));
        }),
    ),
  );

const placesWithin = (
  type: GraphQLInputType,
  path: readonly (string | number)[],
): { type: string; path: readonly (string | number)[] }[] => {
  if (isNonNullType(type)) return placesWithin(type.ofType, path);
  if (isListType(type)) return placesWithin(type.ofType, [...path, 0]);
  if (!isInputObjectType(type)) return [];
  return [
    { type: type.name, path },
    ...Object.values(type.getFields()).flatMap((field) => placesWithin(field.type, [...path, field.name])),
  ];
};

/** A copy of `values` with `name: value` added to the object at `path`. */
export const withFieldAt = (
  values: unknown,
  path: readonly (string | number)[],
  name: string,
  value: unknown,
): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return { ...(values as Values), [name]: value };
  if (Array.isArray(values))
    return values.map((item, place) => (place === step ? withFieldAt(item, rest, name, value) : item));
  return { ...(values as Values), [step]: withFieldAt((values as Values)[step], rest, name, value) };
};
