import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Echo, echoParts } from "../../../../../../tests/support/echo-graphql.js";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";
import { tokenStore } from "../storage/token.store.js";
import { newAccessToken } from "./access-token.js";
import { createToken } from "./create-token.js";

let server: TestServer;
let accountId = "";
beforeAll(async () => {
  server = await startTestServer({ parts: echoParts });
  const browser = server.browser();
  await browser.signInAs("u-ana");
  const response = await browser.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  accountId = ((await response.json()) as Echo).principal.account?.id ?? "";
});
afterAll(() => server.stop());

const DAY = 86_400_000;
const tokenOf = (expiresAt: number | null = null) =>
  createToken(
    { db: server.db, clock: server.clock, limits: server.config.limits },
    { accountId, name: "script", scopes: ["requests:read"], expiresAt },
  );
const call = (headers: Record<string, string>): Promise<Response> =>
  fetch(`${server.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: "{}",
  });
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

describe("machine access", () => {
  it("a token calls for its owner, from any origin, as a token and not as a session", async () => {
    const { token, id } = await tokenOf();
    const response = await call({ ...bearer(token), origin: "https://elsewhere.example" });
    expect(await response.json()).toMatchObject({
      principal: { kind: "token", tokenId: id, account: { id: accountId } },
    });
  });

  it("A-11: a cookie and a token are never both honoured", async () => {
    const { token } = await tokenOf();
    const cookie = await server.signInAs("u-sam");
    const response = await call({ ...bearer(token), cookie });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED", retryable: false } }],
    });
  });

  it.each<[string, () => Promise<Record<string, string>>]>([
    ["an unknown token", async () => bearer(newAccessToken().token)],
    ["a token with a digit changed", async () => bearer(`${(await tokenOf()).token.slice(0, -1)}!`)],
    ["another scheme", async () => ({ authorization: `Basic ${Buffer.from("a:b").toString("base64")}` })],
    ["an empty header", async () => ({ authorization: "" })],
    ["a bearer of nothing", async () => ({ authorization: "Bearer " })],
    ["an unsigned JWT", async () => bearer("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmEifQ.")],
    [
      "a revoked token",
      async () => {
        const { token, id } = await tokenOf();
        await server.db.transaction("revoke", (tx) => tx.of(tokenStore).revoke(id, server.clock.now()));
        return bearer(token);
      },
    ],
    [
      "a token past its end",
      async () => {
        const { token } = await tokenOf(server.clock.now() + 1000);
        server.clock.advance(1000);
        return bearer(token);
      },
    ],
  ])("%s is refused, never taken for nobody", async (_what, headers) => {
    const response = await call(await headers());
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("a token in the address is not looked at", async () => {
    const { token } = await tokenOf();
    const response = await fetch(`${server.origin}/graphql?access_token=${token}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(await response.json()).toMatchObject({ principal: { kind: "anonymous" } });
  });

  it("a token lives at most a year", async () => {
    const now = server.clock.now();
    expect((await tokenOf()).expiresAt).toBe(now + 365 * DAY);
    await expect(tokenOf(now + 366 * DAY)).rejects.toThrow(RangeError);
    await expect(tokenOf(now)).rejects.toThrow(RangeError);
  });

  it("says why in the language of the request", async () => {
    const response = await call({ ...bearer("nonsense"), "accept-language": "ro-RO, en;q=0.5" });
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining("nu este valabil") }] });
  });
});
