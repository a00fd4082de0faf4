/** The live door while who asks cannot be judged: a question that failed shows nobody out (F76, A-8). */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import type { Health } from "./health.js";
import { openLiveSocket } from "./live-socket.js";

const notGood = Object.assign(new Error("the session is over"), { name: "AuthenticationError" });
const limits = { liveConnectionsPerAddress: 5, liveConnectionsPerAccount: 5, liveSubscriptionsPerConnection: 5 };

/** The code a connection is closed with when recognising whoever opened it ends in `error`. */
const closedWith = async (error: Error): Promise<number> => {
  const server = createServer();
  const origin = await new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
  const live = openLiveSocket<{ readonly kind: string }>(server, {
    publicOrigin: origin,
    health: { isMigrated: true, isDraining: false } as Health,
    bodyBytes: 1000,
    log: { warn: () => undefined },
    recognise: () => Promise.reject(error),
    subscribe: () => Promise.reject(new Error("nobody gets this far")),
    limits,
    addressOf: () => "127.0.0.1",
    accountOf: () => "acc_1",
  });
  onTestFinished(async () => {
    await live.close();
    server.close();
  });
  const socket = new WebSocket(`${origin.replace("http", "ws")}/graphql`, "graphql-transport-ws", { origin });
  socket.on("open", () => socket.send(JSON.stringify({ type: "connection_init" })));
  return new Promise((resolve) => socket.on("close", resolve));
};

test("A-8: credentials that are no good are shown out; a database that does not answer asks for another try", async () => {
  expect(await closedWith(notGood)).toBe(4403);
  expect(await closedWith(new Error("the database does not answer"))).toBe(1013);
});
