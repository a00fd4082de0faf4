/** The HTTP server: one Fastify instance for pages, API, sign-in and health, with security headers on every response. */
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Principal } from "./adapters/identity/authenticate.js";
import { createIdentity } from "./adapters/identity/identity.js";
import { registerMailPage } from "./adapters/mail/mail-page.js";
import type { Clock } from "./clock.js";
import type { Config } from "./config.js";
import { registerApiReference } from "./http/api-reference/reference-routes.js";
import { registerDevWeb } from "./http/dev-web.js";
import { errorBody, registerErrors } from "./http/errors.js";
import { type GraphqlRequest, type GraphqlResponse, registerGraphqlRoute } from "./http/graphql-route.js";
import { type Health, registerHealth } from "./http/health.js";
import { createSecurityHeaders, type SecurityHeaders } from "./http/security-headers.js";
import { registerSpa } from "./http/spa.js";
import type { Keys } from "./keys.js";
import type { Database } from "./storage/index.js";

export interface ServerOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly db: Database;
  readonly keys: Keys;
  readonly health: Health;
  readonly log: FastifyBaseLogger;
  readonly version: string;
  /** Answers an operation; called only once `health.isMigrated`. */
  readonly handleGraphql: (request: GraphqlRequest<Principal>) => Promise<GraphqlResponse>;
  /** Folder of the built SPA, or of its sources when Vite serves them. */
  readonly web:
    | { readonly kind: "built"; readonly root: string }
    | { readonly kind: "development"; readonly root: string };
}

const ALWAYS_OPEN = new Set(["/livez", "/readyz", "/version"]);

export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const { config, health, db } = options;
  const isDevelopment = options.web.kind === "development";
  const headers = createSecurityHeaders({
    isHttps: config.publicOrigin.startsWith("https:"),
    formTargets: config.oidc === null ? [] : [new URL(config.oidc.issuer).origin],
    isDevelopment,
  });
  const app = createApp(options, headers);
  registerErrors(app);
  registerHealth(app, health, () => db.isWritable(), options.version);
  const identity = createIdentity({ ...options, log: options.log });
  identity.register(app);
  registerGraphqlRoute<Principal>(app, {
    publicOrigin: config.publicOrigin,
    bodyBytes: config.limits.bodyBytes,
    authenticate: identity.authenticate,
    handle: options.handleGraphql,
  });
  registerMailPage(app, db, identity.authenticate);
  registerApiReference(app, { origin: config.publicOrigin, limits: config.limits });
  if (isDevelopment) await registerDevWeb(app, options.web.root, headers);
  else registerSpa(app, options.web.root, headers);
  await app.ready();
  return app;
};

const createApp = ({ config, log, clock, health }: ServerOptions, headers: SecurityHeaders): FastifyInstance => {
  const fixed = Object.entries(headers.fixed);
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: config.limits.bodyBytes,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 15_000, maxHeaderSize: 16_384 },
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: (error, socket) => answerMalformed(error, socket, fixed),
    frameworkErrors: (error, request, reply) => {
      const status = error.statusCode ?? 400;
      const fields = {
        ...headers.fixed,
        "x-request-id": request.id,
        "content-type": "application/json; charset=utf-8",
      };
      reply.raw.writeHead(status, fields).end(JSON.stringify(errorBody(status, request.id)));
    },
  });
  // On the raw response: what a mounted handler answers past Fastify carries them too.
  app.addHook("onRequest", async (request, reply) => {
    for (const [name, value] of fixed) reply.raw.setHeader(name, value);
    reply.raw.setHeader("x-request-id", request.id);
    if (!health.isMigrated && !ALWAYS_OPEN.has(request.url)) {
      return reply
        .code(503)
        .headers({ "retry-after": "2", "cache-control": "no-store" })
        .send(errorBody(503, request.id));
    }
  });
  app.addHook("onResponse", async (request, reply) => {
    const fields = {
      reqId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
    };
    log.info({ ...fields, ms: Math.round(reply.elapsedTime * 10) / 10, at: clock.now() }, "request");
  });
  return app;
};

const MALFORMED: Readonly<Record<string, [status: number, text: string]>> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
};

/** What is not even HTTP gets a bare answer, with the same headers, and the connection ends. */
const answerMalformed = (
  error: Error & { code?: string },
  socket: Socket,
  fixed: readonly (readonly [string, string])[],
): void => {
  if (!socket.writable) return void socket.destroy();
  const [status, text] = MALFORMED[error.code ?? ""] ?? [400, "Bad Request"];
  const requestId = randomUUID();
  const body = JSON.stringify(errorBody(status, requestId));
  const lines = [
    ...fixed,
    ["x-request-id", requestId],
    ["content-type", "application/json; charset=utf-8"],
    ["content-length", String(body.length)],
    ["connection", "close"],
  ];
  socket.end(
    `HTTP/1.1 ${status} ${text}\r\n${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n${body}`,
  );
};
