import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { echoParts } from "../../../../../../tests/support/echo-graphql.js";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";
import { createTransactionSeal, transactionCookie } from "./transaction.js";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ parts: echoParts, env: { ACCORD_LIMITS: '{"failedSignInsPerAddress":1000}' } });
});
afterAll(() => server.stop());

/** A browser that stands right before the callback. */
const beforeCallback = async () => {
  const browser = server.browser();
  const callback = await browser.choose(await browser.openPersonaPage("?returnTo=%2Fplans"), { person: "u-ana" });
  const state = new URL(callback, server.origin).searchParams.get("state") ?? "";
  const seal = createTransactionSeal(server.keys.cookieKey);
  const cookie = transactionCookie(state);
  const transaction = seal.open(browser.cookie(cookie) ?? "", state, server.clock.now());
  if (transaction === null) throw new Error("no transaction");
  const reseal = (change: Partial<typeof transaction>): void =>
    browser.setCookie(`__Host-${cookie}`, seal.seal({ ...transaction, ...change }));
  return { browser, callback, state, cookie, reseal };
};

const problemOf = (response: Response): string | null =>
  new URL(response.headers.get("location") ?? "", server.origin).searchParams.get("problem");

describe("A-11: a sign-in that was tampered with gives no session", () => {
  it("runs through untouched (so that the others fail for their own reason)", async () => {
    const { browser, callback } = await beforeCallback();
    expect((await browser.request(callback)).headers.get("location")).toBe("/plans");
    expect(browser.cookie("sid")).not.toBeNull();
  });

  it("another state", async () => {
    const { browser, callback, state } = await beforeCallback();
    const answer = await browser.request(callback.replace(state, "x".repeat(43)));
    expect([problemOf(answer), browser.cookie("sid")]).toEqual(["expired", null]);
  });

  it("no transaction cookie: a callback somebody else began (login CSRF)", async () => {
    const { callback } = await beforeCallback();
    const victim = server.browser();
    const answer = await victim.request(callback);
    expect([problemOf(answer), victim.cookie("sid")]).toEqual(["expired", null]);
  });

  it("a transaction cookie with one bit changed", async () => {
    const { browser, callback, cookie } = await beforeCallback();
    const sealed = Buffer.from(browser.cookie(cookie) ?? "", "base64url");
    sealed[30] = (sealed[30] ?? 0) ^ 1;
    browser.setCookie(`__Host-${cookie}`, sealed.toString("base64url"));
    expect(problemOf(await browser.request(callback))).toBe("expired");
  });

  it("another nonce than the one the ID token answers", async () => {
    const { browser, callback, reseal } = await beforeCallback();
    reseal({ nonce: "another" });
    const answer = await browser.request(callback);
    expect([problemOf(answer), browser.cookie("sid")]).toEqual(["refused", null]);
  });

  it("another PKCE verifier than the one the code was bound to", async () => {
    const { browser, callback, reseal } = await beforeCallback();
    reseal({ verifier: "v".repeat(43) });
    expect(problemOf(await browser.request(callback))).toBe("refused");
  });

  it("a made-up code", async () => {
    const { browser, callback } = await beforeCallback();
    expect(problemOf(await browser.request(callback.replace(/code=[^&]+/, "code=made-up")))).toBe("refused");
  });

  it("another issuer in the answer (mix-up)", async () => {
    const { browser, callback } = await beforeCallback();
    expect(problemOf(await browser.request(callback.replace(/iss=[^&]+/, "iss=https%3A%2F%2Fevil.example")))).toBe(
      "refused",
    );
  });

  it("the same callback twice: neither cookie nor code is good again", async () => {
    const { browser, callback, cookie } = await beforeCallback();
    const sealed = browser.cookie(cookie) ?? "";
    await browser.request(callback);
    expect(problemOf(await browser.request(callback))).toBe("expired");
    browser.setCookie(`__Host-${cookie}`, sealed);
    expect(problemOf(await browser.request(callback))).toBe("refused");
  });

  it("a sign-in left open for a quarter of an hour", async () => {
    const { browser, callback } = await beforeCallback();
    server.clock.advance(15 * 60_000);
    expect(problemOf(await browser.request(callback))).toBe("expired");
  });

  it("a person who turned back at the provider is told so, and keeps the way back", async () => {
    const { browser, callback } = await beforeCallback();
    const answer = await browser.request(callback.replace(/code=[^&]+/, "error=access_denied"));
    expect(answer.headers.get("location")).toBe("/sign-in?problem=cancelled&returnTo=%2Fplans");
  });
});

describe("failed sign-ins", () => {
  let strict: TestServer;
  beforeAll(async () => {
    strict = await startTestServer({ parts: echoParts });
  });
  afterAll(() => strict.stop());

  /** A callback of a sign-in this browser began, with a code that is none. */
  const failOnce = async (browser = strict.browser()): Promise<Response> => {
    const callback = await browser.choose(await browser.openPersonaPage(), { person: "u-ana" });
    return browser.request(callback.replace(/code=[^&]+/, "code=made-up"));
  };

  it("K4: a callback without its transaction is no attempt: it stops nobody, however often it comes and from wherever", async () => {
    const foreign = strict.browser();
    const asked = [
      "/auth/callback?state=x",
      "/auth/callback?code=x&state=y",
      "/auth/callback",
      "/auth/callback?error=server_error&state=z",
    ];
    for (let turn = 0; turn < 60; turn += 1) {
      const answer = await foreign.request(asked[turn % asked.length] ?? "");
      expect(problemOf(answer)).toBe("expired");
    }
    const image = {
      headers: { "sec-fetch-site": "cross-site", "sec-fetch-dest": "image", "sec-fetch-mode": "no-cors" },
    };
    for (let turn = 0; turn < 20; turn += 1) await foreign.request("/auth/callback?state=x", image);
    expect(await strict.browser().signInAs("u-ana")).toBe("/");
  });

  it("K4: ten failures slow an address down; who has been at the provider long enough goes on at once, others after a wait that is told", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) expect(problemOf(await failOnce())).toBe("refused");
    const person = strict.browser();
    const callback = await person.choose(await person.openPersonaPage("?returnTo=%2Fplans"), { person: "u-ana" });
    const slowed = await person.request(callback, { headers: { "accept-language": "ro" } });
    expect([slowed.status, slowed.headers.get("retry-after"), slowed.headers.get("refresh")]).toEqual([429, "1", "1"]);
    expect(await slowed.text()).toContain("Un moment");
    strict.clock.advance(1000);
    expect((await person.request(callback)).headers.get("location")).toBe("/plans");
    const slow = strict.browser();
    const later = await slow.choose(await slow.openPersonaPage(), { person: "u-ana" });
    strict.clock.advance(30_000);
    expect((await slow.request(later)).headers.get("location")).toBe("/");
  });

  it("K4: the wait rises to half a minute and no further, and beginning a sign-in is never refused", async () => {
    const waits: string[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const browser = strict.browser();
      const callback = (await browser.choose(await browser.openPersonaPage(), { person: "u-ana" })).replace(
        /code=[^&]+/,
        "code=made-up",
      );
      const slowed = await browser.request(callback);
      waits.push(slowed.headers.get("retry-after") ?? "");
      strict.clock.advance(Number(slowed.headers.get("retry-after")) * 1000);
      expect(problemOf(await browser.request(callback))).toBe("refused");
    }
    expect(waits).toEqual(["1", "2", "4", "8", "16", "30", "30", "30"]);
    strict.clock.advance(15 * 60_000);
    expect(await strict.browser().signInAs("u-ana")).toBe("/");
  });

  it("one sign-in that was begun fails three times and then no more, whatever its cookie says", async () => {
    const browser = strict.browser();
    const callback = await browser.choose(await browser.openPersonaPage(), { person: "u-ana" });
    const name = transactionCookie(new URL(callback, strict.origin).searchParams.get("state") ?? "");
    const sealed = browser.cookie(name) ?? "";
    const told = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      browser.setCookie(`__Host-${name}`, sealed);
      told.push(problemOf(await browser.request(callback.replace(/code=[^&]+/, "code=made-up"))));
    }
    expect(told).toEqual(["refused", "refused", "refused", "expired"]);
    browser.setCookie(`__Host-${name}`, sealed);
    expect(problemOf(await browser.request(callback))).toBe("expired");
  });
});
