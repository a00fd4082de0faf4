/** Pages of other origins that may call the API with a token (decision 41): never with a cookie, so no answer says that credentials are let in. */
import type { IncomingHttpHeaders } from "node:http";

type Headers = Readonly<Record<string, string>>;

export interface CrossOrigin {
  /** For every answer to this request; empty for a page of another origin that is not on the list. */
  headersFor(headers: IncomingHttpHeaders): Headers;
  /** What a browser asks before it sends anything; null: this is no such question, or not from an origin of the list. */
  preflight(method: string, headers: IncomingHttpHeaders): Headers | null;
}

const TOLD =
  "etag, retry-after, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset, x-ratelimit-used, x-request-id";
const PREFLIGHT: Headers = {
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers":
    "accept, accept-language, apollo-require-preflight, authorization, content-type, if-none-match, x-apollo-operation-name",
  "access-control-max-age": "600",
};

/** `allowed`: origins, or `*` for all of them. */
export const createCrossOrigin = (allowed: readonly string[]): CrossOrigin => {
  const isForAll = allowed.includes("*");
  const letIn = (origin: string): Headers => ({
    "access-control-allow-origin": origin,
    "access-control-expose-headers": TOLD,
  });
  const headersFor = ({ origin }: IncomingHttpHeaders): Headers => {
    if (allowed.length === 0) return {};
    if (isForAll) return letIn("*");
    // Caches keep the answer of one origin apart from another's.
    const isAllowed = origin !== undefined && allowed.includes(origin);
    return { vary: "origin", ...(isAllowed ? letIn(origin) : {}) };
  };
  return {
    headersFor,
    preflight: (method, headers) => {
      if (method !== "OPTIONS" || headers["access-control-request-method"] === undefined) return null;
      const own = headersFor(headers);
      return own["access-control-allow-origin"] === undefined ? null : { ...own, ...PREFLIGHT };
    },
  };
};
