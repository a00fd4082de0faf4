import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { echoParts } from "../../../../../tests/support/echo-graphql.js";
import { startTestServer, type TestServer } from "../../../../../tests/support/test-server.js";

let server: TestServer;
const json = { "content-type": "application/json" };

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), "accord-web-"));
  mkdirSync(join(root, "assets"));
  writeFileSync(
    join(root, "index.html"),
    '<!doctype html><meta name="csp-nonce" content="__NONCE__"><title>Accord</title>',
  );
  writeFileSync(join(root, "assets", "main-abc123.js"), "export {};");
  writeFileSync(join(root, "mark.svg"), "<svg/>");
  server = await startTestServer({ parts: { ...echoParts, web: { kind: "built", root } } });
});
afterAll(() => server.stop());

const graphql = (init: RequestInit): Promise<Response> =>
  fetch(`${server.origin}/graphql`, { method: "POST", ...init });

/** What a socket gets back for bytes that fetch would never send. */
const sendRaw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(server.config.port, "localhost", () => socket.write(bytes));
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    socket.on("end", () => resolve(answer)).on("error", reject);
  });

describe("I-9: security headers on every response", () => {
  const required: Record<string, RegExp> = {
    "content-security-policy":
      /^default-src 'none'; script-src 'self'; style-src 'self'.*frame-ancestors 'none'; require-trusted-types-for 'script'$/,
    "cross-origin-opener-policy": /^same-origin$/,
    "cross-origin-resource-policy": /^same-origin$/,
    "referrer-policy": /^same-origin$/,
    "x-content-type-options": /^nosniff$/,
    "permissions-policy": /camera=\(\)/,
    "x-request-id": /^[0-9a-f-]{36}$/,
  };

  it.each<[string, string, number, RequestInit?]>([
    ["the page", "/", 200],
    ["a deep link", "/requests/req_1", 200, { headers: { accept: "text/html" } }],
    ["an asset", "/assets/main-abc123.js", 200],
    ["a missing asset", "/assets/nothing.js", 404],
    ["a missing API path", "/auth/nothing", 404],
    ["a file without a session", "/files/nothing", 401],
    ["a redirect", "/auth/login", 303],
    ["a failed sign-in", "/auth/callback?code=x&state=y", 303],
    ["the provider's metadata", "/idp/.well-known/openid-configuration", 200],
    ["an error of the provider", "/idp/auth?client_id=nobody", 400],
    ["a sign-in page that ran out", "/idp/interaction/none", 400],
    ["a path of the provider that is not there", "/idp/nothing", 404],
    ["the stylesheet of our own pages", "/auth/pages.css", 200],
    ["liveness", "/livez", 200],
    ["readiness", "/readyz", 200],
    ["the version", "/version", 200],
    ["the mail page without a session", "/admin/mail", 303],
    ["an operation", "/graphql", 200, { method: "POST", headers: json, body: "{}" }],
    ["an operation that breaks", "/graphql", 500, { method: "POST", headers: json, body: '"explode"' }],
    ["a method that is not allowed", "/graphql", 405, { method: "DELETE" }],
    ["a body that is too large", "/graphql", 413, { method: "POST", headers: json, body: " ".repeat(102_401) }],
    ["a refused form", "/auth/logout", 403, { method: "POST", headers: { origin: "https://evil.example" } }],
    ["a path that is no path", "/%E0%A4%A", 400],
  ])("%s", async (_what, path, status, init) => {
    const response = await fetch(server.origin + path, { redirect: "manual", ...init });
    expect(response.status).toBe(status);
    for (const [name, form] of Object.entries(required)) expect(response.headers.get(name), name).toMatch(form);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("x-powered-by")).toBeNull();
    await response.body?.cancel();
  });

  it("what is not even HTTP", async () => {
    const answer = await sendRaw("NONSENSE\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    for (const name of Object.keys(required)) expect(answer).toContain(`\r\n${name}: `);
  });

  it("each page has a nonce of its own, in its markup and in its policy", async () => {
    const pages = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(server.origin);
        const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? "";
        expect(response.headers.get("content-security-policy")).toContain(`style-src 'self' 'nonce-${nonce}'`);
        expect(response.headers.get("cache-control")).toBe("private, no-cache");
        return nonce;
      }),
    );
    expect(pages[0]).not.toBe(pages[1]);
    expect(pages[0]?.length).toBeGreaterThanOrEqual(22);
  });

  it("K4: /readyz says that X-Forwarded-For came while TRUST_PROXY is unset, by whatever way it came", async () => {
    const told = async () => (await fetch(`${server.origin}/readyz`)).json();
    expect(await told()).toEqual({ status: "ready" });
    const headers = { "x-forwarded-for": "203.0.113.9", "content-type": "application/json" };
    await fetch(`${server.origin}/graphql`, { method: "POST", body: "{}", headers });
    expect(await told()).toEqual({ status: "ready", notes: [expect.stringContaining("TRUST_PROXY")] });
  });

  it("HSTS for a year where the portal is https, and no form may lead elsewhere", async () => {
    const secure = await startTestServer({
      parts: echoParts,
      env: { ACCORD_DEMO: "on", PUBLIC_ORIGIN: "https://support.example.com" },
    });
    const response = await fetch(`http://localhost:${secure.config.port}/livez`);
    expect(response.headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
    expect(response.headers.get("content-security-policy")).toContain("form-action 'self';");
    await secure.stop();
  });
});

describe("pages and assets", () => {
  it("hashed assets are kept for a year, other files for an hour", async () => {
    const cacheOf = async (path: string): Promise<string | null> =>
      (await fetch(server.origin + path)).headers.get("cache-control");
    expect(await cacheOf("/assets/main-abc123.js")).toBe("public, max-age=31536000, immutable");
    expect(await cacheOf("/mark.svg")).toBe("public, max-age=3600");
  });

  it("only a navigation gets the page: a missing file and a script's request get JSON", async () => {
    const ask = async (path: string, accept: string): Promise<[number, string | null]> => {
      const response = await fetch(server.origin + path, { headers: { accept } });
      return [response.status, response.headers.get("content-type")];
    };
    expect(await ask("/requests/new/drf_1/plan", "text/html")).toEqual([200, "text/html; charset=utf-8"]);
    expect(await ask("/requests", "application/json")).toEqual([404, "application/json; charset=utf-8"]);
    expect(await ask("/assets/old-1.js", "text/html")).toEqual([404, "application/json; charset=utf-8"]);
    expect(await ask("/missing.png", "text/html")).toEqual([404, "application/json; charset=utf-8"]);
    expect((await fetch(`${server.origin}/requests`, { method: "POST" })).status).toBe(404);
  });
});

describe("I-4: what /graphql reads at all", () => {
  it.each<[string, RequestInit, number]>([
    ["JSON", { headers: json, body: "{}" }, 200],
    ["JSON that says UTF-8", { headers: { "content-type": 'application/json; charset="utf-8"' }, body: "{}" }, 200],
    ["exactly 100 KiB", { headers: json, body: " ".repeat(102_400) }, 200],
    ["100 KiB and a byte", { headers: json, body: " ".repeat(102_401) }, 413],
    ["text", { headers: { "content-type": "text/plain" }, body: "{}" }, 415],
    ["a form", { body: new URLSearchParams({ query: "{viewer{id}}" }) }, 415],
    ["a multipart form", { body: new FormData() }, 415],
    ["no content type", { headers: { "content-type": "" }, body: "{}" }, 415],
    ["the GraphQL document itself", { headers: { "content-type": "application/graphql" }, body: "{viewer{id}}" }, 415],
    ["another charset", { headers: { "content-type": "application/json; charset=utf-16" }, body: "{}" }, 415],
    ["another parameter", { headers: { "content-type": "application/json; profile=x" }, body: "{}" }, 415],
    ["a look-alike type", { headers: { "content-type": "application/jsonp" }, body: "{}" }, 415],
    ["gzip", { headers: { ...json, "content-encoding": "gzip" }, body: gzipSync("{}") }, 415],
    ["deflate", { headers: { ...json, "content-encoding": "deflate" }, body: "{}" }, 415],
    ["brotli", { headers: { ...json, "content-encoding": "br" }, body: "{}" }, 415],
    ["bytes that are no UTF-8", { headers: json, body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) }, 400],
    ["PUT", { method: "PUT", headers: json, body: "{}" }, 405],
    ["DELETE", { method: "DELETE" }, 405],
    ["PATCH", { method: "PATCH", headers: json, body: "{}" }, 405],
    ["OPTIONS", { method: "OPTIONS" }, 405],
  ])("%s", async (_what, init, status) => {
    const response = await graphql(init);
    expect(response.status).toBe(status);
    if (status === 405) expect(response.headers.get("allow")).toBe("GET, POST");
    if (status >= 400) {
      expect(await response.json()).toMatchObject({
        errors: [
          { extensions: { code: "BAD_USER_INPUT", retryable: false, requestId: response.headers.get("x-request-id") } },
        ],
      });
    }
  });

  it("a GET hands over what stands behind the question mark, and asks for nobody whatever cookie it brings", async () => {
    const response = await fetch(`${server.origin}/graphql?query={viewer{id}}`, { headers: { cookie: "session=x" } });
    expect(await response.json()).toMatchObject({ body: "query={viewer{id}}", principal: { kind: "anonymous" } });
  });

  it("a POST that claims to be another method is judged as it came", async () => {
    expect(
      (await graphql({ headers: { "content-type": "text/plain", "x-http-method-override": "POST" }, body: "{}" }))
        .status,
    ).toBe(415);
  });

  it("an unexpected failure tells its request id and nothing else", async () => {
    const response = await graphql({ headers: json, body: '"explode"' });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR", retryable: true } }],
    });
    expect(text).not.toMatch(/SELECT|secret|\/var/);
  });
});

describe("readiness", () => {
  it("is 503 while the server drains, and liveness stays", async () => {
    const draining = await startTestServer({ parts: echoParts });
    draining.health.isDraining = true;
    expect((await fetch(`${draining.origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${draining.origin}/livez`)).status).toBe(200);
    await draining.stop();
  });

  it("is 503 while migrating, and so is everything else", async () => {
    const migrating = await startTestServer({ parts: echoParts });
    migrating.health.isMigrated = false;
    const statuses = await Promise.all(
      ["/readyz", "/requests", "/auth/login"].map(async (path) => (await fetch(migrating.origin + path)).status),
    );
    expect(statuses).toEqual([503, 503, 503]);
    await migrating.stop();
  });
});
