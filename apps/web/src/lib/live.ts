/** Live updates: subscriptions over one WebSocket, loaded with the first of them; while there is none, who asked is told to ask again (F76). */

import type { TypedDocumentNode } from "@apollo/client";
import { ApolloLink, Observable } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";

/** How often a page asks again while the socket is not to be had. */
const POLL_MS = 15_000;

const listeners = new Set<() => void>();
let isConnected = false;

const setConnected = (next: boolean): void => {
  if (next === isConnected) return;
  isConnected = next;
  for (const listener of listeners) listener();
};

const onConnection = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const connect = async (): Promise<ApolloLink> => (await import("./live-socket")).openSocket(setConnected);

let link: Promise<ApolloLink> | null = null;

/** The end of the line for subscriptions. */
export const liveLink = new ApolloLink(
  (operation) =>
    new Observable((observer) => {
      let subscription: { unsubscribe(): void } | null = null;
      let isOver = false;
      link ??= connect();
      link.then(
        (loaded) => {
          if (!isOver)
            subscription = ApolloLink.execute(loaded, operation, { client: operation.client }).subscribe(observer);
        },
        (error: unknown) => {
          link = null;
          observer.error(error);
        },
      );
      return () => {
        isOver = true;
        subscription?.unsubscribe();
      };
    }),
);

/** True while the socket is open. */
export const useIsLive = (): boolean =>
  useSyncExternalStore(
    onConnection,
    () => isConnected,
    () => false,
  );

interface LiveOptions<Data, Variables> {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly isPaused?: boolean;
  /** What to do with an event; entities in it are in the cache by then. */
  readonly onEvent?: (data: Data) => void;
  /** Asks again: events may have been missed, the subscription ended, or there is no socket. */
  readonly refetch: () => unknown;
}

/** Keeps a page up to date: by events, and by asking every quarter of a minute while there is no socket. */
export function useLive<Data, Variables extends Record<string, unknown>>(options: LiveOptions<Data, Variables>): void {
  const client = useApolloClient();
  const isLive = useIsLive();
  const [times, setTimes] = useState(0);
  const latest = useRef(options);
  latest.current = options;
  const { document, isPaused = false } = options;
  const key = JSON.stringify(options.variables);

  useEffect(() => {
    if (isPaused) return;
    const variables = JSON.parse(key) as Variables;
    let again: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      latest.current.refetch();
      again = setTimeout(() => setTimes(times + 1), POLL_MS);
    };
    const subscription = client.subscribe({ query: document, variables } as never).subscribe({
      next: ({ data }) => {
        if (data !== undefined && data !== null) latest.current.onEvent?.(data as Data);
      },
      // What cannot be listened to is asked for instead; the page's own query tells the reason.
      error: end,
      // Rights or a session were taken away, or the server goes.
      complete: end,
    });
    return () => {
      clearTimeout(again);
      subscription.unsubscribe();
    };
  }, [client, document, key, isPaused, times]);

  const wasLive = useRef(isLive);
  useEffect(() => {
    // Something may have happened while there was no socket.
    if (isLive && !wasLive.current) latest.current.refetch();
    wasLive.current = isLive;
    if (isLive || isPaused) return;
    const timer = setInterval(() => {
      if (globalThis.document.visibilityState === "visible") latest.current.refetch();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [isLive, isPaused]);
}
