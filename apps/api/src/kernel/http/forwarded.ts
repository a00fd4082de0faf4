/** A proxy that nobody named: without TRUST_PROXY everybody behind it is one address, and shares its limits (K4). */
import type { IncomingMessage } from "node:http";
import type { Health } from "./health.js";

const NOTE =
  "X-Forwarded-For arrives but TRUST_PROXY is not set: everybody behind that proxy counts as one address and shares its limits; set TRUST_PROXY to the proxy's address";

export interface ForwardedOptions {
  readonly trustProxy: readonly string[];
  readonly health: Health;
  readonly log: { warn(fields: object, message: string): void };
}

/** Looks at every request; says it once, in the log, and on /readyz from then on. */
export const createForwardedWatch = ({
  trustProxy,
  health,
  log,
}: ForwardedOptions): ((request: IncomingMessage) => void) => {
  if (trustProxy.length > 0) return () => undefined;
  return ({ headers, socket }) => {
    if (headers["x-forwarded-for"] === undefined || health.notes.has(NOTE)) return;
    health.notes.add(NOTE);
    log.warn({ from: socket.remoteAddress }, NOTE);
  };
};
