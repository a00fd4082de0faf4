/** What a client is told of an error: a code of the closed list, a sentence, never a stack, SQL, path or driver text. */
import type { Language } from "@accord/domain";
import type { GraphQLFormattedError } from "graphql";
import { isRequestErrorCode, REQUEST_ERRORS, type RequestErrorCode, requestErrorMessage } from "./request-error.js";

/** GraphQL's own codes: the sentence is about the document the client sent. */
const OWN_CODES: ReadonlySet<string> = new Set(["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"]);
/** Apollo's names of what contract.md calls BAD_USER_INPUT. */
const BAD_INPUT: ReadonlySet<string> = new Set(["BAD_REQUEST", "OPERATION_RESOLUTION_FAILURE", "PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_SUPPORTED"]);
const LONGEST_MESSAGE = 500;

export interface MaskContext {
  readonly language: Language;
  readonly requestId: string;
}

/** Names of storage's errors (storage/errors.ts), which know no GraphQL. */
const CODE_OF_NAME: Readonly<Record<string, RequestErrorCode>> = { OverloadedError: "OVERLOADED", UnavailableError: "UNAVAILABLE" };

/** The code of the closed list an error thrown in a resolver stands for. */
export const codeOfThrown = (error: unknown): RequestErrorCode =>
  error instanceof Error ? (CODE_OF_NAME[error.name] ?? "INTERNAL_SERVER_ERROR") : "INTERNAL_SERVER_ERROR";

export const maskError = (error: GraphQLFormattedError, { language, requestId }: MaskContext): GraphQLFormattedError => {
  const given = error.extensions?.["code"];
  const isOwn = typeof given === "string" && OWN_CODES.has(given);
  const code = isRequestErrorCode(given) ? given : typeof given === "string" && BAD_INPUT.has(given) ? "BAD_USER_INPUT" : "INTERNAL_SERVER_ERROR";
  const isAboutDocument = isOwn || (code === "BAD_USER_INPUT" && (error.extensions?.["hasDetail"] === true || error.extensions?.["isCoercion"] === true));
  return {
    message: isAboutDocument ? error.message.slice(0, LONGEST_MESSAGE) : requestErrorMessage(code, language),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions: { code: isOwn ? given : code, requestId, retryable: isOwn ? false : REQUEST_ERRORS[code].retryable },
  };
};
