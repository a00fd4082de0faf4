/** Somebody who listens over the real WebSocket, for tests: what came, how it ended, and a way to wait for it. */
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import type { TestServer } from "./test-server.js";

export interface Listening {
  // biome-ignore lint/suspicious/noExplicitAny: an event has the shape its own document asked for.
  readonly events: any[];
  /** Codes of the errors that ended it, or `[]` when the server completed it; null while it goes on. */
  ended(): readonly string[] | null;
  stop(): void;
}

export interface LiveListener {
  listen(query: string, variables?: Record<string, unknown>, operationName?: string): Listening;
  /** Code of the close frame, once the connection is closed. */
  closed(): number | null;
  stop(): Promise<void>;
}

export interface Credentials {
  readonly cookie?: string;
  readonly token?: string;
  readonly origin?: string;
}

export const listenAs = (server: TestServer, { cookie, token, origin = server.origin }: Credentials): LiveListener => {
  let closeCode: number | null = null;
  const headers = { origin, ...(cookie === undefined ? {} : { cookie }) };
  class Socket extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers });
    }
  }
  const client = createClient({
    url: `${server.origin.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    lazy: true,
    ...(token === undefined ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
    on: {
      closed: (event) => {
        closeCode = (event as { code: number }).code;
      },
    },
  });
  return {
    listen: (query, variables = {}, operationName = undefined) => {
      const events: unknown[] = [];
      let ended: readonly string[] | null = null;
      const stop = client.subscribe(
        { query, variables, ...(operationName === undefined ? {} : { operationName }) },
        {
          next: (event) => events.push(event),
          complete: () => {
            ended ??= [];
          },
          error: (problem) => {
            ended = Array.isArray(problem)
              ? problem.map((one: { extensions?: { code?: string } }) => one.extensions?.code ?? "none")
              : [`closed ${(problem as { code?: number }).code ?? "?"}`];
          },
        },
      );
      return { events, ended: () => ended, stop };
    },
    closed: () => closeCode,
    stop: async () => client.dispose(),
  };
};

/** Waits until `holds` or two seconds have passed: the caller asserts. */
export const eventually = async (holds: () => boolean, milliseconds = 2000): Promise<void> => {
  for (const until = performance.now() + milliseconds; !holds() && performance.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 10));
};
