/** Serves the numbers on a port of their own, for whoever scrapes them inside the network: GET /metrics and nothing else. */
import { createServer } from "node:http";
import { ConfigError } from "../config-error.js";
import { closeBesides, listenAt } from "../http/listen.js";
import { METRICS_TYPE, type Metrics } from "./metrics.js";

/** Resolves once it listens, to what closes it. @throws ConfigError when the port is taken */
export const openMetricsPort = async (
  port: number,
  addresses: readonly string[],
  metrics: Metrics,
): Promise<() => Promise<void>> => {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics" || request.method !== "GET") return void response.writeHead(404).end();
    metrics.text().then(
      (text) => response.writeHead(200, { "content-type": METRICS_TYPE, "cache-control": "no-store" }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  await listenAt(server, port, addresses, "METRICS_BIND").catch((error: NodeJS.ErrnoException) => {
    const isTaken = error.code === "EADDRINUSE";
    throw isTaken ? new ConfigError(`port ${port} is in use; set METRICS_PORT to another one`) : error;
  });
  return async () => {
    server.closeAllConnections();
    await Promise.all([closeBesides(server), new Promise((resolve) => server.close(resolve))]);
  };
};
