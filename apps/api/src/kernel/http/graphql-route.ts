/** The thin route of /graphql: refuses what is neither a small UTF-8 JSON body nor a GET before anything is parsed (I-4), then hands over. */
import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import proxyAddr from "@fastify/proxy-addr";
import type { FastifyBaseLogger } from "fastify";
import { encodeFresh } from "./compression.js";
import { createCrossOrigin } from "./cross-origin.js";
import type { GraphqlRequest, GraphqlResponse } from "./graphql-exchange.js";
import { isSameOrigin, limitAddress } from "./request-origin.js";
import type { ResponseDefaults } from "./response-defaults.js";

export interface GraphqlRouteOptions<Principal extends { readonly kind: string }> {
  readonly publicOrigin: string;
  readonly bodyBytes: number;
  /** Origins whose pages may call with a token; `*`: all. */
  readonly corsOrigins: readonly string[];
  /** Networks of the proxies whose headers name the client. */
  readonly trustProxy: readonly string[];
  readonly edge: ResponseDefaults;
  readonly log: FastifyBaseLogger;
  /** Throws an error named AuthenticationError when the credentials are no good. */
  authenticate(headers: IncomingHttpHeaders): Promise<Principal>;
  handle(request: GraphqlRequest<Principal>): Promise<GraphqlResponse>;
}

export type RawRoute = (request: IncomingMessage, response: ServerResponse) => void;

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;
const PATH = /^\/graphql(?:$|\?)/;

export const isGraphqlPath = (url: string | undefined): boolean => PATH.test(url ?? "");

/** Answers on the raw response: every hook of a framework would cost more here than the answer itself. */
export const createGraphqlRoute = <Principal extends { readonly kind: string }>(
  options: GraphqlRouteOptions<Principal>,
): RawRoute => {
  const { edge, log } = options;
  const addressOf = createAddressOf(options.trustProxy);
  const crossOrigin = createCrossOrigin(options.corsOrigins);
  return (request, response) => {
    const requestId = randomUUID();
    const since = edge.now();
    response.once("close", () => {
      const { method = "" } = request;
      edge.logAnswer({ reqId: requestId, method, route: "/graphql", status: response.statusCode }, since);
    });
    const preflight = crossOrigin.preflight(request.method ?? "", request.headers);
    if (preflight !== null) return send(edge, response, requestId, { status: 204, headers: preflight, body: "" });
    const shared = crossOrigin.headersFor(request.headers);
    answer(options, request, requestId, addressOf(request))
      .catch((error: unknown) => {
        log.error({ err: error, reqId: requestId }, "graphql request failed");
        return problem(500, requestId);
      })
      .then((told) => {
        if (told !== null) send(edge, response, requestId, { ...told, headers: withShared(told.headers, shared) });
      })
      .catch((error: unknown) => log.error({ err: error, reqId: requestId }, "an answer could not be sent"));
  };
};

/** An answer as it leaves. */
type Sent = Omit<GraphqlResponse, "body"> & { readonly body: string | Buffer };

/** The answer; null when the client has gone away before its body was complete. */
const answer = async <Principal extends { readonly kind: string }>(
  options: GraphqlRouteOptions<Principal>,
  request: IncomingMessage,
  requestId: string,
  address: string,
): Promise<Sent | null> => {
  const closed = options.edge.closedAnswer(request.url ?? "", requestId);
  if (closed !== null) return closed;
  const { method = "", headers } = request;
  const refusal = refuseByHeaders(method, headers, options.bodyBytes);
  if (refusal !== null) return problem(refusal, requestId);
  const body = method === "GET" ? searchOf(request) : await textOf(request, options.bodyBytes);
  if (body === "gone") return null;
  if (typeof body === "object") return problem(body.status, requestId, body.detail);
  let principal: Principal;
  try {
    // A GET may be made by any page that a browser shows: what the browser adds by itself counts for nothing.
    principal = await options.authenticate(method === "GET" ? { ...headers, cookie: undefined } : headers);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "AuthenticationError") throw error;
    return problem(401, requestId, error.message);
  }
  if (principal.kind === "session" && !isSameOrigin(headers, options.publicOrigin)) return problem(403, requestId);
  const told = await options.handle({ method, headers, body, principal, address, requestId });
  return principal.kind === "anonymous" ? encoded(told, headers["accept-encoding"]) : told;
};

/** What nobody in particular is answered holds nobody's secret; an answer of a session or a token stays as it is (decision 25). */
const encoded = async (told: GraphqlResponse, accepted: string | undefined): Promise<Sent> => {
  const { body, headers } = await encodeFresh(told.body, accepted);
  return { ...told, body, headers: withShared(told.headers, headers) };
};

/** Both, each of what they vary by. */
const withShared = (own: Sent["headers"], shared: Sent["headers"]): Sent["headers"] => {
  const vary = [own.vary, shared.vary].filter((names) => names !== undefined).join(", ");
  return { ...own, ...shared, ...(vary === "" ? {} : { vary }) };
};

/** What limits count by, as a function of the request: the proxies are known beforehand. */
export const createAddressOf = (trustProxy: readonly string[]): ((request: IncomingMessage) => string) => {
  if (trustProxy.length === 0) return ({ socket }) => limitAddress(socket.remoteAddress ?? "");
  const isTrusted = proxyAddr.compile([...trustProxy]);
  return (request) => limitAddress(proxyAddr.all(request, isTrusted).at(-1) ?? "");
};

const refuseByHeaders = (method: string, headers: IncomingHttpHeaders, bodyBytes: number): number | null => {
  if (method === "GET") return null;
  if (method !== "POST") return 405;
  const encoding = headers["content-encoding"];
  const isPlain = encoding === undefined || encoding === "identity";
  if (!isPlain || !JSON_TYPE.test(headers["content-type"] ?? "")) return 415;
  return Number(headers["content-length"] ?? 0) > bodyBytes ? 413 : null;
};

/** What stands behind the question mark. */
const searchOf = ({ url = "" }: IncomingMessage): string => url.slice(url.indexOf("?") + 1 || url.length);

interface Unreadable {
  readonly status: number;
  readonly detail?: string;
}

const textOf = async (request: IncomingMessage, most: number): Promise<string | Unreadable | "gone"> => {
  const bytes = await readBytes(request, most);
  if (bytes === "gone") return "gone";
  if (bytes === "too large") return { status: 413 };
  return isUtf8(bytes) ? bytes.toString("utf8") : { status: 400, detail: "The body must be UTF-8." };
};

const readBytes = (request: IncomingMessage, most: number): Promise<Buffer | "too large" | "gone"> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on("data", (part: Buffer) => {
      length += part.length;
      if (length <= most) parts.push(part);
      else {
        request.pause();
        resolve("too large");
      }
    });
    request.on("end", () => resolve(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)));
    request.on("error", () => resolve("gone"));
    request.on("close", () => resolve("gone"));
  });

const send = (edge: ResponseDefaults, response: ServerResponse, requestId: string, told: Sent): void => {
  const lines = [...edge.lines, "x-request-id", requestId];
  for (const name in told.headers) lines.push(name, told.headers[name] ?? "");
  // Neither of these has a body, nor says how long one would be.
  if (told.status !== 204 && told.status !== 304) lines.push("content-length", String(Buffer.byteLength(told.body)));
  response.writeHead(told.status, lines).end(told.body);
};

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

// An unread body would be taken for the next request of the connection.
const close = { connection: "close" };
const UNREADABLE = "Send an uncompressed application/json body in UTF-8.";
const FAILED: Problem = { code: "INTERNAL_SERVER_ERROR", message: "Something went wrong here. Try again later." };
const PROBLEMS: Readonly<Record<number, Problem>> = {
  400: { code: "BAD_USER_INPUT", message: "The request could not be read." },
  401: {
    code: "UNAUTHENTICATED",
    message: "Sign in first.",
    headers: { "www-authenticate": 'Bearer error="invalid_token"' },
  },
  403: { code: "FORBIDDEN", message: "A signed-in browser may call this only from the portal's own pages." },
  405: {
    code: "BAD_USER_INPUT",
    message: "Only POST and GET are accepted here.",
    headers: { allow: "GET, POST", ...close },
  },
  413: { code: "BAD_USER_INPUT", message: "The body is too large.", headers: close },
  415: { code: "BAD_USER_INPUT", message: UNREADABLE, headers: close },
};

const problem = (status: number, requestId: string, detail?: string): GraphqlResponse => {
  const { code, message, headers } = PROBLEMS[status] ?? FAILED;
  const extensions = { code, requestId, retryable: status >= 500 };
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
    body: JSON.stringify({ errors: [{ message: detail ?? message, extensions }] }),
  };
};
