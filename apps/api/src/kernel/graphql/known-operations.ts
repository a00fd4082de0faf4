/** The direct way to an answer: operations that Apollo has parsed, validated and compiled once go straight to their compiled form. */
import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from "graphql";
import type { CompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import type { RequestContext } from "./context.js";

/** Operations kept, and the longest text of one: a client that inlines its variables cannot fill the memory. */
const KEPT = 500;
const LONGEST = 10_000;

export interface KnownOperation {
  readonly document: DocumentNode;
  readonly queryHash: string;
  readonly operation: OperationDefinitionNode;
  readonly compiled: CompiledQuery;
}

export interface KnownOperations {
  find(query: string, operationName: string | null): KnownOperation | undefined;
  remember(query: string, operationName: string | null, known: KnownOperation): void;
  /** Content types that Apollo chose for an `Accept` header. */
  readonly contentTypes: LRUCache<string, string>;
  /**
   * Operations that ran already and whose answer Apollo tells, because it has errors: they are not counted or run again.
   * By what Apollo's copy of the context shares with ours.
   */
  readonly executed: WeakMap<RequestContext["proven"], Promise<ExecutionResult>>;
}

export const createKnownOperations = (): KnownOperations => {
  const operations = new LRUCache<string, KnownOperation>({ max: KEPT });
  const keyOf = (query: string, operationName: string | null): string => JSON.stringify([operationName, query]);
  return {
    find: (query, operationName) => operations.get(keyOf(query, operationName)),
    remember: (query, operationName, known) => {
      if (query.length <= LONGEST) operations.set(keyOf(query, operationName), known);
    },
    contentTypes: new LRUCache({ max: KEPT }),
    executed: new WeakMap(),
  };
};

/** An operation as a body asks for it. */
export interface PlainOperation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

const FIELDS: ReadonlySet<string> = new Set(["query", "operationName", "variables"]);

/** The operation of a body in its usual form; null for every other, which is Apollo's to judge. */
export const plainOperation = (body: Readonly<Record<string, unknown>>): PlainOperation | null => {
  for (const name in body) if (!FIELDS.has(name)) return null;
  const { query, operationName = null, variables } = body;
  if (typeof query !== "string" || (operationName !== null && typeof operationName !== "string")) return null;
  if (variables === undefined || variables === null) return { query, operationName, variables: {} };
  if (typeof variables !== "object" || Array.isArray(variables)) return null;
  return { query, operationName, variables: variables as Readonly<Record<string, unknown>> };
};
