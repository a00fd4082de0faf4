/** Listens at several addresses as one server: Node's own takes one alone. */
import { createServer, type Server } from "node:net";
import { ConfigError } from "../config-error.js";

/** What listens besides a server and hands its connections over. */
const besides = new WeakMap<Server, Server[]>();
/** A kind of address this machine lacks. */
const MISSING: ReadonlySet<unknown> = new Set(["EAFNOSUPPORT", "EADDRNOTAVAIL"]);

/**
 * Opens `port` at each address this machine has. Rejects when one of them is taken (EADDRINUSE), leaving nothing open.
 * Throws ConfigError when this machine has none of them.
 */
export const listenAt = async (
  server: Server,
  port: number,
  addresses: readonly string[],
  name: "BIND" | "METRICS_BIND" = "BIND",
): Promise<void> => {
  const others: Server[] = [];
  besides.set(server, others);
  try {
    for (const address of addresses) {
      const isFirst = !server.listening;
      const listener = isFirst ? server : createServer((socket) => server.emit("connection", socket));
      const isOpen = await open(listener, port, address);
      if (isOpen && !isFirst) others.push(listener);
    }
  } catch (error) {
    await Promise.all([closeBesides(server), new Promise((resolve) => server.close(resolve))]);
    throw error;
  }
  if (!server.listening) throw new ConfigError(`${name} ${addresses.join(",")} is no address of this machine`);
};

/** Takes no more connections there; resolves once those that came that way have ended. */
export const closeBesides = async (server: Server): Promise<void> => {
  const others = besides.get(server)?.splice(0) ?? [];
  await Promise.all(others.map((other) => new Promise((resolve) => other.close(resolve))));
};

/** The host by which this machine itself reaches what listens at these addresses. */
export const ownHost = ([address = ""]: readonly string[]): string => {
  if (address === "::" || address === "0.0.0.0") return "127.0.0.1";
  return address.includes(":") ? `[${address}]` : address;
};

/** False where the machine has no such address. */
const open = async (server: Server, port: number, address: string): Promise<boolean> => {
  try {
    await listen(server, port, address);
    return true;
  } catch (error) {
    if (!MISSING.has((error as NodeJS.ErrnoException).code)) throw error;
    // A machine without IPv6.
    return address === "::" ? open(server, port, "0.0.0.0") : false;
  }
};

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      resolve();
    });
  });
