/** K4: a proxy that nobody named is said, once in the log and on /readyz from then on. */
import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { createForwardedWatch } from "./forwarded.js";
import { createHealth } from "./health.js";

const requestWith = (headers: IncomingMessage["headers"]) =>
  ({ headers, socket: { remoteAddress: "10.0.0.9" } }) as IncomingMessage;

describe("X-Forwarded-For", () => {
  const watch = (trustProxy: readonly string[]) => {
    const said: unknown[] = [];
    const health = createHealth();
    const look = createForwardedWatch({ trustProxy, health, log: { warn: (fields) => void said.push(fields) } });
    return { said, health, look };
  };

  it("is said when it first comes while TRUST_PROXY is unset, and no more often", () => {
    const { said, health, look } = watch([]);
    look(requestWith({}));
    expect([said.length, health.notes.size]).toEqual([0, 0]);
    for (let count = 0; count < 3; count += 1) look(requestWith({ "x-forwarded-for": "203.0.113.9" }));
    expect(said).toEqual([{ from: "10.0.0.9" }]);
    expect([...health.notes].join()).toContain("TRUST_PROXY");
  });

  it("is what is expected where TRUST_PROXY is set", () => {
    const { said, health, look } = watch(["10.0.0.9"]);
    look(requestWith({ "x-forwarded-for": "203.0.113.9" }));
    expect([said.length, health.notes.size]).toEqual([0, 0]);
  });
});
