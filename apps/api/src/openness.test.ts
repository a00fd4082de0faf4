/** Decision 26: who may reach what, from the settings alone. */
import { describe, expect, it } from "vitest";
import { readConfig } from "./config.js";
import { ConfigError } from "./kernel/config-error.js";
import { isLoopbackOrigin } from "./openness.js";

const issuer = { OIDC_ISSUER: "https://login.example.com", OIDC_CLIENT_ID: "accord" };
const PUBLIC = { PUBLIC_ORIGIN: "https://support.example.com" };
const LOCAL = ["127.0.0.1", "::1"];

describe("what is open to whom", () => {
  it.each<[string, Record<string, string>, readonly string[], boolean, string]>([
    ["nothing set", {}, LOCAL, true, "demo"],
    ["localhost with an issuer", issuer, LOCAL, true, "demo"],
    ["a public origin with an issuer", { ...PUBLIC, ...issuer }, ["::"], false, "reference"],
    ["the demo by choice, behind a proxy of this machine", { ...PUBLIC, ACCORD_DEMO: "on" }, LOCAL, true, "demo"],
    ["the demo by choice, for all", { ...PUBLIC, ACCORD_DEMO: "on", BIND: "::" }, ["::"], true, "demo"],
    [
      "the demo in a container",
      { NODE_ENV: "production", ACCORD_DEMO: "on", BIND: "0.0.0.0" },
      ["0.0.0.0"],
      true,
      "demo",
    ],
    ["localhost bound by name", { BIND: "localhost" }, LOCAL, true, "demo"],
    ["an issuer, localhost and all addresses", { ...issuer, BIND: "0.0.0.0" }, ["0.0.0.0"], false, "reference"],
    [
      "metrics for the network",
      { ...issuer, METRICS_PORT: "9090", METRICS_BIND: "10.0.0.5" },
      LOCAL,
      false,
      "reference",
    ],
    ["production on localhost", { ...issuer, NODE_ENV: "production" }, LOCAL, true, "reference"],
  ])("%s", (_what, env, bind, isDemoAllowed, seed) => {
    expect(readConfig(env)).toMatchObject({ bind, isDemoAllowed, seed, isDemoShown: env.ACCORD_DEMO === "on" });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ["a public origin alone", PUBLIC, /^OIDC_ISSUER is needed with PUBLIC_ORIGIN https:\/\/support/],
    ["the same, whatever NODE_ENV says", { ...PUBLIC, NODE_ENV: "development" }, /PUBLIC_ORIGIN/],
    ["the same in a test", { ...PUBLIC, NODE_ENV: "test" }, /ACCORD_DEMO=on/],
    ["the same in production", { ...PUBLIC, NODE_ENV: "production" }, /OIDC_ISSUER/],
    ["the same with the switch off", { ...PUBLIC, ACCORD_DEMO: "off" }, /OIDC_ISSUER/],
    ["a public address", { PUBLIC_ORIGIN: "http://192.168.0.7:4000" }, /OIDC_ISSUER/],
    ["all addresses without an issuer", { BIND: "0.0.0.0" }, /BIND 0\.0\.0\.0/],
    ["one address of the network among them", { BIND: "127.0.0.1,10.0.0.5" }, /BIND 127\.0\.0\.1,10\.0\.0\.5/],
    ["metrics for the network beside personas", { METRICS_PORT: "9090", METRICS_BIND: "::" }, /METRICS_BIND/],
    ["the demo world for all", { ...PUBLIC, ...issuer, ACCORD_SEED: "demo" }, /ACCORD_SEED=demo/],
    ["the sandbox for all", { ...PUBLIC, ...issuer, SANDBOX_PORT: "4001" }, /SANDBOX_PORT/],
    ["a name instead of an address", { BIND: "example.com" }, /BIND/],
    ["a third state of the switch", { ACCORD_DEMO: "yes" }, /ACCORD_DEMO/],
  ])("refuses %s in one line", (_what, env, named) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(named);
  });

  it("knows this machine by its names and addresses", () => {
    for (const origin of ["http://localhost:1", "https://accord.localhost", "http://127.8.9.1", "http://[::1]:4000"])
      expect(isLoopbackOrigin(origin)).toBe(true);
    for (const origin of ["http://localhost.example.com", "http://128.0.0.1", "http://[::2]", "http://0.0.0.0:4000"])
      expect(isLoopbackOrigin(origin)).toBe(false);
  });
});
