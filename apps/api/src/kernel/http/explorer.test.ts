/** The explorer's page: open to everybody, under a policy of its own, and only there (I-9, F73). */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { echoParts } from "../../../../../tests/support/echo-graphql.js";
import { startTestServer, type TestServer } from "../../../../../tests/support/test-server.js";

const root = mkdtempSync(join(tmpdir(), "accord-explorer-"));
const PAGE = '<!doctype html><title>API explorer</title><script type="module" src="/assets/explorer.js"></script>';

describe("/explorer", () => {
  let server: TestServer;
  beforeAll(async () => {
    writeFileSync(join(root, "index.html"), "<!doctype html><title>Accord</title>");
    writeFileSync(join(root, "explorer.html"), PAGE);
    server = await startTestServer({ parts: { ...echoParts, web: { kind: "built", root } } });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it("F73, I-9: is served with no script in the page and nothing from elsewhere; styles and workers of its own", async () => {
    const response = await fetch(`${server.origin}/explorer`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toBe(PAGE);
    const policy = response.headers.get("content-security-policy") ?? "";
    const directives = new Map(policy.split("; ").map((each) => [each.split(" ")[0], each.split(" ").slice(1)]));
    expect(directives.get("default-src")).toEqual(["'none'"]);
    expect(directives.get("script-src")).toEqual(["'self'"]);
    expect(directives.get("worker-src")).toEqual(["'self'"]);
    expect(directives.get("connect-src")).toEqual(["'self'"]);
    expect(directives.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|blob:/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("I-9: its file is no second way in, and the portal's own pages keep their strict policy", async () => {
    expect((await fetch(`${server.origin}/explorer.html`)).status).toBe(404);
    const page = await fetch(server.origin, { headers: { accept: "text/html" } });
    expect(page.headers.get("content-security-policy")).not.toContain("unsafe-inline");
  });

  it("says so when it is not built", async () => {
    const bare = await startTestServer({ parts: { ...echoParts, web: { kind: "built", root: join(root, "none") } } });
    try {
      const response = await fetch(`${bare.origin}/explorer`);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain("npm run build");
    } finally {
      await bare.stop();
    }
  });
});
