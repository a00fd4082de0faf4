/** What went wrong when an operation had no answer: the code of a top-level error, or that the server is out of reach. */
import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";

export type FailureCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "RATE_LIMITED"
  | "QUERY_TOO_COMPLEX"
  | "IDEMPOTENCY_KEY_REUSED"
  | "OVERLOADED"
  | "UNAVAILABLE"
  | "INTERNAL_SERVER_ERROR"
  | "UNREACHABLE";

const KNOWN: ReadonlySet<string> = new Set([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_USER_INPUT",
  "RATE_LIMITED",
  "QUERY_TOO_COMPLEX",
  "IDEMPOTENCY_KEY_REUSED",
  "OVERLOADED",
  "UNAVAILABLE",
  "INTERNAL_SERVER_ERROR",
]);

export interface Failure {
  readonly code: FailureCode;
  /** Names the call in the server's log; null when there was no answer. */
  readonly requestId: string | null;
  readonly isRetryable: boolean;
  /** Seconds to wait before trying again, where the server says so. */
  readonly retryAfter: number | null;
}

/** Reads an error of Apollo Client. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const { extensions } = error.errors[0] ?? {};
    const code =
      typeof extensions?.code === "string" && KNOWN.has(extensions.code) ? extensions.code : "INTERNAL_SERVER_ERROR";
    return {
      code: code as FailureCode,
      requestId: typeof extensions?.requestId === "string" ? extensions.requestId : null,
      isRetryable: extensions?.retryable === true,
      retryAfter: typeof extensions?.retryAfter === "number" ? extensions.retryAfter : null,
    };
  }
  if (ServerError.is(error)) {
    const code =
      error.statusCode === 429 ? "RATE_LIMITED" : error.statusCode >= 500 ? "UNAVAILABLE" : "INTERNAL_SERVER_ERROR";
    const { headers } = error.response;
    const wait = Number(headers.get("retry-after") ?? Number.NaN);
    return {
      code,
      requestId: headers.get("x-request-id"),
      isRetryable: true,
      retryAfter: Number.isFinite(wait) ? wait : null,
    };
  }
  return { code: "UNREACHABLE", requestId: null, isRetryable: true, retryAfter: null };
}
