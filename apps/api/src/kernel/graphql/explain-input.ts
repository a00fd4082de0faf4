/** Says what is wrong with a value without printing it: its place, its type, and what the schema has instead (contract.md, Errors). */
import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";
import type { InputPath } from "./request-error.js";

export interface InputProblem {
  readonly detail: string;
  readonly inputPath: InputPath;
}

type Values = Readonly<Record<string, unknown>>;

/** The first variable whose value does not fit its type, or null. */
export const explainVariables = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  values: Values,
): InputProblem | null => {
  for (const { variable, type: node, defaultValue } of variableDefinitions) {
    const { value: name } = variable.name;
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) continue;
    const isGiven = Object.hasOwn(values, name);
    if (!isGiven && (defaultValue !== undefined || !isNonNullType(type))) continue;
    const problem = isGiven ? explainValue(type, values[name], [name]) : missing([name], String(type));
    if (problem !== null) return problem;
  }
  return null;
};

const explainValue = (type: GraphQLInputType, value: unknown, at: InputPath): InputProblem | null => {
  const found: InputProblem[] = [];
  coerceInputValue(value, type, (path, _value, { message }) => {
    if (found.length === 0) found.push(explainMessage(message, typeAt(type, path), [...at, ...path]));
  });
  return found[0] ?? null;
};

const explainMessage = (message: string, type: GraphQLInputType | null, path: InputPath): InputProblem => {
  const [, absent, wanted] = /^Field "(\w+)" of required type "([^"]+)" was not provided/.exec(message) ?? [];
  if (absent !== undefined && wanted !== undefined) return missing([...path, absent], wanted);
  return { detail: `${inBackticks(dotted(path))}: ${withoutValue(message, type)}`, inputPath: path };
};

const missing = (path: InputPath, type: string): InputProblem => ({
  detail: `${inBackticks(dotted(path))} is missing: \`${type}\` is expected.`,
  inputPath: path,
});

/** A complaint of GraphQL's about a value, in words of the schema alone. */
export const withoutValue = (message: string, type: GraphQLInputType | null | undefined): string => {
  // The name of a field that is not there is the caller's own, and as long as they like.
  if (/^Field "/.test(message) || /OneOf/i.test(message)) return shortened(message);
  const expected = type === null || type === undefined ? "value of this type" : String(type);
  if (/not to be null|found null/.test(message)) return `\`${expected}\` may not be null.`;
  const hint = / Did you mean [^?]*\?$/.exec(message)?.[0] ?? "";
  return `this is no \`${expected}\`.${formOf(type)}${hint}`;
};

/** How a scalar of ours is written: the first sentence of its description. */
const formOf = (type: GraphQLInputType | null | undefined): string => {
  const named = type === null || type === undefined ? null : getNamedType(type);
  if (!isScalarType(named) || isSpecifiedScalarType(named)) return "";
  const [sentence] = /^.*?\.(?=\s|$)/s.exec(named.description ?? "") ?? [];
  return sentence === undefined ? "" : ` ${sentence}`;
};

/** The type of what stands at a path within a value; null below what the schema knows. */
const typeAt = (type: GraphQLInputType, [step, ...rest]: InputPath): GraphQLInputType | null => {
  if (step === undefined) return type;
  const open = getNullableType(type);
  if (typeof step === "number") return typeAt(isListType(open) ? open.ofType : open, rest);
  const fields = isInputObjectType(open) ? open.getFields() : {};
  const field = Object.hasOwn(fields, step) ? fields[step] : undefined;
  return field === undefined ? null : typeAt(field.type, rest);
};

const dotted = (path: InputPath): string => path.join(".");
const inBackticks = (text: string): string => `\`${text}\``;

const LONGEST_NAME = 64;

/** Names as GraphQL quotes them, none longer than a name of ours could be. */
export const shortened = (message: string): string =>
  message.replace(/"([^"]*)"/g, (quoted, name: string) =>
    name.length > LONGEST_NAME ? `"${name.slice(0, LONGEST_NAME)}…"` : quoted,
  );
