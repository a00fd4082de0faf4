/** R54, F80, K8: every page the server sends speaks the account's language, else that chosen in the browser, else the browser's. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chosenLanguageCookie, type Language } from "@accord/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { echoParts } from "../../../../../../tests/support/echo-graphql.js";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";

let server: TestServer;
/** The session of somebody whose account speaks Romanian. */
let romanian = "";
beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), "accord-web-"));
  writeFileSync(
    join(root, "index.html"),
    '<!doctype html><html lang="en"><link href="/en.js" data-language="en"><link data-language="ro" href="/ro.js">',
  );
  server = await startTestServer({
    seed: "demo",
    parts: { createGraphql: echoParts.createGraphql, web: { kind: "built", root } },
  });
  romanian = await server.signInAs("u-radu");
});
afterAll(() => server.stop());

interface Visitor {
  readonly session?: string;
  readonly chosen?: Language;
  readonly accepted?: string;
}

const visit = async (path: string, { session, chosen, accepted }: Visitor): Promise<Response> => {
  const cookies = [session, chosen && chosenLanguageCookie(chosen, false).split(";")[0]].filter(Boolean).join("; ");
  const headers = {
    accept: "text/html",
    ...(accepted && { "accept-language": accepted }),
    ...(cookies && { cookie: cookies }),
  };
  return fetch(new URL(path, server.origin), { headers, redirect: "manual" });
};
const languageOf = async (path: string, visitor: Visitor): Promise<string | undefined> =>
  /<html[^>]* lang="(\w*)"/.exec(await (await visit(path, visitor)).text())?.[1];

describe.each(["/", "/requests/req_1", "/help", "/idp/interaction/none"])("%s", (path) => {
  it("goes by the browser where nobody said anything, in English where that says nothing we speak", async () => {
    expect(await languageOf(path, {})).toBe("en");
    expect(await languageOf(path, { accepted: "ro-RO,en;q=0.5" })).toBe("ro");
  });
  it("goes by what was chosen here before that", async () => {
    expect(await languageOf(path, { chosen: "en", accepted: "ro" })).toBe("en");
    expect(await languageOf(path, { chosen: "ro", accepted: "en" })).toBe("ro");
  });
});

it.each(["/", "/help", "/admin/mail"])("%s goes by the account first of all", async (path) => {
  const session = path === "/admin/mail" ? await server.signInAs("u-admin") : romanian;
  expect(await languageOf(path, { session, chosen: "en", accepted: "en" })).toBe("ro");
});

it("K10: the page keeps room for the places of an account, of nobody else", async () => {
  const browser = server.browser();
  const form = { givenName: "Nou", familyName: "Venit", email: "nou@example.org", kind: "personal" } as const;
  await browser.signInAsNew({ ...form, isEmailProven: true });
  const newcomer = browser.cookieHeader();
  const marked = async (session?: string) =>
    (await (await visit("/requests", { ...(session && { session }) })).text()).includes('data-reader="account"');
  expect(await marked(romanian)).toBe(true);
  expect(await marked(newcomer)).toBe(false);
  expect(await marked()).toBe(false);
});

it("the page is kept for nobody else, and asks beforehand for the sentences of its reader alone", async () => {
  const page = await visit("/", { session: romanian });
  expect(page.headers.get("cache-control")).toBe("private, no-cache");
  const text = await page.text();
  expect(text).toContain("/ro.js");
  expect(text).not.toContain("/en.js");
});

it.each<[string, Visitor, string | null]>([
  ["what was chosen", { chosen: "ro", accepted: "en" }, "ro"],
  ["nothing but the browser's, which may be none of ours", { accepted: "de" }, null],
])("the provider's page is asked for in %s", async (_what, visitor, wanted) => {
  const answer = await visit("/auth/login", visitor);
  expect(new URL(answer.headers.get("location") ?? "").searchParams.get("ui_locales")).toBe(wanted);
});

it("the provider's page is asked for in the account's language by somebody who is signed in", async () => {
  const answer = await visit("/auth/login?prompt=select_account", { session: romanian, chosen: "en" });
  expect(new URL(answer.headers.get("location") ?? "").searchParams.get("ui_locales")).toBe("ro");
});
