import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Echo, echoParts } from "../../../../../tests/support/echo-graphql.js";
import type { TestBrowser } from "../../../../../tests/support/test-browser.js";
import { startTestServer, type TestServer } from "../../../../../tests/support/test-server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ parts: echoParts });
});
afterAll(() => server.stop());

const whoAmI = async (browser: TestBrowser): Promise<Echo["principal"]> => {
  const response = await browser.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  return ((await response.json()) as Echo).principal;
};

describe("outgoing mail", () => {
  it("leads people without a session to the sign-in and back, and shows nothing to others than administrators", async () => {
    const browser = server.browser();
    expect((await browser.request("/admin/mail")).headers.get("location")).toBe("/auth/login?returnTo=%2Fadmin%2Fmail");
    expect(await browser.signInAs("u-admin", "?returnTo=%2Fadmin%2Fmail")).toBe("/admin/mail");
    expect((await browser.request("/admin/mail")).status).toBe(403);
    const { account } = await whoAmI(browser);
    await server.db.run("make administrator", async (tx) => {
      await tx.accounts.setRoles(account?.id ?? "", ["ADMINISTRATOR"], server.clock.now());
      await tx.outbox.add({
        dedupeKey: "one",
        kind: "mail.<b>unknown</b>",
        payload: { requestId: "<b>req_1</b>" },
        at: server.clock.now(),
      });
    });
    const page = await (await browser.request("/admin/mail")).text();
    expect(page).toContain("mail.&#60;b&#62;unknown&#60;/b&#62;");
    expect(page).not.toContain("<b>");
  });
});
