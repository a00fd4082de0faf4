/** Operations as every way to an answer has them: made ready once, run in one way (POST past and through Apollo, the socket). */
import { createHash } from "node:crypto";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import type { Limits } from "../limits/limits.js";
import { chooseOperation } from "./choose-operation.js";
import type { RequestContext } from "./context.js";
import { staticLimits } from "./static-limits.js";
import { DOCUMENT_RULES } from "./told-problems.js";

/**
 * Operations kept, the characters of their documents in all, and the longest text one is known by; a longer one is known by its digest.
 * A client that inlines its variables cannot fill the memory.
 */
const KEPT = 500;
const KEPT_TEXT = 2_000_000;
const LONGEST = 10_000;

export type Variables = Readonly<Record<string, unknown>>;
type Answer = Promise<ExecutionResult> | ExecutionResult;

export interface PreparedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The same for the same text and name: what is reckoned of a document is kept by it. */
  readonly key: string;
  /** `root`: what the fields of the root are read of. Errors have extensions. */
  execute(variables: Variables, context: RequestContext, root?: object): Promise<ExecutionResult>;
}

export interface Operations {
  /** One that was prepared before and is still kept. */
  find(query: string, operationName: string | null): PreparedOperation | undefined;
  /** Parsed, held against the limits and the schema, chosen by its name. @throws GraphQLError with its code */
  prepare(query: string, operationName: string | null): PreparedOperation;
}

/** `executor`: compiled documents, or the reference's own; the suite passes with both. */
export const createOperations = (
  schema: GraphQLSchema,
  limits: Limits,
  executor: "jit" | "graphql-js" = "jit",
): Operations => {
  const kept = new LRUCache<string, PreparedOperation>({ max: KEPT, maxSize: KEPT_TEXT });
  const rules = [...DOCUMENT_RULES, ...staticLimits(limits)];
  const make = (query: string, operationName: string | null): PreparedOperation => {
    const document = coded("GRAPHQL_PARSE_FAILED", () => parse(query, { maxTokens: limits.documentTokens }));
    const [invalid] = validate(schema, document, rules, { maxErrors: 1 });
    if (invalid !== undefined)
      coded("GRAPHQL_VALIDATION_FAILED", () => {
        throw invalid;
      });
    const operation = chooseOperation(document, operationName);
    const run = (executor === "jit" ? compile : interpret)(schema, document, operation);
    return {
      document,
      operation,
      key: keyOf(query, operationName),
      execute: async (variables, context, root = {}) => withPlainErrors(await run(root, context, { ...variables })),
    };
  };
  return {
    find: (query, operationName) => kept.get(keyOf(query, operationName)),
    prepare: (query, operationName) => {
      const key = keyOf(query, operationName);
      const known = kept.get(key) ?? make(query, operationName);
      kept.set(key, known, { size: query.length });
      return known;
    },
  };
};

const keyOf = (query: string, operationName: string | null): string =>
  JSON.stringify([
    operationName,
    query.length <= LONGEST ? query : { sha256: createHash("sha256").update(query).digest("base64url") },
  ]);

type Run = (root: object, context: RequestContext, variables: Record<string, unknown>) => Answer;

/** Compiled when it is first run. */
const compile = (schema: GraphQLSchema, document: DocumentNode, { name }: OperationDefinitionNode): Run => {
  let compiled: CompiledQuery | ExecutionResult | null = null;
  return (root, context, variables) => {
    compiled ??= compileQuery(schema, document, name?.value);
    return isCompiledQuery(compiled) ? compiled.query(root, context, variables) : compiled;
  };
};

const interpret =
  (schema: GraphQLSchema, document: DocumentNode, { name }: OperationDefinitionNode): Run =>
  (rootValue, contextValue, variableValues) =>
    execute({ schema, document, rootValue, contextValue, variableValues, operationName: name?.value });

/** GraphQL's own complaints about the document, under their own code. */
const coded = <Value>(code: string, work: () => Value): Value => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code, ...error.extensions } });
  }
};

/** A compiled query's errors have no `extensions`, which the server reads. */
const withPlainErrors = (result: ExecutionResult): ExecutionResult =>
  result.errors === undefined ? result : { ...result, errors: result.errors.map(plainError) };

const plainError = (error: GraphQLError): GraphQLError => {
  const original: unknown = error.originalError;
  const extensions = original instanceof GraphQLError ? original.extensions : error.extensions;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    originalError: error.originalError ?? null,
    extensions: extensions ?? {},
  });
};
