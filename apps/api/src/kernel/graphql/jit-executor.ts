/** graphql-jit as Apollo's executor: documents compiled once and kept within bounds. */
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { type ExecutionResult, GraphQLError, type GraphQLSchema } from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import type { RequestContext } from "./context.js";
import type { KnownOperations } from "./known-operations.js";
import { RequestError } from "./request-error.js";

type Gateway = ApolloServerOptionsWithGateway<RequestContext>["gateway"];
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

/** Compiled documents kept; a client that inlines its variables cannot fill the memory. */
const KEPT = 500;

export const createJitGateway = (schema: GraphQLSchema, known: KnownOperations): Gateway => {
  const executor = createExecutor(schema, known);
  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    stop: async () => {},
  };
};

const createExecutor = (schema: GraphQLSchema, known: KnownOperations): Executor => {
  const compiled = new LRUCache<string, CompiledQuery | ExecutionResult>({ max: KEPT });
  return async ({ document, queryHash, operation, context, request }) => {
    const done = known.executed.get(context.proven);
    if (done !== undefined) return withPlainErrors(await done);
    // `operationLimits` let nothing through without one; what is not chosen is never compiled, so never run.
    if (operation === undefined) throw new RequestError("BAD_USER_INPUT");
    const name = operation.name?.value;
    const key = JSON.stringify([queryHash, name ?? null]);
    let query = compiled.get(key);
    if (query === undefined) {
      query = compileQuery(schema, document, name);
      compiled.set(key, query);
    }
    if (!isCompiledQuery(query)) return withPlainErrors(query);
    if (request.query !== undefined) {
      known.remember(request.query, request.operationName ?? null, { document, queryHash, operation, compiled: query });
    }
    return withPlainErrors(await query.query({}, context, { ...request.variables }));
  };
};

/** Its errors have no `extensions`, which the server reads. */
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
