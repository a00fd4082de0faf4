/** Every argument of the API that takes an id, found in the schema, and how to ask it with any value. */
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isNullableType,
  isObjectType,
} from "graphql";
import { MODULES } from "../../apps/api/src/modules/modules.js";

/** The whole way to one id: `Mutation.createRequest(input.planId)`. */
export type IdArgument = string;

export const idArgumentsOf = (schema: GraphQLSchema): readonly IdArgument[] =>
  Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"))
    // Live fields are asked over a socket, and judged there.
    .filter((type) => type !== schema.getSubscriptionType())
    .flatMap((type) =>
      Object.values(type.getFields())
        // What asks for a right of staff refuses everybody else before it looks at an id (staff-policies.test.ts).
        .filter((field) => MODULES.roots[`${type.name}.${field.name}`]?.right === undefined)
        .flatMap((field) =>
          field.args.flatMap((argument) =>
            idsWithin(argument.name, argument.type, new Set()).map((path) => `${type.name}.${field.name}(${path})`),
          ),
        ),
    )
    .sort();

const idsWithin = (path: string, type: GraphQLInputType, open: ReadonlySet<string>): string[] => {
  const named = getNamedType(type);
  if (named.name === "ID") return [path];
  if (!isInputObjectType(named) || open.has(named.name)) return [];
  const inside = new Set([...open, named.name]);
  return Object.values(named.getFields()).flatMap((field) => idsWithin(`${path}.${field.name}`, field.type, inside));
};

/** Whether the id itself may be left out. */
export const isOptional = (schema: GraphQLSchema, argument: IdArgument): boolean => {
  const { root, field, path } = placeOf(argument);
  const [name, ...rest] = path;
  let type = rootField(schema, root, field).args.find((each) => each.name === name)?.type;
  for (const inner of rest) {
    const named = getNamedType(type);
    type = isInputObjectType(named) ? named.getFields()[inner]?.type : undefined;
  }
  return isNullableType(type);
};

export interface Place {
  /** `Query` or `Mutation`. */
  readonly root: string;
  readonly field: string;
  /** From the argument down: `["input", "planId"]`. */
  readonly path: readonly string[];
}

/** @throws Error for a way that is none */
export const placeOf = (argument: IdArgument): Place => {
  const [, root, field, path] = /^(\w+)\.(\w+)\(([\w.]+)\)$/.exec(argument) ?? [];
  if (root === undefined || field === undefined || path === undefined) throw new Error(`no argument: ${argument}`);
  return { root, field, path: path.split(".") };
};

export type Values = Readonly<Record<string, unknown>>;

/** `values` with `id` at `path`; undefined takes the name away. */
export const withValueAt = (values: Values, [name = "", ...rest]: readonly string[], id: unknown): Values => {
  const inner = values[name];
  const value = rest.length === 0 ? id : withValueAt((inner ?? {}) as Values, rest, id);
  return { ...values, [name]: value };
};

/** A document that asks the root field with each argument of `values` as a variable of its type. */
export const documentFor = (
  schema: GraphQLSchema,
  { root, field }: Place,
  values: Values,
  selection: string,
): string => {
  const used = rootField(schema, root, field).args.filter((argument) => Object.hasOwn(values, argument.name));
  const declared = used.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(", ");
  const given = used.map((argument) => `${argument.name}: $${argument.name}`).join(", ");
  return `${root.toLowerCase()} (${declared}) { ${field}(${given}) ${selection} }`;
};

const rootField = (schema: GraphQLSchema, root: string, field: string): GraphQLField<unknown, unknown> => {
  const asked = root === "Mutation" ? schema.getMutationType() : schema.getQueryType();
  const found = asked?.getFields()[field];
  if (found === undefined) throw new Error(`no root field ${root}.${field}`);
  return found;
};
