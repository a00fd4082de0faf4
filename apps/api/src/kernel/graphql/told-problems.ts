/** GraphQL's own complaints about a document, told without the values that stand in it (contract.md, Errors). */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  validate,
} from "graphql";
import { shortened, withoutValue } from "./explain-input.js";

/** GraphQL's rule about values, in words that name the argument and its type. */
const toldValues: ValidationRule = (context) => {
  const telling = Object.create(context) as ValidationContext;
  telling.reportError = (error) => context.reportError(told(context, error));
  return ValuesOfCorrectTypeRule(telling);
};

const told = (context: ValidationContext, { message, nodes }: GraphQLError): GraphQLError => {
  const argument = context.getArgument()?.name;
  const field = context.getDirective()?.name ?? context.getFieldDef()?.name;
  const place = argument === undefined ? "A default value" : `Argument "${argument}" of "${field ?? ""}"`;
  // An input object is complained about as a whole, a value by its own type.
  return new GraphQLError(`${place}: ${withoutValue(message, context.getInputType())}`, { nodes: nodes ?? null });
};

/** The rules of every document: GraphQL's, and what is told of values is told in our words. */
export const DOCUMENT_RULES: readonly ValidationRule[] = specifiedRules.map((rule) =>
  rule === ValuesOfCorrectTypeRule ? toldValues : rule,
);

/** What Apollo found by GraphQL's own rules, as ours tell it. */
export const retellProblems = (
  schema: GraphQLSchema,
  document: DocumentNode | undefined,
  problems: readonly GraphQLError[],
): readonly GraphQLError[] => {
  if (document === undefined) return problems;
  const asGraphqlSays = new Set(validate(schema, document, [ValuesOfCorrectTypeRule]).map(({ message }) => message));
  const extensions = { code: "GRAPHQL_VALIDATION_FAILED" };
  const retold = asGraphqlSays.size === 0 ? [] : validate(schema, document, [toldValues]);
  return [
    ...problems.filter(({ message }) => !asGraphqlSays.has(message)),
    ...retold.map(({ message, nodes }) => new GraphQLError(message, { nodes: nodes ?? null, extensions })),
  ];
};

/** What the parser or a rule said, names cut to a length of ours and text within the document left out. */
export const withoutText = (message: string): string =>
  shortened(
    message
      .replace(/\b(String|BlockString|Int|Float|Comment) "[\s\S]*"/, "$1")
      .replace(/(escape sequence|expected digit but got|unexpected digit after 0): [\s\S]*$/, "$1."),
  );
