/** The WebSocket door of /graphql (graphql-transport-ws): who may open it, how many may, and who is shown out (I-13, A-8). */
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import {
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  GraphQLSchema,
} from "graphql";
import type { ConnectionInitMessage, ServerOptions as HandlerOptions } from "graphql-ws";
import { type Extra, useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Health } from "./health.js";
import { type ConnectionOptions, LiveConnections } from "./live-connections.js";
import { isSameOrigin } from "./request-origin.js";

export interface LiveRequest<Principal> {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
  /** As it is now; null once the sign-in or the token is no good any more. */
  principal(): Promise<Principal | null>;
}

export interface LiveQuery {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export type LiveAnswer =
  | { readonly events: AsyncIterableIterator<FormattedExecutionResult>; readonly document: DocumentNode }
  | { readonly errors: readonly GraphQLError[] };

export interface LiveSocketOptions<Principal extends { readonly kind: string }> extends ConnectionOptions<Principal> {
  readonly publicOrigin: string;
  readonly health: Health;
  readonly bodyBytes: number;
  subscribe(query: LiveQuery, request: LiveRequest<Principal>): Promise<LiveAnswer>;
  readonly limits: ConnectionOptions<Principal>["limits"] & {
    /** Of those that have not said who they are yet. */
    readonly liveConnectionsPerAddress: number;
    readonly liveSubscriptionsPerConnection: number;
  };
  /** What limits count by. */
  addressOf(request: IncomingMessage): string;
  /** How often open connections are asked who they are; milliseconds. */
  readonly sweepEvery?: number;
}

/** Milliseconds in which a connection must have said who it is. */
const INIT_WAIT = 5000;
const SWEEP_MS = 3000;
const PING_MS = 15_000;
/** "Try again later": the client does, and asks by itself meanwhile. */
const TRY_AGAIN_LATER = 1013;
const GOING_AWAY = 1001;
const FAREWELL_MS = 1000;

export interface LiveSocket {
  close(): Promise<void>;
}

export const openLiveSocket = <Principal extends { readonly kind: string }>(
  server: Server,
  options: LiveSocketOptions<Principal>,
): LiveSocket => {
  const connections = new LiveConnections(options);
  const protocol = (offered: Set<string>): string | false =>
    offered.has("graphql-transport-ws") ? "graphql-transport-ws" : false;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.bodyBytes, handleProtocols: protocol });
  const door = useServer(createHandlers(connections, options), sockets, PING_MS);
  const upgrade = createUpgrade(sockets, connections, options);
  server.on("upgrade", upgrade);
  const sweep = setInterval(() => connections.sweep(), options.sweepEvery ?? SWEEP_MS);
  sweep.unref();
  return {
    close: async () => {
      clearInterval(sweep);
      server.off("upgrade", upgrade);
      for (const client of sockets.clients) client.close(GOING_AWAY, "Going away");
      await door.dispose();
      // Who does not answer the farewell is not waited for.
      setTimeout(() => {
        for (const client of sockets.clients) client.terminate();
      }, FAREWELL_MS).unref();
    },
  };
};

/** What happens to a connection, from its first message to its end. */
const createHandlers = <Principal extends { readonly kind: string }>(
  connections: LiveConnections<Principal>,
  options: LiveSocketOptions<Principal>,
): HandlerOptions<ConnectionInitMessage["payload"], Extra> => ({
  connectionInitWaitTimeout: INIT_WAIT,
  onConnect: async ({ extra, connectionParams }) => {
    const socket = extra.socket as WebSocket;
    const headers = withToken(extra.request.headers, connectionParams);
    const judged = await connections.admit(socket, headers, options.addressOf(extra.request));
    // Never answered: the connection is closed with a code that asks to come again.
    if (judged === "later") return new Promise(() => socket.close(TRY_AGAIN_LATER, "Try again later"));
    return judged === "in";
  },
  onSubscribe: async ({ extra }, _id, query) => {
    const connection = connections.find(extra.socket as WebSocket);
    if (connection === undefined) throw new Error("a subscription of an unknown connection");
    if (connection.subscriptions >= options.limits.liveSubscriptionsPerConnection) return [TOO_MANY];
    connection.subscriptions += 1;
    const { headers, address } = connection;
    const principal = (): Promise<Principal | null> => connections.recognise(connection);
    const answer = await options.subscribe(query, { requestId: randomUUID(), headers, address, principal });
    if ("errors" in answer) {
      connection.subscriptions -= 1;
      return answer.errors;
    }
    // Judged already; the events are carried to `subscribe` below.
    const { document, events } = answer;
    return { schema: NOTHING, document, operationName: query.operationName, contextValue: events };
  },
  subscribe: (args) => args.contextValue as AsyncGenerator<ExecutionResult>,
  onComplete: ({ extra }) => {
    const connection = connections.find(extra.socket as WebSocket);
    if (connection !== undefined) connection.subscriptions -= 1;
  },
  onClose: ({ extra }) => connections.leave(extra.socket as WebSocket),
});

/** Lets a request become a connection, or turns it away with a status. */
const createUpgrade = <Principal extends { readonly kind: string }>(
  sockets: WebSocketServer,
  connections: LiveConnections<Principal>,
  options: LiveSocketOptions<Principal>,
) => {
  /** Connections that have not said who they are: each has some seconds for it, so an address is full for no longer. */
  const isFull = (address: string): boolean => {
    const silent = [...sockets.clients].filter((one) => !connections.find(one) && addresses.get(one) === address);
    return silent.length >= options.limits.liveConnectionsPerAddress;
  };
  const isKnown = ({ headers }: IncomingMessage): Promise<boolean> =>
    options.recognise(headers).then(
      ({ kind }) => kind !== "anonymous",
      () => false,
    );
  return async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const refusal = refuse(request, options);
    if (refusal === "not ours") return;
    const turnAway = (line: string): void =>
      void socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    if (refusal !== null) return turnAway(refusal);
    socket.on("error", () => undefined);
    if (isFull(options.addressOf(request)) && !(await isKnown(request))) return turnAway(FULL_ADDRESS);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      addresses.set(opened, options.addressOf(request));
      sockets.emit("connection", opened, request);
    });
  };
};

/** What executes operations elsewhere; here nothing does. */
const NOTHING = new GraphQLSchema({});
const FULL_ADDRESS = `429 Too Many Requests\r\nRetry-After: ${INIT_WAIT / 1000}`;
const TOO_MANY = new GraphQLError("This connection holds as many subscriptions as it may.", {
  extensions: { code: "BAD_USER_INPUT", retryable: false },
});
/** By connection, for counting. */
const addresses = new WeakMap<WebSocket, string>();

const refuse = (
  request: IncomingMessage,
  { publicOrigin, health }: Pick<LiveSocketOptions<never>, "publicOrigin" | "health">,
): string | null => {
  // Vite's own socket in development.
  if (request.headers["sec-websocket-protocol"]?.startsWith("vite") === true) return "not ours";
  if (!/^\/graphql(?:$|\?)/.test(request.url ?? "")) return "404 Not Found";
  if (!health.isMigrated || health.isDraining) return "503 Service Unavailable";
  // A browser sends its cookies to whoever asks it to: only our own pages may (I-13).
  return isSameOrigin(request.headers, publicOrigin) ? null : "403 Forbidden";
};

/** A token comes with the connection's first message: a browser cannot set headers here. */
const withToken = (
  headers: IncomingHttpHeaders,
  params: Readonly<Record<string, unknown>> | null | undefined,
): IncomingHttpHeaders => {
  const authorization = params?.authorization;
  return typeof authorization === "string" ? { ...headers, authorization } : headers;
};
