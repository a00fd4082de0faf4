/** K9: whoever is being answered when the stop comes gets the answer, by whichever address; then nobody is left. */
import { describe, expect, it } from "vitest";
import { startTestServer } from "../../../../../tests/support/test-server.js";

describe("a stop", () => {
  it("lets what runs end before what it runs on is taken away", async () => {
    const order: string[] = [];
    let begun = 0;
    let go: () => void = () => undefined;
    const isLet = new Promise<void>((resolve) => {
      go = resolve;
    });
    const server = await startTestServer({
      parts: {
        seed: async () => undefined,
        createGraphql: async () => ({
          handle: async () => {
            begun += 1;
            await isLet;
            order.push("answered");
            return { status: 200, headers: { "content-type": "application/json" }, body: '{"data":{}}' };
          },
          subscribe: async () => ({ errors: [] }),
          drain: async () => void order.push("drained"),
        }),
      },
    });
    const { port } = server.config;
    const ask = (host: string) =>
      fetch(`http://${host}:${port}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      });
    const hosts = ["127.0.0.1", "localhost"];
    const answers = hosts.map((host) => ask(host));
    while (begun < hosts.length) await new Promise((wake) => setTimeout(wake, 5));
    const stopped = server.stop();
    await new Promise((wake) => setTimeout(wake, 300));
    expect(order).toEqual([]);
    go();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
    await stopped;
    expect(order).toEqual(["answered", "answered", "drained"]);
    await expect(ask("127.0.0.1")).rejects.toThrow();
  });
});
