/** What an operation may ask with its variables: their form, long lists, cost, and the bucket of its principal (contract.md, Limits). */
import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from "graphql";
import type { Limits } from "../limits/limits.js";
import type { Executed } from "./apollo-gateway.js";
import { type BucketState, createBuckets } from "./buckets.js";
import { chooseOperation } from "./choose-operation.js";
import type { RequestContext } from "./context.js";
import { createCostMeter } from "./cost.js";
import { explainVariables } from "./explain-input.js";
import type { PreparedOperation, Variables } from "./operations.js";
import { RequestError } from "./request-error.js";
import { longListIn } from "./static-limits.js";

export interface OperationCost extends BucketState {
  readonly cost: number;
}

/**
 * The reckoned cost of each request, for the headers and `extensions.cost` of its answer. By what the server's copy of the
 * context shares with ours: Apollo clones the context itself.
 */
export type Costs = WeakMap<RequestContext["authorised"], OperationCost>;

type Reckoned = Pick<PreparedOperation, "document" | "operation" | "key">;

/** Admits an operation with its variables, and takes its points. @throws RequestError */
export type ComplexityLimit = (prepared: Reckoned, variables: Variables, context: RequestContext) => void;

export const createComplexityLimit = (schema: GraphQLSchema, limits: Limits, costs: Costs): ComplexityLimit => {
  const meter = createCostMeter(schema, limits.documentTokens * 10);
  const spend = createBuckets(limits.costBucket, limits.costRefillPerSecond);
  return ({ document, operation, key }, variables, context) => {
    const inputPath = longListIn(variables, limits.listInput);
    if (inputPath !== null) {
      throw new RequestError("BAD_USER_INPUT", {
        detail: `A list holds at most ${limits.listInput} items.`,
        inputPath,
      });
    }
    const problem = explainVariables(schema, operation, variables);
    if (problem !== null) throw new RequestError("BAD_USER_INPUT", problem);
    const allowed = limits.operationCost;
    const cost = costOf(allowed, () =>
      meter({ document, documentHash: key, operationName: operation.name?.value ?? null, variables }),
    );
    if (cost > allowed) throw new RequestError("QUERY_TOO_COMPLEX", { cost: { asked: cost, allowed } });
    const state = spend(principalKey(context), cost, context.now);
    costs.set(context.authorised, { ...state, cost: state.isAllowed ? cost : 0 });
    if (!state.isAllowed) throw new RequestError("RATE_LIMITED", { retryAfterMs: state.retryAfterMs });
  };
};

export const operationLimits = (admit: ComplexityLimit, executed: Executed): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, queryHash, request, contextValue }) => {
      if (executed.has(contextValue.authorised)) return;
      const operation = chooseOperation(document, request.operationName);
      if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
        throw new RequestError("BAD_USER_INPUT", { detail: "Subscriptions are answered over WebSocket." });
      }
      admit({ document, operation, key: queryHash }, request.variables ?? {}, contextValue);
    },
  }),
});

/** What the walk refuses (too many nodes, arguments out of form) is too complex, not a crash. */
const costOf = (allowed: number, reckon: () => number): number => {
  try {
    return reckon();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new RequestError("QUERY_TOO_COMPLEX", { cost: { asked: null, allowed } });
  }
};

const principalKey = ({ principal, address }: RequestContext): string =>
  principal.kind === "anonymous" ? `address ${address}` : principal.account.id;
