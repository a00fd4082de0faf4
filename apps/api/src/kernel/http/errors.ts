/** What leaves when something goes wrong below GraphQL: a code and the request id, never a stack, a path or driver text. */
import type { FastifyInstance } from "fastify";

const CODES: Readonly<Record<number, string>> = {
  400: "BAD_REQUEST",
  401: "UNAUTHENTICATED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  408: "REQUEST_TIMEOUT",
  413: "PAYLOAD_TOO_LARGE",
  414: "URI_TOO_LONG",
  415: "UNSUPPORTED_MEDIA_TYPE",
  429: "RATE_LIMITED",
  431: "HEADERS_TOO_LARGE",
  503: "UNAVAILABLE",
};

export interface ErrorBody {
  readonly error: { readonly code: string; readonly requestId: string };
}

/** The JSON body for an HTTP status. */
export const errorBody = (status: number, requestId: string): ErrorBody => ({
  error: { code: CODES[status] ?? (status >= 500 ? "INTERNAL_SERVER_ERROR" : "BAD_REQUEST"), requestId },
});

export const registerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) request.log.error({ err: error }, "request failed");
    return reply.code(status).header("cache-control", "no-store").send(errorBody(status, request.id));
  });
};

const statusOf = (error: unknown): number => {
  const named = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  if (typeof named === "number" && named >= 400 && named < 600) return named;
  const name = error instanceof Error ? error.name : "";
  return name === "OverloadedError" || name === "UnavailableError" ? 503 : 500;
};
