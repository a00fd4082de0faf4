import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Echo, echoParts } from "../../../../../../tests/support/echo-graphql.js";
import type { TestBrowser } from "../../../../../../tests/support/test-browser.js";
import { freePort, startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";
import { rateCounterStore } from "../../../kernel/limits/rate-counter.store.js";

/** An issuer on the loopback whose token endpoint answers whatever the test wants. */
const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const foreignKeys = generateKeyPairSync("rsa", { modulusLength: 2048 });
let issuer = "";
let idToken: (nonce: string) => string = () => "";
let userinfo: Record<string, unknown> = {};
/** What the token endpoint does instead of answering. */
let failure: ((response: ServerResponse) => void) | null = null;
let nonce = "";

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const seconds = (): number => Math.floor(Date.now() / 1000);
const goodClaims = (): Record<string, unknown> => ({
  iss: issuer,
  aud: "accord",
  sub: "subject-1",
  iat: seconds(),
  exp: seconds() + 300,
  nonce,
  email: "maria@firma.example",
  name: "Maria Pop",
});
const signed = (claims: object, key = keys.privateKey): string => {
  const input = `${encode({ alg: "RS256", kid: "k1" })}.${encode(claims)}`;
  return `${input}.${createSign("sha256").update(input).sign(key, "base64url")}`;
};

const startIssuer = async (port: number): Promise<Server> => {
  const jwk = { ...keys.publicKey.export({ format: "jwk" }), kid: "k1", alg: "RS256", use: "sig" };
  const answers: Record<string, () => unknown> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/userinfo`,
      end_session_endpoint: `${issuer}/signout`,
      id_token_signing_alg_values_supported: ["RS256"],
    }),
    "/jwks": () => ({ keys: [jwk] }),
    "/token": () => ({ access_token: "opaque", token_type: "Bearer", expires_in: 300, id_token: idToken(nonce) }),
    "/userinfo": () => userinfo,
  };
  const server = createServer((request, response) => {
    if (failure !== null && request.url?.startsWith("/token") === true) return failure(response);
    const answer = answers[request.url?.split("?")[0] ?? ""];
    response
      .writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" })
      .end(JSON.stringify(answer?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
};

let hostile: Server;
let server: TestServer;
beforeAll(async () => {
  const port = await freePort();
  issuer = `http://127.0.0.1:${port}`;
  server = await startTestServer({
    parts: echoParts,
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: "accord",
      OIDC_CLIENT_SECRET: "s3cret",
      ACCORD_LIMITS: '{"failedSignInsPerAddress":30}',
    },
  });
  const early = await fetch(`${server.origin}/auth/login?returnTo=%2Fplans`, { redirect: "manual" });
  expect(early.headers.get("location")).toBe("/sign-in?problem=unreachable&returnTo=%2Fplans");
  hostile = await startIssuer(port);
});
afterAll(async () => {
  await server.stop();
  hostile.close();
  expect((hostile.address() as AddressInfo | null)?.port).toBeUndefined();
});
beforeEach(() => {
  userinfo = {};
  failure = null;
  server.clock.advance(15 * 60_000);
});

const enter = async (): Promise<{ browser: TestBrowser; location: string }> => {
  const browser = server.browser();
  const away = new URL((await browser.request("/auth/login?kind=work")).headers.get("location") ?? "");
  expect(away.searchParams.get("code_challenge_method")).toBe("S256");
  expect(away.searchParams.get("domain_hint")).toBe("organizations");
  nonce = away.searchParams.get("nonce") ?? "";
  const answer = await browser.request(`/auth/callback?code=abc&state=${away.searchParams.get("state")}`);
  return { browser, location: answer.headers.get("location") ?? "" };
};
const whoAmI = async (browser: TestBrowser): Promise<Echo["principal"]> => {
  const response = await browser.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  return ((await response.json()) as Echo).principal;
};

describe("A-11: an outside issuer", () => {
  it("R49: any issuer signs people in; without Microsoft's claims the account is a work account", async () => {
    idToken = () => signed(goodClaims());
    const { browser, location } = await enter();
    expect(location).toBe("/");
    expect(await whoAmI(browser)).toMatchObject({
      account: { kind: "WORK", email: "maria@firma.example", isEmailProven: false },
    });
  });

  it("names and address come from the userinfo endpoint when the ID token has none, and never another subject's", async () => {
    idToken = () => signed({ ...goodClaims(), email: undefined, name: undefined });
    userinfo = { sub: "subject-1", email: "maria@firma.example", email_verified: true };
    expect(await whoAmI((await enter()).browser)).toMatchObject({ account: { isEmailProven: true } });
    userinfo = { sub: "somebody-else", email: "victim@firma.example", email_verified: true };
    expect((await enter()).location).toContain("problem=refused");
  });

  it.each<[string, () => string]>([
    ["another nonce", () => signed({ ...goodClaims(), nonce: "x" })],
    ["no nonce", () => signed({ ...goodClaims(), nonce: undefined })],
    ["another issuer", () => signed({ ...goodClaims(), iss: "https://evil.example" })],
    ["another audience", () => signed({ ...goodClaims(), aud: "another-client" })],
    [
      "several audiences without an authorized party",
      () => signed({ ...goodClaims(), aud: ["accord", "another-client"] }),
    ],
    ["an end in the past", () => signed({ ...goodClaims(), exp: seconds() - 600 })],
    ["no end", () => signed({ ...goodClaims(), exp: undefined })],
    ["a begin in the future", () => signed({ ...goodClaims(), nbf: seconds() + 600 })],
    ["no subject", () => signed({ ...goodClaims(), sub: undefined })],
    ["somebody else's signature", () => signed(goodClaims(), foreignKeys.privateKey)],
    ["no signature", () => `${encode({ alg: "none" })}.${encode(goodClaims())}.`],
    [
      "a signature made with the public key as a secret",
      () => {
        const input = `${encode({ alg: "HS256", kid: "k1" })}.${encode(goodClaims())}`;
        return `${input}.${createHmac("sha256", keys.publicKey.export({ type: "spki", format: "pem" }))
          .update(input)
          .digest("base64url")}`;
      },
    ],
    [
      "claims changed after signing",
      () => {
        const [header, , signature] = signed(goodClaims()).split(".");
        return `${header}.${encode({ ...goodClaims(), sub: "victim" })}.${signature}`;
      },
    ],
    ["no token at all", () => ""],
  ])("refuses an ID token with %s", async (_what, make) => {
    idToken = make;
    const { browser, location } = await enter();
    expect(location).toContain("/sign-in?problem=refused");
    expect(browser.cookie("sid")).toBeNull();
  });

  const answering =
    (status: number, body: string, type = "application/json") =>
    (response: ServerResponse) =>
      void response.writeHead(status, { "content-type": type }).end(body);
  it.each<[string, (response: ServerResponse) => void, string]>([
    ["never answers", () => undefined, "unreachable"],
    ["hangs up", (response) => void response.destroy(), "unreachable"],
    ["stops in the middle", (response) => response.writeHead(200).write("{", () => response.destroy()), "unreachable"],
    ["answers 500", answering(500, "{}"), "unreachable"],
    ["answers 503 with a page", answering(503, "<h1>Down</h1>", "text/html"), "unreachable"],
    ["answers 503 with an error of its own", answering(503, '{"error":"temporarily_unavailable"}'), "unreachable"],
    ["answers 400 temporarily_unavailable", answering(400, '{"error":"temporarily_unavailable"}'), "unreachable"],
    ["answers 200 with a page", answering(200, "<h1>Hello</h1>", "text/html"), "unreachable"],
    ["does not know the portal", answering(401, '{"error":"invalid_client"}'), "refused"],
  ])(
    "K4: a token endpoint that %s is not the person's fault: nobody is slowed down",
    async (_what, fails, problem) => {
      idToken = () => signed(goodClaims());
      failure = fails;
      expect((await enter()).location).toContain(`problem=${problem}`);
      const counted = await server.db.read.of(rateCounterStore).used("sign-in:127.0.0.1", server.clock.now());
      expect(counted).toBe(0);
      failure = null;
      expect((await enter()).location).toBe("/");
    },
    15_000,
  );

  it("a code that the provider does not know counts", async () => {
    failure = answering(400, '{"error":"invalid_grant"}');
    expect((await enter()).location).toContain("problem=refused");
    expect(await server.db.read.of(rateCounterStore).used("sign-in:127.0.0.1", server.clock.now())).toBe(1);
  });

  it("A-10: the same address under another subject is another account", async () => {
    idToken = () => signed(goodClaims());
    const first = await whoAmI((await enter()).browser);
    idToken = () => signed({ ...goodClaims(), sub: "subject-2", email_verified: true });
    const second = await whoAmI((await enter()).browser);
    expect(second.account?.id).not.toBe(first.account?.id);
  });

  it("sign-out ends the session there too, and forms may lead there", async () => {
    idToken = () => signed(goodClaims());
    const { browser } = await enter();
    const answer = await browser.post("/auth/logout", {});
    const away = new URL(answer.headers.get("location") ?? "");
    expect(away.origin + away.pathname).toBe(`${issuer}/signout`);
    expect(away.searchParams.get("post_logout_redirect_uri")).toBe(`${server.origin}/sign-in`);
    expect(away.searchParams.get("id_token_hint")).toMatch(/^ey/);
    expect(answer.headers.get("content-security-policy")).toContain(`form-action 'self' ${issuer};`);
  });

  it("personas are not there", async () => {
    expect((await fetch(`${server.origin}/idp/.well-known/openid-configuration`)).status).toBe(404);
  });
});
