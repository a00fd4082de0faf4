/** The last hand on every answer: masked errors, status, cost and rate headers (contract.md, GraphQL and Limits). */
import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { Limits } from "../limits/limits.js";
import type { RequestContext } from "./context.js";
import { maskError, wholeSeconds } from "./mask-errors.js";
import type { Costs, OperationCost } from "./operation-limits.js";
import { isRequestErrorCode, REQUEST_ERRORS } from "./request-error.js";
import { retellProblems } from "./told-problems.js";

export interface AnswerLog {
  error(fields: object, message: string): void;
}

export interface AnswerOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly costs: Costs;
  readonly log: AnswerLog;
}

export const answerPlugin = ({ schema, limits, costs, log }: AnswerOptions): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue, document, errors, operationName }) => {
      const { body, http } = response;
      if (body.kind !== "single") return;
      const { singleResult } = body;
      const cost = costs.get(contextValue.authorised);
      if (cost !== undefined) {
        for (const [name, value] of rateHeaders(cost, limits)) http.headers.set(name, value);
        singleResult.extensions = {
          ...singleResult.extensions,
          cost: costExtension(cost, limits),
        };
      }
      if (singleResult.errors === undefined) return;
      if (errors?.[0]?.extensions.code === "GRAPHQL_VALIDATION_FAILED")
        singleResult.errors = retellProblems(schema, document, errors).map((error) => error.toJSON());
      for (const error of singleResult.errors) {
        const code = error.extensions?.code;
        const status = isRequestErrorCode(code) ? REQUEST_ERRORS[code].status : null;
        if (status !== null) http.status = status;
        const wait = error.extensions?.retryAfterMs;
        if (typeof wait === "number") http.headers.set("retry-after", String(wholeSeconds(wait)));
      }
      singleResult.errors = singleResult.errors.map((error) =>
        maskError(error, contextValue.language, contextValue.requestId),
      );
      // What never became an operation of ours.
      if (
        singleResult.data === undefined &&
        singleResult.errors.every((error) => error.extensions?.code === "BAD_USER_INPUT")
      )
        http.status = 400;
      const [failure] = (errors ?? []).filter((error) => !isRequestErrorCode(error.extensions.code));
      if (
        failure !== undefined &&
        singleResult.errors.some((error) => error.extensions?.code === "INTERNAL_SERVER_ERROR")
      ) {
        log.error(
          {
            err: failure.originalError ?? failure,
            path: failure.path,
            requestId: contextValue.requestId,
            operationName,
          },
          "an operation failed",
        );
      }
    },
  }),
});

/** What the operation cost, for `extensions.cost`. */
export const costExtension = (cost: OperationCost, limits: Limits) => ({
  requested: cost.cost,
  available: cost.remaining,
  limit: limits.costBucket,
  refillPerSecond: limits.costRefillPerSecond,
});

export const rateHeaders = (cost: OperationCost, limits: Limits): readonly [string, string][] => [
  ["x-ratelimit-limit", String(limits.costBucket)],
  ["x-ratelimit-remaining", String(cost.remaining)],
  ["x-ratelimit-used", String(limits.costBucket - cost.remaining)],
  ["x-ratelimit-reset", String(Math.ceil(cost.fullAt / 1000))],
];
