/** How long a list may be that is no connection: declared beside its field, told in its description, reckoned with by the cost, and held. */
import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";
import { Extensions } from "type-graphql";
import { DEFAULT_LIMITS, type Limits } from "../limits/limits.js";
import type { RequestContext } from "./context.js";
import { RequestError } from "./request-error.js";

/** A number, or the limit that an installation may set otherwise. */
type Cap = number | keyof Limits;
type Field = GraphQLField<unknown, RequestContext>;

/** What declares a cap, on the field: `@AtMost(CONTACT_LIMIT)`, `@AtMost("filesPerRequest")`. */
export const AtMost = (cap: Cap): MethodDecorator & PropertyDecorator => Extensions({ cap });

/** How many items the list of a field has at most, by the limits in force; null: nothing says so. Values of an enum stand in a list once each. */
export const capOf = (field: Pick<Field, "extensions" | "type">, limits: Limits = DEFAULT_LIMITS): number | null => {
  const cap = field.extensions.cap as Cap | undefined;
  if (typeof cap === "string") return limits[cap];
  const target = getNamedType(field.type);
  return cap ?? (isEnumType(target) ? target.getValues().length : null);
};

/** Fields that answer a list which is not one page of a connection. */
const cappedFields = (schema: GraphQLSchema): readonly { readonly name: string; readonly field: Field }[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith("__") && !name.endsWith("Connection"))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isListType(getNullableType(field.type)))
        .map((field) => ({ name: `${type.name}.${field.name}`, field: field as Field })),
    );

/** @throws Error naming every list that is neither a connection nor says how long it may be */
export const applyListCaps = (schema: GraphQLSchema): void => {
  const lists = cappedFields(schema);
  const endless = lists.filter(({ field }) => capOf(field) === null).map(({ name }) => name);
  if (endless.length > 0)
    throw new Error(
      `the schema may not be served: ${endless.join(", ")} may grow without end: make it a connection, or say @AtMost`,
    );
  for (const { field } of lists) {
    const { cap } = field.extensions;
    if (cap === undefined) continue;
    field.description = `${field.description} ${capWords(cap as Cap)}`;
    field.resolve = withinCap(field);
  }
};

const capWords = (cap: Cap): string =>
  typeof cap === "number"
    ? `At most ${cap.toLocaleString("en")}.`
    : `At most ${DEFAULT_LIMITS[cap].toLocaleString("en")}, where the limit \`${cap}\` says nothing else.`;

/** A list that is longer is refused, never cut: whoever reads it takes it for the whole. */
const withinCap = (field: Field): NonNullable<Field["resolve"]> => {
  const { name } = field;
  const resolve = field.resolve ?? ((source) => (source as Readonly<Record<string, unknown>>)[name]);
  const judged = (value: unknown, limits: Limits): unknown => {
    const cap = capOf(field, limits);
    if (!Array.isArray(value) || cap === null || value.length <= cap) return value;
    throw new RequestError("QUERY_TOO_COMPLEX", {
      detail: `\`${name}\` has more than ${cap.toLocaleString("en")} items.`,
    });
  };
  return (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info);
    return value instanceof Promise
      ? value.then((settled: unknown) => judged(settled, context.limits))
      : judged(value, context.limits);
  };
};
