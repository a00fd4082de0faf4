import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Echo, echoParts } from "../../../../../../tests/support/echo-graphql.js";
import type { TestBrowser } from "../../../../../../tests/support/test-browser.js";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";
import { sessionStore } from "../storage/session.store.js";
import { hashSecret } from "./access-token.js";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ parts: echoParts });
});
afterAll(() => server.stop());

const MINUTE = 60_000;
const headers = { "content-type": "application/json" };
const whoAmI = async (browser: TestBrowser): Promise<Echo["principal"]> => {
  const response = await browser.request("/graphql", {
    method: "POST",
    headers: { ...headers, origin: browser.origin },
    body: "{}",
  });
  return ((await response.json()) as Echo).principal;
};
const signedIn = async (person: string, query = ""): Promise<TestBrowser> => {
  const browser = server.browser();
  await browser.signInAs(person, query);
  return browser;
};

describe("R48, R49: sign-in by a real code flow", () => {
  it.each([
    ["personal", "u-sam", { kind: "PERSONAL", isGuest: false, isEmailProven: true, email: "sam.carter@mail.example" }],
    ["work", "u-ana", { kind: "WORK", isGuest: false, isEmailProven: true, email: "ana.ionescu@carpatia.example" }],
    ["partner", "u-radu", { kind: "PARTNER", isGuest: false, isEmailProven: true }],
    ["guest: a work account, whatever its home", "u-guest", { kind: "WORK", isGuest: true, isEmailProven: false }],
  ])("R49: a %s account", async (_kind, person, account) => {
    const browser = await signedIn(person);
    expect(await whoAmI(browser)).toMatchObject({ kind: "session", account });
  });

  it.each([
    ["personal", "PERSONAL"],
    ["work", "WORK"],
    ["partner", "PARTNER"],
  ] as const)("R49: somebody new with a %s account", async (kind, stored) => {
    const browser = server.browser();
    const person = {
      givenName: "Noua",
      familyName: "Persoană",
      email: `noua.${kind}@firma.example`,
      kind,
      isEmailProven: false,
    };
    await browser.signInAsNew(person);
    const first = await whoAmI(browser);
    expect(first).toMatchObject({
      kind: "session",
      account: { kind: stored, isEmailProven: false, email: person.email },
    });
    const again = server.browser();
    await again.signInAsNew({ ...person, email: person.email.toUpperCase(), isEmailProven: true });
    expect(await whoAmI(again)).toMatchObject({ account: { id: first.account?.id, isEmailProven: true } });
  });

  it("A-10: the same address from another directory, or as another kind, is another account", async () => {
    const ana = await whoAmI(await signedIn("u-ana"));
    for (const kind of ["work", "personal"] as const) {
      const stranger = server.browser();
      await stranger.signInAsNew({
        givenName: "Ana",
        familyName: "Ionescu",
        email: "ana.ionescu@carpatia.example",
        kind,
        isEmailProven: false,
      });
      const found = await whoAmI(stranger);
      expect(found.account?.id).not.toBe(ana.account?.id);
      expect(found.account?.isEmailProven).toBe(false);
    }
  });

  it("deep links survive: the browser lands where it wanted to go", async () => {
    expect(await server.browser().signInAs("u-ana", "?returnTo=%2Frequests%2Freq_1%3Ftab%3Dshare")).toBe(
      "/requests/req_1?tab=share",
    );
    expect(await server.browser().signInAs("u-ana", "?returnTo=https%3A%2F%2Fevil.example")).toBe("/");
  });

  it("the wanted kind of account stands first, in the person's language", async () => {
    const browser = server.browser();
    const page = await browser.openPersonaPage("?kind=personal&language=ro");
    const text = await (await browser.request(page)).text();
    expect(text).toContain('lang="ro"');
    expect(text.indexOf("Conturi personale")).toBeLessThan(text.indexOf("Conturi de la serviciu"));
  });

  it("a form with mistakes comes back with them named, and nothing typed is lost", async () => {
    const browser = server.browser();
    const page = await browser.openPersonaPage();
    const answer = await browser.post(page, {
      givenName: '"><script>alert(1)</script>',
      familyName: "x".repeat(81),
      email: "nobody",
      kind: "work",
    });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain('id="familyName-error"');
    expect(text).toContain('id="email-error"');
    expect(text).toContain("&#34;&#62;&#60;script&#62;");
    expect(text).not.toContain("<script");
  });

  it("somebody the provider does not know is refused", async () => {
    const browser = server.browser();
    const page = await browser.openPersonaPage();
    expect((await browser.post(page, { person: "u-nobody" })).status).toBe(400);
  });
});

describe("A-11: the session", () => {
  it("is an opaque 256-bit cookie: __Host-, HttpOnly, Secure, SameSite=Lax; the database has its hash only", async () => {
    const browser = await signedIn("u-ana");
    expect(browser.cookieLine("sid")).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const token = browser.cookie("sid") ?? "";
    expect(await server.db.read.of(sessionStore).byTokenHash(hashSecret(token))).not.toBeNull();
    expect(await server.db.read.of(sessionStore).byTokenHash(token)).toBeNull();
  });

  it("the provider's token is kept for the sign-out there, and stands nowhere in the database file", async () => {
    const browser = await signedIn("u-ana");
    const found = await server.db.read.of(sessionStore).byTokenHash(hashSecret(browser.cookie("sid") ?? ""));
    const idToken = await server.db.read.of(sessionStore).idTokenOf(found?.session.id ?? "");
    expect(idToken).toMatch(/^ey/);
    const files = readdirSync(server.config.dataDir).filter((name) => name.startsWith("accord.sqlite"));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files)
      expect(readFileSync(join(server.config.dataDir, name)).includes(idToken ?? ""), name).toBe(false);
  });

  it("changes its id at every sign-in, and the one before is dead at once (fixation)", async () => {
    const victim = server.browser();
    const attacker = await signedIn("u-sam");
    victim.setCookie("__Host-sid", attacker.cookie("sid") ?? "");
    await victim.signInAs("u-ana");
    expect(victim.cookie("sid")).not.toBe(attacker.cookie("sid"));
    expect(await whoAmI(attacker)).toEqual({ kind: "anonymous" });
    expect(await whoAmI(victim)).toMatchObject({ account: { email: "ana.ionescu@carpatia.example" } });
  });

  it("never takes over an id that a browser made up", async () => {
    const browser = server.browser();
    browser.setCookie("__Host-sid", "A".repeat(43));
    expect(await whoAmI(browser)).toEqual({ kind: "anonymous" });
    await browser.signInAs("u-ana");
    expect(browser.cookie("sid")).not.toBe("A".repeat(43));
  });

  it("ends on the server at sign-out, at the provider too; other browsers stay", async () => {
    const here = await signedIn("u-ana");
    const elsewhere = await signedIn("u-ana");
    const token = here.cookie("sid") ?? "";
    const answer = await here.post("/auth/logout", {});
    expect(answer.headers.get("location")).toBe("/sign-in");
    expect(here.cookie("sid")).toBeNull();
    here.setCookie("__Host-sid", token);
    expect(await whoAmI(here)).toEqual({ kind: "anonymous" });
    expect((await here.follow("/auth/login")).path).toMatch(/^\/idp\/interaction\//);
    expect(await whoAmI(elsewhere)).toMatchObject({ kind: "session" });
  });

  it("answers a script's sign-out with where to go", async () => {
    const browser = await signedIn("u-ana");
    const answer = await browser.request("/auth/logout", {
      method: "POST",
      headers: { accept: "application/json", origin: server.origin },
    });
    expect(await answer.json()).toEqual({ location: "/sign-in" });
  });

  it("ends after 30 minutes without a request, and not before", async () => {
    const browser = await signedIn("u-ana");
    for (let round = 0; round < 3; round += 1) {
      server.clock.advance(29 * MINUTE);
      expect(await whoAmI(browser)).toMatchObject({ kind: "session" });
      await expect
        .poll(
          async () =>
            (await server.db.read.of(sessionStore).byTokenHash(hashSecret(browser.cookie("sid") ?? "")))?.session
              .lastSeenAt,
        )
        .toBe(server.clock.now());
    }
    server.clock.advance(30 * MINUTE);
    expect(await whoAmI(browser)).toEqual({ kind: "anonymous" });
  });

  it("ends after 12 hours however busy it is", async () => {
    const browser = await signedIn("u-ana");
    const ends = server.clock.now() + 12 * 60 * MINUTE;
    while (server.clock.now() + 20 * MINUTE < ends) {
      server.clock.advance(20 * MINUTE);
      expect(await whoAmI(browser)).toMatchObject({ kind: "session" });
      await expect
        .poll(
          async () =>
            (await server.db.read.of(sessionStore).byTokenHash(hashSecret(browser.cookie("sid") ?? "")))?.session
              .lastSeenAt,
        )
        .toBe(server.clock.now());
    }
    server.clock.advance(20 * MINUTE);
    expect(await whoAmI(browser)).toEqual({ kind: "anonymous" });
  });

  it("step-up asks for the person again and rotates the id", async () => {
    const browser = await signedIn("u-ana");
    const before = browser.cookie("sid");
    server.clock.advance(20 * MINUTE);
    expect(await browser.signInAs("u-ana", "?prompt=login&returnTo=%2Fplans")).toBe("/plans");
    expect(browser.cookie("sid")).not.toBe(before);
    const found = await server.db.read.of(sessionStore).byTokenHash(hashSecret(browser.cookie("sid") ?? ""));
    expect(server.clock.now() - (found?.session.authenticatedAt ?? 0)).toBeLessThan(10_000);
  });

  it("a plain http portal on another host gets a cookie that browsers accept there", async () => {
    const plain = await startTestServer({
      parts: echoParts,
      env: { ACCORD_DEMO: "on", PUBLIC_ORIGIN: "http://portal.example.com" },
    });
    const answer = await fetch(`http://localhost:${plain.config.port}/auth/login`, { redirect: "manual" });
    expect(answer.headers.get("location")).toBe("http://portal.example.com/auth/login");
    await plain.stop();
  });
});

describe("I-9: a signed-in browser obeys only our own pages", () => {
  it.each<[string, Record<string, string>]>([
    ["another site", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }],
    ["a neighbour site", { "sec-fetch-site": "same-site" }],
  ])("%s can neither call the API nor sign out nor hand a draft over", async (_what, from) => {
    const browser = await signedIn("u-ana");
    const api = await browser.request("/graphql", { method: "POST", headers: { ...headers, ...from }, body: "{}" });
    expect(api.status).toBe(403);
    for (const path of ["/auth/logout", "/auth/continue-with-another-account"]) {
      expect(
        (
          await browser.request(path, {
            method: "POST",
            body: new URLSearchParams({ draftId: "drf_1" }),
            headers: from,
          })
        ).status,
      ).toBe(403);
    }
    expect((await browser.request("/auth/logout")).status).toBe(404);
    expect(await whoAmI(browser)).toMatchObject({ kind: "session" });
  });
});
