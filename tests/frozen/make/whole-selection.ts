/** Everything that can be selected below a root field, to a depth: the recorded answers hold every published field they can. */
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

/** Rows of a list below another one. */
const INNER_ROWS = 3;
/** Of a type without a leaf of its own, at the last step. */
const NOTHING = " {  }";

export const documentOf = (
  schema: GraphQLSchema,
  rootField: string,
  given: readonly string[],
  depth: number,
): string => {
  const field = schema.getQueryType()?.getFields()[rootField];
  if (field === undefined) throw new Error(`there is no field ${rootField}`);
  const used = field.args.filter(({ name }) => given.includes(name));
  const declared = used.map(({ name, type }) => `$${name}: ${type}`).join(", ");
  const passed = used.map(({ name }) => `${name}: $${name}`).join(", ");
  const head = declared === "" ? "query" : `query (${declared})`;
  const call = passed === "" ? rootField : `${rootField}(${passed})`;
  return `${head} { ${call}${selectionOf(getNamedType(field.type), depth)} }`;
};

const selectionOf = (type: GraphQLNamedType, depth: number): string => {
  if (isLeafType(type)) return "";
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${type.name} cannot be selected from`);
  const fields = Object.values(type.getFields()).flatMap((field) => fieldOf(field, depth - 1) ?? []);
  return ` { ${[...(isInterfaceType(type) ? ["__typename"] : []), ...fields].join(" ")} }`;
};

const fieldOf = (field: GraphQLField<unknown, unknown>, depth: number): string | null => {
  const type = getNamedType(field.type);
  if (field.args.some(isRequiredArgument) || (!isLeafType(type) && depth <= 0)) return null;
  const inner = selectionOf(type, depth);
  if (!isLeafType(type) && inner === NOTHING) return null;
  const rows = field.args.some(({ name }) => name === "first") ? `(first: ${INNER_ROWS})` : "";
  return `${field.name}${rows}${inner}`;
};
