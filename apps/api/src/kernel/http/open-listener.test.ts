/** The port before and after the program behind it is loaded (contract.md, HTTP; L-7, I-9). */
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "../../../../../tests/support/test-server.js";
import { readConfig } from "../../config.js";
import { LOOPBACK_ADDRESSES } from "../../openness.js";
import { createHandClock } from "../clock.js";
import { createHealth } from "./health.js";
import { type OpenListener, openListener } from "./open-listener.js";
import { createResponseDefaults } from "./response-defaults.js";
import { headersFor } from "./security-headers.js";

describe("the front door", () => {
  let door: OpenListener | null = null;
  afterEach(async () => door?.close());

  const open = async (): Promise<{ door: OpenListener; port: number; ask(path: string): Promise<Response> }> => {
    const port = await freePort();
    const edge = createResponseDefaults(headersFor(readConfig({ PORT: String(port) }), false), {
      health: createHealth(),
      log: pino({ level: "silent" }),
      clock: createHandClock(0),
    });
    door = await openListener({ port, bind: LOOPBACK_ADDRESSES }, { edge, version: "1.2.3" });
    return { door, port, ask: (path) => fetch(`http://localhost:${port}${path}`) };
  };

  it("L-7: is alive and tells its version at once, and is not ready, to be asked again", async () => {
    const { ask } = await open();
    const live = await ask("/livez");
    expect([live.status, await live.json()]).toEqual([200, { status: "live" }]);
    expect(await (await ask("/version")).json()).toEqual({ name: "accord", version: "1.2.3" });
    const ready = await ask("/readyz");
    expect([ready.status, ready.headers.get("retry-after"), await ready.json()]).toEqual([
      503,
      "2",
      { status: "starting" },
    ]);
  });

  it.each(["/", "/graphql", "/auth/login?returnTo=/", "/readyz/x"])(
    "I-9: %s is UNAVAILABLE until then, with the headers of every response",
    async (path) => {
      const { ask } = await open();
      const early = await ask(path);
      expect(early.status).toBe(503);
      expect(early.headers.get("retry-after")).toBe("2");
      expect(early.headers.get("x-content-type-options")).toBe("nosniff");
      expect(await early.json()).toEqual({
        error: { code: "UNAVAILABLE", requestId: early.headers.get("x-request-id") },
      });
    },
  );

  it("leads to whom it is handed over to from the moment that one listens, on the same port", async () => {
    const { door: opened, port, ask } = await open();
    const server = opened.leadTo((_request, response) => response.end("the server"));
    expect((await ask("/requests")).status).toBe(503);
    const listening = new Promise((resolve) => server.once("listening", resolve));
    server.listen();
    await listening;
    expect((server.address() as AddressInfo).port).toBe(port);
    const answer = await ask("/requests");
    expect([answer.status, await answer.text()]).toEqual([200, "the server"]);
  });

  it("a port that is taken is told, and a closed door is free for the next", async () => {
    const { door: opened, port } = await open();
    const edge = createResponseDefaults(headersFor(readConfig({}), false), {
      health: createHealth(),
      log: pino({ level: "silent" }),
      clock: createHandClock(0),
    });
    await expect(openListener({ port, bind: LOOPBACK_ADDRESSES }, { edge, version: "" })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
    await opened.close();
    door = await openListener({ port, bind: LOOPBACK_ADDRESSES }, { edge, version: "" });
    expect((await fetch(`http://localhost:${port}/livez`)).status).toBe(200);
  });
});
