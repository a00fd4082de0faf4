/** GraphQL over HTTP as its specification says: every MUST of graphql-http's audit, over a real port. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { auditServer } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi } from "../../../../../tests/support/test-api.js";

describe("the audit of GraphQL over HTTP", () => {
  const databases = testDatabases("sqlite");
  let server: Server;
  beforeAll(async () => {
    const api = await createTestApi({
      db: await databases.open(),
      seed: "none",
      limits: { anonymousPerMinute: 10_000 },
    });
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        );
        api.post(Buffer.concat(parts).toString("utf8"), { method: request.method ?? "GET", headers }).then(
          (answer) => response.writeHead(answer.status, answer.headers).end(answer.body),
          (error: unknown) => response.writeHead(500).end(String(error)),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it("passes every MUST", async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    const results = await auditServer({ url });
    expect(results.length).toBeGreaterThan(40);
    const failed = results
      .filter((result) => result.status === "error")
      .map((result) => `${result.id} ${result.name}: ${"reason" in result ? result.reason : ""}`);
    expect(failed).toEqual([]);
  });
});
