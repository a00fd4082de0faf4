/** Closes a server without waiting for connections that ask nothing: browsers open some in advance and keep them for a minute. */
import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { closeBesides } from "./listen.js";

const LOOK_MS = 100;
/** What runs then is cut off. */
const GRACE_MS = 10_000;

/** Connections that have asked nothing yet; Node does not count them as idle. */
const silent = new WeakMap<Server, Set<Socket>>();

/** Remembers who has not asked anything, from the first connection on. */
export const watchSilent = (server: Server): void => {
  const waiting = new Set<Socket>();
  silent.set(server, waiting);
  server.on("connection", (socket) => {
    waiting.add(socket);
    socket.once("close", () => waiting.delete(socket));
  });
  const asked = ({ socket }: { readonly socket: Socket }): void => void waiting.delete(socket);
  server.on("request", asked).on("upgrade", asked);
};

/** Lets running requests end, ten seconds at most; idle connections go at once, and those that become idle meanwhile. */
export const closeServer = async (app: FastifyInstance): Promise<void> => {
  const endIdle = (): void => {
    app.server.closeIdleConnections();
    for (const socket of silent.get(app.server) ?? []) socket.destroy();
  };
  const idle = setInterval(endIdle, LOOK_MS);
  const late = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  try {
    await Promise.all([closeBesides(app.server), app.close()]);
  } finally {
    clearInterval(idle);
    clearTimeout(late);
  }
};
