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
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Health } from "./health.js";
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

export interface LiveSocketOptions<Principal extends { readonly kind: string }> {
  readonly publicOrigin: string;
  readonly health: Health;
  readonly bodyBytes: number;
  readonly log: { warn(fields: object, message: string): void };
  /** Recognises without keeping a session alive. Throws an error named AuthenticationError. */
  recognise(headers: IncomingHttpHeaders): Promise<Principal>;
  subscribe(query: LiveQuery, request: LiveRequest<Principal>): Promise<LiveAnswer>;
  readonly limits: {
    /** Of those that have not said who they are yet. */
    readonly liveConnectionsPerAddress: number;
    readonly liveConnectionsPerAccount: number;
    readonly liveSubscriptionsPerConnection: number;
  };
  /** What limits count by. */
  addressOf(request: IncomingMessage): string;
  accountOf(principal: Principal): string;
  /** How often open connections are asked who they are; milliseconds. */
  readonly sweepEvery?: number;
}

/** Milliseconds in which a connection must have said who it is. */
const INIT_WAIT = 5000;
/** How long a principal is taken for granted between two events. */
const TRUST_MS = 1000;
const SWEEP_MS = 3000;
const PING_MS = 15_000;
const FORBIDDEN = 4403;
/** "Try again later": the client does, and asks by itself meanwhile. */
const TRY_AGAIN_LATER = 1013;
const GOING_AWAY = 1001;
const FAREWELL_MS = 1000;

export interface LiveSocket {
  close(): Promise<void>;
}

interface Connection<Principal> {
  readonly socket: WebSocket;
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
  principal: { readonly value: Promise<Principal | null>; readonly asked: number } | null;
  account: string;
  subscriptions: number;
}

export const openLiveSocket = <Principal extends { readonly kind: string }>(
  server: Server,
  options: LiveSocketOptions<Principal>,
): LiveSocket => {
  const connections = new Map<WebSocket, Connection<Principal>>();
  const protocol = (offered: Set<string>): string | false =>
    offered.has("graphql-transport-ws") ? "graphql-transport-ws" : false;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.bodyBytes, handleProtocols: protocol });

  const recognise = (connection: Connection<Principal>): Promise<Principal | null> => {
    const now = performance.now();
    const known = connection.principal;
    if (known !== null && now - known.asked < TRUST_MS) return known.value;
    const value = options
      .recognise(connection.headers)
      .then((principal) => (principal.kind === "anonymous" ? null : principal));
    connection.principal = { value, asked: now };
    return value;
  };

  const door = useServer(
    {
      connectionInitWaitTimeout: INIT_WAIT,
      onConnect: async ({ extra, connectionParams }) => {
        const connection: Connection<Principal> = {
          socket: extra.socket as WebSocket,
          headers: withToken(extra.request.headers, connectionParams),
          address: options.addressOf(extra.request),
          principal: null,
          account: "",
          subscriptions: 0,
        };
        const principal = await recognise(connection).catch((error: unknown) => {
          if (isNotRecognised(error)) return null;
          // Nobody was judged: whoever asks comes again, instead of being shown out.
          options.log.warn({ err: error }, "a live connection could not be recognised");
          return "unknown" as const;
        });
        const later = (): Promise<boolean> =>
          new Promise(() => connection.socket.close(TRY_AGAIN_LATER, "Try again later"));
        if (principal === "unknown") return later();
        if (principal === null) return false;
        connection.account = options.accountOf(principal);
        const own = [...connections.values()].filter(({ account }) => account === connection.account).length;
        if (own >= options.limits.liveConnectionsPerAccount) return later();
        connections.set(connection.socket, connection);
        return true;
      },
      onSubscribe: async ({ extra }, _id, payload) => {
        const connection = connections.get(extra.socket as WebSocket);
        if (connection === undefined) throw new Error("a subscription of an unknown connection");
        if (connection.subscriptions >= options.limits.liveSubscriptionsPerConnection) return [TOO_MANY];
        connection.subscriptions += 1;
        const answer = await options.subscribe(payload, {
          requestId: randomUUID(),
          headers: connection.headers,
          address: connection.address,
          principal: () => recognise(connection),
        });
        if ("errors" in answer) {
          connection.subscriptions -= 1;
          return answer.errors;
        }
        // Judged already; the events are carried to `subscribe` below.
        return {
          schema: NOTHING,
          document: answer.document,
          operationName: payload.operationName,
          contextValue: answer.events,
        };
      },
      subscribe: (args) => args.contextValue as AsyncGenerator<ExecutionResult>,
      onComplete: ({ extra }) => {
        const connection = connections.get(extra.socket as WebSocket);
        if (connection !== undefined) connection.subscriptions -= 1;
      },
      onClose: ({ extra }) => {
        connections.delete(extra.socket as WebSocket);
      },
    },
    sockets,
    PING_MS,
  );

  /** Connections that have not said who they are: each has some seconds for it, so an address is full for no longer. */
  const isFull = (address: string): boolean => {
    const silent = [...sockets.clients].filter((one) => !connections.has(one) && addresses.get(one) === address);
    return silent.length >= options.limits.liveConnectionsPerAddress;
  };
  const isKnown = ({ headers }: IncomingMessage): Promise<boolean> =>
    options.recognise(headers).then(
      ({ kind }) => kind !== "anonymous",
      () => false,
    );

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
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
  server.on("upgrade", upgrade);

  const sweep = setInterval(() => {
    for (const connection of connections.values()) {
      recognise(connection).then(
        (principal) => void (principal ?? connection.socket.close(FORBIDDEN, "Forbidden")),
        (error: unknown) => {
          // Credentials that became no good end the connection; a database that does not answer does not.
          if (isNotRecognised(error)) connection.socket.close(FORBIDDEN, "Forbidden");
          else options.log.warn({ err: error }, "a live connection could not be recognised");
        },
      );
    }
  }, options.sweepEvery ?? SWEEP_MS);
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

const isNotRecognised = (error: unknown): boolean => error instanceof Error && error.name === "AuthenticationError";

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
