/** METRICS_PORT: unset, nobody listens; set, Prometheus reads numbers there and no person (F86). */
import { afterEach, describe, expect, it } from "vitest";
import { freePort, startTestServer, type TestServer } from "../../../../../tests/support/test-server.js";
import { newcomer } from "../../../../../tests/support/visitor.js";
import { createOperationLabels } from "./operation-labels.js";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** `name{labels}` to its number; throws on a line that is none. */
const parse = (text: string): Map<string, number> =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const [, name, value] = /^([a-z_][a-z0-9_]*(?:\{[^}]*\})?) (\S+)$/i.exec(line) ?? [];
        if (name === undefined || Number.isNaN(Number(value))) throw new Error(`no Prometheus line: ${line}`);
        return [name, Number(value)];
      }),
  );

describe("METRICS_PORT", () => {
  it("F86: unset, nothing listens", async () => {
    server = await startTestServer({ seed: "none" });
    expect(server.config.metricsPort).toBeNull();
    expect((await fetch(`${server.origin}/metrics`)).headers.get("content-type")).not.toContain("version=0.0.4");
  });

  it("F86: set, the text parses, counts operations by name and code, and names nobody; it ends with the server", async () => {
    const port = await freePort();
    const running = await startTestServer({ seed: "reference", env: { METRICS_PORT: String(port) } });
    server = running;
    const person = await newcomer(running, { givenName: "Ileana", email: "ileana@carpatia.example" });
    await person.ask("query Mine { viewer { account { email } } }");
    await person.ask("query Mine { viewer { account { email } } }");
    await person.ask('query Gone { plan(id: "pln_01m83p7w80e0erqd6kybk3cat8") { id } }');
    const answer = await fetch(`http://localhost:${port}/metrics`);
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    const text = await answer.text();
    const numbers = parse(text);
    expect(numbers.get('accord_graphql_answers_total{operation="Mine",code="OK"}')).toBe(2);
    expect(numbers.get('accord_graphql_answers_total{operation="other",code="NOT_FOUND"}')).toBe(1);
    expect(numbers.get('accord_graphql_seconds_count{operation="Mine"}')).toBe(2);
    expect(numbers.get("accord_write_queue_units")).toBe(0);
    expect(numbers.get("accord_outbox_waiting")).toBe(0);
    expect(numbers.get("accord_write_batch_units_count")).toBeGreaterThan(0);
    expect(numbers.get("nodejs_eventloop_lag_p99_seconds")).toBeGreaterThanOrEqual(0);
    expect(numbers.get("process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
    expect(text).not.toMatch(/ileana|carpatia|pln_|acc_/i);
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(404);
    await running.stop();
    server = undefined;
    await expect(fetch(`http://localhost:${port}/metrics`)).rejects.toThrow();
  });
});

describe("METRICS_PORT that is taken", () => {
  it("F86: stops the boot with a line that names it", async () => {
    const running = await startTestServer({ seed: "none" });
    server = running;
    const env = { METRICS_PORT: String(running.config.port) };
    await expect(startTestServer({ seed: "none", env })).rejects.toThrow(/set METRICS_PORT to another one/);
  });
});

describe("what an answer is counted under", () => {
  const ok = { status: 200, headers: {}, body: '{"data":{}}' };
  const signedIn = { principal: { kind: "session" } } as never as { principal: { kind: "anonymous" } };
  const ask = (name: string) => ({ ...signedIn, body: JSON.stringify({ query: `query ${name} { viewer { a } }` }) });

  it("F86: a client that makes up names fills no memory, and a stranger's names are not told", () => {
    const labelsOf = createOperationLabels();
    const seen = new Set(Array.from({ length: 1_000 }, (_, place) => labelsOf(ask(`Made${place}`), ok).operation));
    expect(seen.size).toBe(201);
    expect(labelsOf({ principal: { kind: "anonymous" }, body: ask("Mine").body }, ok).operation).toBe("anonymous");
    expect(labelsOf({ ...signedIn, body: "{}" }, ok).operation).toBe("unnamed");
  });

  it.each([
    ['{"errors":[{"message":"x","extensions":{"code":"NOT_FOUND"}}]}', 200, "NOT_FOUND"],
    ['{"data":{"x":"\\"code\\":\\"NOT_FOUND\\""}}', 200, "OK"],
    ["too large", 413, "HTTP_413"],
  ])("%s with %i is %s", (body, status, code) => {
    expect(createOperationLabels()(ask("Mine"), { status, headers: {}, body }).code).toBe(code);
  });
});
