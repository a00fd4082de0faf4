import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { echoParts } from "../../../../tests/support/echo-graphql.js";
import { startTestServer, type TestServer } from "../../../../tests/support/test-server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ parts: echoParts });
});
afterAll(() => server.stop());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(server.origin + path, { headers });

describe("F73: /docs/api is open to everybody", () => {
  it.each([
    ["/docs/api", "text/html; charset=utf-8"],
    ["/docs/api.css", "text/css; charset=utf-8"],
    ["/docs/schema.graphql", "text/plain; charset=utf-8"],
  ])("I-9, F73: %s answers with strict headers", async (path, type) => {
    const response = await get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    );
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("x-frame-options")).toBe("DENY");
    expect(response.headers.get("set-cookie")).toBeNull();
    await response.body?.cancel();
  });

  it("F73: the page is English, names this server, and needs neither script nor inline style", async () => {
    const text = await (await get("/docs/api")).text();
    expect(text.slice(0, 40)).toContain('<html lang="en">');
    expect(text.replace(/<[^>]+>/g, "").includes(`curl ${server.origin}/graphql`)).toBe(true);
    expect(/<script|\sstyle=|\son[a-z]+=/.exec(text)).toBeNull();
  });

  it("F73: every address it leads to answers", async () => {
    const text = await (await get("/docs/api")).text();
    const paths = new Set([...text.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path ?? ""));
    paths.delete("/mark.svg");
    // A page of the build, with a test of its own.
    expect(paths.delete("/explorer")).toBe(true);
    expect([...paths].sort()).toEqual(["/auth/pages.css", "/docs/api.css", "/docs/schema.graphql"]);
    for (const path of paths) expect((await get(path)).status, path).toBe(200);
  });

  it("F73: asked again, it is not sent again", async () => {
    const tag = (await get("/docs/api")).headers.get("etag") ?? "";
    expect((await get("/docs/api", { "if-none-match": tag })).status).toBe(304);
    expect((await get("/docs/api", { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("F73: it is the same with and without compression", async () => {
    const zipped = await get("/docs/api", { "accept-encoding": "gzip" });
    const plain = await get("/docs/api", { "accept-encoding": "identity" });
    expect([zipped.headers.get("content-encoding"), plain.headers.get("content-encoding")]).toEqual(["gzip", null]);
    expect(await zipped.text()).toBe(await plain.text());
  });
});
