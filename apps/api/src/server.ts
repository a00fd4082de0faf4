/** The HTTP server: one Fastify instance for pages, API, sign-in and health, with security headers on every response. */
import { randomUUID } from "node:crypto";
import type { RequestListener, Server } from "node:http";
import type { Socket } from "node:net";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { registerApiReference } from "./api-reference/reference-routes.js";
import type { Config } from "./config.js";
import type { Clock } from "./kernel/clock.js";
import type { Database } from "./kernel/db/index.js";
import { registerCompression } from "./kernel/http/compression.js";
import { registerDevWeb } from "./kernel/http/dev-web.js";
import { errorBody, registerErrors } from "./kernel/http/errors.js";
import { createForwardedWatch } from "./kernel/http/forwarded.js";
import type { GraphqlRequest, GraphqlResponse } from "./kernel/http/graphql-exchange.js";
import { createAddressOf, createGraphqlRoute, isGraphqlPath, type RawRoute } from "./kernel/http/graphql-route.js";
import { type Health, registerHealth } from "./kernel/http/health.js";
import { type LiveSocketOptions, openLiveSocket } from "./kernel/http/live-socket.js";
import { createResponseDefaults, type ResponseDefaults } from "./kernel/http/response-defaults.js";
import { headersFor, type SecurityHeaders } from "./kernel/http/security-headers.js";
import { registerSpa } from "./kernel/http/spa.js";
import type { Principal } from "./kernel/principal.js";
import type { Authenticate, IdentityAdapter } from "./modules/identity/module.js";

export interface ServerOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly db: Database;
  readonly health: Health;
  readonly log: FastifyBaseLogger;
  readonly version: string;
  readonly identity: IdentityAdapter;
  /** Adds the addresses of the modules. */
  readonly routes: (app: FastifyInstance) => void;
  /** Answers an operation; called only once `health.isMigrated`. */
  readonly handleGraphql: (request: GraphqlRequest<Principal>) => Promise<GraphqlResponse>;
  /** Listens for changes; called only once `health.isMigrated`. */
  readonly subscribe: LiveSocketOptions<Principal>["subscribe"];
  /** Gives the HTTP server that `answer` is reached through. */
  readonly serve: (answer: RequestListener) => Server;
  /** Folder of the built SPA, or of its sources when Vite serves them. */
  readonly web:
    | { readonly kind: "built"; readonly root: string }
    | { readonly kind: "development"; readonly root: string };
}

export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const { config, health, db, identity } = options;
  const isDevelopment = options.web.kind === "development";
  const headers = headersFor(config, isDevelopment);
  const edge = createResponseDefaults(headers, options);
  const graphql = createGraphqlRoute<Principal>({
    publicOrigin: config.publicOrigin,
    bodyBytes: config.limits.bodyBytes,
    corsOrigins: config.corsOrigins,
    trustProxy: config.trustProxy,
    edge,
    log: options.log,
    authenticate: identity.authenticate,
    handle: options.handleGraphql,
  });
  const app = createApp(options, headers, edge, graphql);
  registerErrors(app);
  // What they add to an answer is added before it is compressed.
  options.routes(app);
  registerCompression(app);
  registerHealth(app, health, () => db.isWritable(), options.version);
  registerApiReference(app, { origin: config.publicOrigin, limits: config.limits });
  const page = { headers, readerOf: identity.visitor.readerOf };
  if (isDevelopment) await registerDevWeb(app, options.web.root, page);
  else registerSpa(app, options.web.root, page);
  registerLive(app, options, identity.recognise);
  await app.ready();
  return app;
};

const registerLive = (
  app: FastifyInstance,
  { config, health, log, subscribe }: ServerOptions,
  recognise: Authenticate,
): void => {
  const live = openLiveSocket<Principal>(app.server, {
    publicOrigin: config.publicOrigin,
    health,
    bodyBytes: config.limits.bodyBytes,
    log,
    limits: config.limits,
    addressOf: createAddressOf(config.trustProxy),
    accountOf: (principal) => (principal.kind === "anonymous" ? "" : principal.account.id),
    recognise,
    subscribe,
  });
  app.addHook("preClose", () => live.close());
};

const createApp = (
  { config, log, serve, health }: ServerOptions,
  headers: SecurityHeaders,
  edge: ResponseDefaults,
  graphql: RawRoute,
): FastifyInstance => {
  const noticeForwarded = createForwardedWatch({ trustProxy: config.trustProxy, health, log });
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: config.limits.bodyBytes,
    serverFactory: (toFastify) =>
      serve((request, response) => {
        noticeForwarded(request);
        if (isGraphqlPath(request.url)) graphql(request, response);
        else toFastify(request, response);
      }),
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: (error, socket) => answerMalformed(error, socket, edge.fixed),
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
    for (const [name, value] of edge.fixed) reply.raw.setHeader(name, value);
    reply.raw.setHeader("x-request-id", request.id);
    const closed = edge.closedAnswer(request.url, request.id);
    if (closed !== null) return reply.code(closed.status).headers(closed.headers).send(closed.body);
  });
  app.addHook("onResponse", async (request, reply) => {
    const line = { reqId: request.id, method: request.method, route: request.routeOptions.url ?? null };
    edge.logAnswer({ ...line, status: reply.statusCode }, edge.now() - reply.elapsedTime);
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
