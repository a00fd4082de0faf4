/** What a client is told of an error: a code of the closed list, a sentence, never a stack, SQL, path or driver text. */
import type { Language } from "@accord/domain";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import {
  factsOf,
  isRequestErrorCode,
  REQUEST_ERRORS,
  type RequestErrorCode,
  requestErrorMessage,
} from "./request-error.js";
import { withoutText } from "./told-problems.js";

/** Codes that are GraphQL's, or of the protocol of persisted queries, whose clients go by code and sentence. */
const OWN_CODES: ReadonlySet<unknown> = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);
/** Apollo's names of what contract.md calls BAD_USER_INPUT. */
const BAD_INPUT: ReadonlySet<unknown> = new Set(["BAD_REQUEST", "OPERATION_RESOLUTION_FAILURE"]);
/** Names of storage's errors, which know no GraphQL. */
const CODE_OF_NAME: Readonly<Record<string, RequestErrorCode>> = {
  OverloadedError: "OVERLOADED",
  UnavailableError: "UNAVAILABLE",
};

/** The code an error thrown by a resolver stands for. */
export const codeOfThrown = (error: unknown): RequestErrorCode =>
  error instanceof Error ? (CODE_OF_NAME[error.name] ?? "INTERNAL_SERVER_ERROR") : "INTERNAL_SERVER_ERROR";

/** Apollo's `formatError`: what got no code on its way is named by what was thrown; the rest is `maskError`'s. */
export const nameThrown = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  if (formatted.extensions?.code !== "INTERNAL_SERVER_ERROR") return formatted;
  return {
    ...formatted,
    extensions: {
      ...formatted.extensions,
      code: codeOfThrown(error instanceof GraphQLError ? error.originalError : error),
    },
  };
};

export const maskError = (
  error: GraphQLFormattedError,
  language: Language,
  requestId: string,
): GraphQLFormattedError => {
  const given = error.extensions?.code;
  const isOwn = OWN_CODES.has(given);
  const code = isRequestErrorCode(given) ? given : BAD_INPUT.has(given) ? "BAD_USER_INPUT" : "INTERNAL_SERVER_ERROR";
  const isAboutRequest =
    isOwn || error.extensions?.isAboutRequest === true || (given === "BAD_REQUEST" && error.path === undefined);
  return {
    message: isAboutRequest ? withoutText(error.message) : requestErrorMessage(code, language),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions: {
      code: isOwn ? given : code,
      requestId,
      retryable: isOwn ? false : REQUEST_ERRORS[code].retryable,
      ...retryAfter(error.extensions?.retryAfterMs ?? null, error.extensions?.retryAfter),
      ...factsOf(code === given ? error.extensions : undefined),
    },
  };
};

/** Seconds to wait, as the header `Retry-After` says them: a page sees no headers. Masking twice changes nothing. */
const retryAfter = (milliseconds: unknown, seconds: unknown): { readonly retryAfter?: number } => {
  if (typeof milliseconds === "number") return { retryAfter: wholeSeconds(milliseconds) };
  return typeof seconds === "number" ? { retryAfter: seconds } : {};
};

export const wholeSeconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000));
