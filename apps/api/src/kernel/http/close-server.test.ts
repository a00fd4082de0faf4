/** A server that is asked to stop does so, whatever hangs on its port. */
import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { startTestServer } from "../../../../../tests/support/test-server.js";

it("stops with a connection that was opened in advance and asks nothing, and with one kept alive", async () => {
  const server = await startTestServer();
  const port = Number(new URL(server.origin).port);
  const [silent, kept] = [connect(port, "localhost"), connect(port, "localhost")];
  await Promise.all([once(silent, "connect"), once(kept, "connect")]);
  kept.write("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(kept, "data");
  const ended = Promise.all([once(silent, "close"), once(kept, "close")]);
  await server.stop();
  await ended;
  expect(await connectionTo(port)).toBe("refused");
});

const connectionTo = (port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, "localhost");
    socket.once("connect", () => resolve("taken")).once("error", () => resolve("refused"));
  });
