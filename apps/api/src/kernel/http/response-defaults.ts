/** What every answer has at its edge, through Fastify or beside it: fixed headers, not before the migrations, one log line. */
import type { FastifyBaseLogger } from "fastify";
import type { Clock } from "../clock.js";
import { errorBody } from "./errors.js";
import type { GraphqlResponse } from "./graphql-exchange.js";
import type { Health } from "./health.js";
import type { SecurityHeaders } from "./security-headers.js";

/** Codes and ids only: what a person wrote is never logged. */
export interface AnswerLine {
  readonly reqId: string;
  readonly method: string;
  readonly route: string | null;
  readonly status: number;
}

export interface ResponseDefaults {
  readonly fixed: readonly (readonly [name: string, value: string])[];
  /** The same as `writeHead` takes them: names and values in turn. */
  readonly lines: readonly string[];
  /** Milliseconds of the monotonic clock. */
  now(): number;
  /** What to answer while the server is not ready, or no longer; null: go on. */
  closedAnswer(path: string, requestId: string): GraphqlResponse | null;
  logAnswer(line: AnswerLine, since: number): void;
}

/** What supervisors ask every few seconds: always answered, and not worth a line. */
const PROBES: ReadonlySet<string | null> = new Set(["/livez", "/readyz", "/version"]);

export const createResponseDefaults = (
  headers: SecurityHeaders,
  { health, log, clock }: { readonly health: Health; readonly log: FastifyBaseLogger; readonly clock: Clock },
): ResponseDefaults => {
  const fixed = Object.entries(headers.fixed);
  return {
    fixed,
    lines: fixed.flat(),
    now: () => clock.mono(),
    closedAnswer: (path, requestId) => {
      if ((health.isMigrated && !health.isDraining) || PROBES.has(path)) return null;
      return {
        status: 503,
        headers: {
          "content-type": "application/json; charset=utf-8",
          "retry-after": "2",
          "cache-control": "no-store",
          // The next request finds another server.
          ...(health.isDraining ? { connection: "close" } : {}),
        },
        body: JSON.stringify(errorBody(503, requestId)),
      };
    },
    logAnswer: (line, since) => {
      if (PROBES.has(line.route)) return;
      log.info({ ...line, ms: Math.round((clock.mono() - since) * 10) / 10, at: clock.now() }, "request");
    },
  };
};
