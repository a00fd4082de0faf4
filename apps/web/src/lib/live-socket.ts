/** The WebSocket of the live updates: loaded with the first page that listens. */
import type { ApolloLink } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
// Not the package's index: that one brings its server and the whole of graphql along.
import { createClient } from "graphql-ws/client";

const FORBIDDEN = 4403;
const RETRY_MS = 1000;
const RETRY_MAX_MS = 30_000;

const socketUrl = (): string => `${window.location.origin.replace(/^http/, "ws")}/graphql`;

/** The end of the line; `onChange` is told when the socket opens and closes. */
export const openSocket = (onChange: (isOpen: boolean) => void): ApolloLink => {
  const client = createClient({
    url: socketUrl(),
    lazyCloseTimeout: 5000,
    keepAlive: 20_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    // Whoever was shown out signs in first; everything else may come back.
    shouldRetry: (problem) => !(problem instanceof CloseEvent && problem.code === FORBIDDEN),
    retryWait: (attempt) => {
      const longest = Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** attempt);
      return new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
    },
    on: { connected: () => onChange(true), closed: () => onChange(false) },
  });
  return new GraphQLWsLink(client);
};
