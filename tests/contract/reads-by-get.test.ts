/** Reads by GET for a token or for nobody in particular, and pages of other origins with a token (decision 41). */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountStore, createToken } from "../../apps/api/src/modules/identity/module.js";
import { startTestServer, type TestServer } from "../support/test-server.js";

const PAGE = "https://app.client.example";
const SETTINGS = "{ portalSettings { version } }";
const VIEWER = "{ viewer { account { email } } }";

let server: TestServer;
let cookie: string;
let authorization: string;

beforeAll(async () => {
  server = await startTestServer({
    seed: "demo",
    env: { CORS_ORIGINS: PAGE, ACCORD_LIMITS: '{"anonymousPerMinute":10000}' },
  });
  cookie = await server.signInAs("u-lena");
  const [account] = await server.db.read.of(accountStore).list({ email: "lena.koch@nordwind.example" });
  const { token } = await createToken(
    { db: server.db, clock: server.clock, limits: server.config.limits },
    { accountId: account?.id ?? "", name: "reads", scopes: ["requests:read", "requests:write"], expiresAt: null },
  );
  authorization = `Bearer ${token}`;
});
afterAll(async () => {
  await server?.stop();
});

type Headers = Readonly<Record<string, string>>;

const get = async (query: string, headers: Headers = {}, more: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${server.origin}/graphql?${new URLSearchParams({ query, ...more })}`, { headers });
  const text = await response.text();
  return { response, body: text === "" ? null : JSON.parse(text) };
};

describe("a read by GET", () => {
  it("is answered to nobody in particular, with variables and the operation's name", async () => {
    const query =
      "query A($isShort: Boolean!) { portalSettings { version @skip(if: $isShort) kind: __typename } } query B { __typename }";
    const found = await get(query, {}, { operationName: "A", variables: '{"isShort":true}' });
    expect(found.body).toMatchObject({ data: { portalSettings: { kind: "PortalSettings" } } });
    expect((await get(query, {}, { operationName: "B" })).body.data).toEqual({ __typename: "Query" });
  });

  it("is answered to a token, and kept by nobody on the way", async () => {
    const { response, body } = await get(VIEWER, { authorization });
    expect(body.data.viewer.account.email).toBe("lena.koch@nordwind.example");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("etag")).toBeNull();
  });

  it("does not look at a cookie: any page can make a browser ask", async () => {
    const { body } = await get(VIEWER, { cookie });
    expect(body.errors?.[0].extensions.code ?? body.data.viewer).toBe("UNAUTHENTICATED");
    expect((await get(VIEWER, { cookie, authorization })).body.data.viewer.account.email).toContain("lena.koch");
  });

  it("is refused with a token that is no good", async () => {
    expect((await get(VIEWER, { authorization: "Bearer nonsense" })).response.status).toBe(401);
  });

  it("changes nothing: a mutation is refused before it is looked at, whoever asks", async () => {
    const mutation = "mutation { markNoticesRead(input: { isAll: true }) { unreadNoticeCount } }";
    for (const headers of [{}, { authorization }, { cookie }] as Headers[]) {
      const { response, body } = await get(mutation, headers);
      expect([response.status, response.headers.get("allow"), body.errors[0].extensions.code]).toEqual([
        405,
        "POST",
        "BAD_USER_INPUT",
      ]);
    }
    const named = await get(
      `query A { __typename } ${mutation.replace("mutation", "mutation B")}`,
      {},
      { operationName: "B" },
    );
    expect(named.response.status).toBe(405);
  });

  it.each([
    ["nothing to ask", "", {}],
    ["variables that are no JSON", SETTINGS, { variables: "{" }],
    ["a list of variables", SETTINGS, { variables: "[1]" }],
    ["no GraphQL", "{", {}],
  ])("with %s is refused as a POST is", async (_what, query, more) => {
    const { response, body } = await get(query, {}, more);
    expect(response.status).toBe(400);
    expect(body.errors[0].extensions.requestId).toEqual(expect.any(String));
  });

  it("starts no subscription", async () => {
    const { body } = await get("subscription { unreadNoticeCount }", { authorization });
    expect(body.errors[0]).toMatchObject({
      message: expect.stringContaining("WebSocket"),
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it("asked twice for one thing is refused: which was meant?", async () => {
    const response = await fetch(`${server.origin}/graphql?query=${encodeURIComponent(SETTINGS)}&query=%7Bviewer%7D`);
    expect(response.status).toBe(400);
  });
});

describe("what nobody in particular is answered", () => {
  it("has a digest by which it is not sent again, in each language its own", async () => {
    const query = "{ generalTopics { slug name } }";
    const first = await get(query, { "accept-language": "en" });
    const etag = first.response.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(first.response.headers.get("cache-control")).toBe("no-cache");
    expect(first.response.headers.get("vary")).toMatch(/accept-language/);
    const again = await get(query, { "accept-language": "en", "if-none-match": `"other", ${etag}` });
    expect([again.response.status, again.body]).toEqual([304, null]);
    const other = await get(query, { "accept-language": "ro", "if-none-match": etag });
    expect(other.response.status).toBe(200);
  });

  it("has none where something went wrong", async () => {
    const { response } = await get(VIEWER);
    expect(response.headers.get("etag")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("a page of another origin", () => {
  const preflight = (origin: string, path = "/graphql") =>
    fetch(`${server.origin}${path}`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });

  it("that is on the list may ask with a token, and is told what it may read", async () => {
    const asked = await preflight(PAGE);
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(asked.headers.get("access-control-allow-headers")).toContain("authorization");
    const response = await fetch(`${server.origin}/graphql`, {
      method: "POST",
      headers: { origin: PAGE, authorization, "content-type": "application/json" },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(response.headers.get("access-control-expose-headers")).toContain("retry-after");
    expect(response.headers.get("vary")).toContain("origin");
  });

  it("is told why it is refused: also an error may be read", async () => {
    const { response } = await get(VIEWER, { origin: PAGE, authorization: "Bearer nonsense" });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([401, PAGE]);
  });

  it("never comes in with a cookie", async () => {
    const response = await fetch(`${server.origin}/graphql`, {
      method: "POST",
      headers: { origin: PAGE, cookie, "content-type": "application/json" },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(response.status).toBe(403);
    for (const answer of [response, await preflight(PAGE)])
      expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("that is not on the list is answered as if there were none", async () => {
    for (const origin of ["https://evil.example", `${PAGE}.evil.example`, "null", PAGE.replace("https", "http")]) {
      const asked = await preflight(origin);
      expect([asked.status, asked.headers.get("access-control-allow-origin")], origin).toEqual([405, null]);
      expect((await get(SETTINGS, { origin })).response.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("may ask nothing but the API", async () => {
    expect((await preflight(PAGE, "/files")).headers.get("access-control-allow-origin")).not.toBe(PAGE);
  });
});

it("without the setting no other origin is let in; with * every one is, and none by name", async () => {
  const closed = await startTestServer();
  const open = await startTestServer({ env: { CORS_ORIGINS: "*" } });
  const originsOf = async ({ origin }: TestServer) =>
    (await fetch(`${origin}/graphql?query=${encodeURIComponent(SETTINGS)}`, { headers: { origin: PAGE } })).headers.get(
      "access-control-allow-origin",
    );
  expect([await originsOf(closed), await originsOf(open)]).toEqual([null, "*"]);
  await closed.stop();
  await open.stop();
});
