/** What comes to /graphql, behind the HTTP layer: limits before parsing, Apollo Server with graphql-jit or graphql-js, one form of answer. */

import { type Language, MINUTE } from "@accord/domain";
import { ApolloServer, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import type { Clock } from "../clock.js";
import type { Database } from "../db/index.js";
import type { GraphqlRequest, GraphqlResponse } from "../http/graphql-exchange.js";
import type { LiveAnswer, LiveQuery, LiveRequest } from "../http/live-socket.js";
import type { Limits } from "../limits/limits.js";
import type { Principal } from "../principal.js";
import type { Services } from "../service.js";
import { languageOf, liveLanguageOf } from "../text/language.js";
import { type AnswerLog, answerPlugin } from "./answer.js";
import { createGateway, type Executed } from "./apollo-gateway.js";
import type { PolicyTables } from "./apply-policies.js";
import { createBrakes } from "./buckets.js";
import type { ModuleContext, RequestContext } from "./context.js";
import { createDirectAnswer } from "./direct-answer.js";
import { createDocumentStore } from "./document-store.js";
import { readAsked, withDigest } from "./get-request.js";
import type { LiveFields } from "./live/live-field.js";
import { LiveHub } from "./live/live-hub.js";
import { createLiveOperations } from "./live/live-operations.js";
import { createLoaders } from "./loaders.js";
import { maskError, nameThrown, wholeSeconds } from "./mask-errors.js";
import { type ComplexityLimit, type Costs, createComplexityLimit, operationLimits } from "./operation-limits.js";
import { createOperations, type Operations } from "./operations.js";
import { problemResponse } from "./request-body.js";
import { staticLimits } from "./static-limits.js";

export interface OperationOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly log: AnswerLog;
  readonly schema: GraphQLSchema;
  /** Who may ask and see what; the schema was built with them. */
  readonly policies: Pick<PolicyTables, "roots" | "objectPolicies">;
  readonly live: LiveFields;
  readonly nodes: RequestContext["nodes"];
  readonly services: Services;
  /** The modules' part of a request's context, made anew for each. */
  readonly moduleContext: () => ModuleContext;
  readonly refusals?: RequestContext["refusals"] | undefined;
  /** Which executor runs operations; the suite passes with both. */
  readonly executor?: "jit" | "graphql-js" | undefined;
  /** Whether what is compiled may be answered without Apollo, as it is unless said otherwise; the answers are the same. */
  readonly isDirect?: boolean | undefined;
}

export interface GraphqlHandler {
  handle(request: GraphqlRequest<Principal>): Promise<GraphqlResponse>;
  /** Listens for changes on behalf of a connection (http/live-socket.ts). */
  subscribe(query: LiveQuery, request: LiveRequest<Principal>): Promise<LiveAnswer>;
  /** Lets running operations end, and takes no new ones. */
  drain(): Promise<void>;
}

const NOT_COUNTED: RequestContext["refusals"] = { add: () => undefined };

export const createOperationHandler = async (options: OperationOptions): Promise<GraphqlHandler> => {
  const { db, clock, limits, log, schema, services, policies } = options;
  const costs: Costs = new WeakMap();
  const operations = createOperations(schema, limits, options.executor);
  const executed: Executed = new WeakMap();
  const contentTypes = new LRUCache<string, string>({ max: 500 });
  const admit = createComplexityLimit(schema, limits, costs);
  const apollo = await startApollo(options, { costs, operations, executed, admit });
  const answerDirectly = createDirectAnswer({ operations, executed, contentTypes, admit, limits, costs });
  const anonymous = createBrakes(limits.anonymousPerMinute, MINUTE);
  const contextOf = createContextMaker(options);

  const answer = async (
    request: GraphqlRequest<Principal>,
    body: Record<string, unknown>,
    context: RequestContext,
  ): Promise<GraphqlResponse> => {
    const { accept } = request.headers;
    const direct = options.isDirect === false ? null : await answerDirectly(body, accept, context);
    if (direct !== null) return direct;
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: "POST", headers: headersOf(request), search: "", body },
      context: async () => context,
    });
    const contentType = response.headers.get("content-type");
    if (response.status === undefined && contentType !== undefined) contentTypes.set(accept ?? "", contentType);
    return toResponse(response, context, costs.has(context.authorised));
  };

  const handle = async (request: GraphqlRequest<Principal>): Promise<GraphqlResponse> => {
    const told = {
      language: languageOf(request.headers["accept-language"], request.principal),
      requestId: request.requestId,
    };
    const wait = request.principal.kind === "anonymous" ? anonymous(request.address, clock.now()) : 0;
    if (wait > 0) return problemResponse(429, "RATE_LIMITED", told, { "retry-after": String(wholeSeconds(wait)) });
    const asked = readAsked(request, operations);
    if ("refused" in asked) return problemResponse(asked.refused, "BAD_USER_INPUT", told, asked.headers);
    const abort = new AbortController();
    const context = contextOf(request, abort.signal, told.language);
    const timeout = startTimeout(limits.operationMilliseconds, abort);
    try {
      const response = await Promise.race([answer(request, asked.body, context), timeout.passed]);
      if (response === null) return problemResponse(503, "UNAVAILABLE", told, { "retry-after": "1" });
      return withDigest(response, request);
    } catch (error) {
      log.error({ err: error, requestId: request.requestId }, "an operation could not be answered");
      return problemResponse(500, "INTERNAL_SERVER_ERROR", told);
    } finally {
      timeout.clear();
    }
  };
  const hub = new LiveHub(db);
  const live = createLiveOperations({
    schema,
    operations,
    fields: options.live,
    roots: policies.roots,
    hub,
    admit,
    log,
  });
  const subscribe: GraphqlHandler["subscribe"] = (query, request) =>
    live.subscribe(query, {
      requestId: request.requestId,
      language: liveLanguageOf(request.headers, { kind: "anonymous" }),
      principal: request.principal,
      contextFor: (principal) =>
        contextOf({ ...request, principal }, NEVER, liveLanguageOf(request.headers, principal)),
    });
  const drain = async (): Promise<void> => {
    services.stop();
    await hub.stop();
    await apollo.stop();
  };
  return { handle, subscribe, drain };
};

/** Makes the context of an operation, or of an event. */
const createContextMaker =
  ({ db, clock, limits, services, policies, ...options }: OperationOptions) =>
  (request: Asking, signal: AbortSignal, language: Language): RequestContext => ({
    ...options.moduleContext(),
    principal: request.principal,
    now: clock.now(),
    clock,
    db,
    limits,
    signal,
    language,
    requestId: request.requestId,
    address: request.address,
    refusals: options.refusals ?? NOT_COUNTED,
    loaders: createLoaders(db),
    service: services.of,
    objectPolicies: policies.objectPolicies,
    nodes: options.nodes,
    authorised: new WeakSet(),
  });

type Asking = Pick<GraphqlRequest<Principal>, "principal" | "headers" | "requestId" | "address">;
/** An event takes as long as it takes: nobody waits for it. */
const NEVER = new AbortController().signal;

interface Running {
  readonly costs: Costs;
  readonly operations: Operations;
  readonly executed: Executed;
  readonly admit: ComplexityLimit;
}

const startApollo = async (
  { schema, limits, log }: OperationOptions,
  { costs, operations, executed, admit }: Running,
): Promise<ApolloServer<RequestContext>> => {
  const apollo = new ApolloServer<RequestContext>({
    gateway: createGateway(schema, operations, executed),
    documentStore: createDocumentStore(),
    parseOptions: { maxTokens: limits.documentTokens },
    validationRules: staticLimits(limits),
    maxRecursiveSelections: 10_000,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    introspection: true,
    // The schema is public: a misspelt name is answered with the right one.
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: "production",
    formatError: nameThrown,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      operationLimits(admit, executed),
      answerPlugin({ schema, limits, costs, log }),
    ],
  });
  await apollo.start();
  return apollo;
};

const headersOf = (request: GraphqlRequest<Principal>): HeaderMap => {
  const headers = new HeaderMap();
  if (request.headers.accept !== undefined) headers.set("accept", request.headers.accept);
  // Whatever way it came, it is a body by now; the route has refused every other.
  headers.set("content-type", "application/json");
  return headers;
};

const toResponse = (
  response: HTTPGraphQLResponse,
  { language, requestId }: RequestContext,
  isAnswered: boolean,
): GraphqlResponse => {
  const text = response.body.kind === "complete" ? response.body.string : "";
  const headers = { ...Object.fromEntries(response.headers), "cache-control": "no-store" };
  return { status: response.status ?? 200, headers, body: isAnswered ? text : masked(text, language, requestId) };
};

/** Errors found before an operation was known passed no plugin; masking twice changes nothing. */
const masked = (text: string, language: RequestContext["language"], requestId: string): string => {
  const body = JSON.parse(text) as { errors?: Parameters<typeof maskError>[0][] };
  if (body.errors === undefined || body.errors.every((error) => error.extensions?.requestId === requestId)) return text;
  return JSON.stringify({ ...body, errors: body.errors.map((error) => maskError(error, language, requestId)) });
};

const startTimeout = (milliseconds: number, abort: AbortController): { passed: Promise<null>; clear(): void } => {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      abort.abort();
      resolve(null);
    }, milliseconds);
  });
  return { passed, clear: () => clearTimeout(timer) };
};
