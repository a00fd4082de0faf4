import { EMPTY_DRAFT } from "@accord/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Echo, echoParts } from "../../../../../../tests/support/echo-graphql.js";
import type { TestBrowser } from "../../../../../../tests/support/test-browser.js";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";
import { draftStore } from "../../drafts/module.js";
import { accountStore } from "../storage/account.store.js";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ parts: echoParts });
});
afterAll(() => server.stop());

const accountOf = async (browser: TestBrowser): Promise<string> => {
  const response = await browser.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  return ((await response.json()) as Echo).principal.account?.id ?? "";
};

const contact = {
  givenName: "Ana",
  familyName: "Ionescu",
  email: "ana@carpatia.example",
  phone: null,
  preferredContactMethod: "EMAIL",
  isSelf: true,
} as const;

/** Ana, signed in with her work account, with a draft that has come as far as the contacts. */
const anaWithDraft = async (typed: { primaryContact?: null } = {}) => {
  const browser = server.browser();
  await browser.signInAs("u-ana");
  const accountId = await accountOf(browser);
  const now = server.clock.now();
  const draftId = `drf_${String(Math.random()).slice(2).padEnd(26, "0").slice(0, 26)}`;
  const content = {
    ...EMPTY_DRAFT,
    title: "GPO not applied",
    planId: "pln_secret",
    primaryContact: contact,
    completedSteps: ["PROBLEM", "PLAN"] as const,
    ...typed,
  };
  await server.db.transaction("draft", (tx) =>
    tx
      .of(draftStore)
      .save(
        { id: draftId, accountId, content, revision: 1, createdAt: now, updatedAt: now, expiresAt: now + 86_400_000 },
        null,
      ),
  );
  return { browser, accountId, draftId };
};

const continueElsewhere = async (browser: TestBrowser, draftId: string, person: string): Promise<string> => {
  const away = await browser.post("/auth/continue-with-another-account", { draftId });
  const next = new URL(away.headers.get("location") ?? "");
  const page = (await browser.follow(next.pathname + next.search)).path;
  const answer = await browser.request(await browser.choose(page, { person }));
  return answer.headers.get("location") ?? "";
};

describe("F32: continue with another account", () => {
  it("ends the session, and the copy belongs to the other account without the plan", async () => {
    const { browser, accountId, draftId } = await anaWithDraft();
    const landed = await continueElsewhere(browser, draftId, "u-ana-msa");
    const copyId = /^\/requests\/new\/(drf_\w+)$/.exec(landed)?.[1] ?? "";
    expect(copyId).not.toBe(draftId);
    const copy = await server.db.read.of(draftStore).byId(copyId);
    const other = await accountOf(browser);
    expect(other).not.toBe(accountId);
    expect(copy).toMatchObject({
      accountId: other,
      content: {
        title: "GPO not applied",
        planId: null,
        completedSteps: ["PROBLEM"],
        // "Myself" is somebody else now: the entry stays, beside whoever that is.
        primaryContact: null,
        additionalContacts: [{ isSelf: false, email: contact.email }],
      },
    });
    expect(await server.db.read.of(draftStore).byId(draftId)).toMatchObject({
      accountId,
      content: { planId: "pln_secret" },
    });
    expect(browser.cookie("handover")).toBeNull();
  });

  it("R73: proposes the account left behind as an additional contact; none when the same account goes on", async () => {
    const { browser, accountId, draftId } = await anaWithDraft();
    const from = await server.db.read.of(accountStore).byId(accountId);
    const contactsOf = async (landed: string): Promise<readonly object[] | undefined> =>
      (await server.db.read.of(draftStore).byId(landed.split("/").at(-1) ?? ""))?.content.additionalContacts;
    const landed = await continueElsewhere(browser, draftId, "u-ana-msa");
    expect(await contactsOf(landed)).toEqual([
      expect.objectContaining({ email: contact.email, givenName: from?.givenName, isSelf: false }),
    ]);
    const bare = await anaWithDraft({ primaryContact: null });
    expect(await contactsOf(await continueElsewhere(bare.browser, bare.draftId, "u-ana-msa"))).toEqual([
      expect.objectContaining({ email: from?.email, isSelf: false }),
    ]);
    const again = await anaWithDraft();
    expect(await contactsOf(await continueElsewhere(again.browser, again.draftId, "u-ana"))).toEqual([]);
  });

  it("hands over once, and only within half an hour", async () => {
    const { browser, draftId } = await anaWithDraft();
    await browser.post("/auth/continue-with-another-account", { draftId });
    const handle = browser.cookie("handover") ?? "";
    expect(browser.cookieLine("handover")).toContain("HttpOnly");
    server.clock.advance(31 * 60_000);
    expect(await browser.signInAs("u-sam", "?prompt=select_account")).toBe("/");
    browser.setCookie("__Host-handover", handle);
    expect(await browser.signInAs("u-sam", "?prompt=login")).toBe("/");
  });

  it("never hands over the draft of somebody else", async () => {
    const { draftId } = await anaWithDraft();
    const stranger = server.browser();
    await stranger.signInAs("u-sam");
    expect(await continueElsewhere(stranger, draftId, "u-jonas")).toBe("/requests/new");
    expect(stranger.cookie("handover")).toBeNull();
  });
});
