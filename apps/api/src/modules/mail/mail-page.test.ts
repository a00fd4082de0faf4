import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Echo, echoParts } from "../../../../../tests/support/echo-graphql.js";
import type { TestBrowser } from "../../../../../tests/support/test-browser.js";
import { startTestServer, type TestServer } from "../../../../../tests/support/test-server.js";
import { outboxStore } from "../../kernel/jobs/outbox.store.js";
import { outboxWorkStore } from "../../kernel/jobs/outbox-work.store.js";
import { accountStore } from "../identity/module.js";

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
    await server.db.transaction("make administrator", async (tx) => {
      await tx.of(accountStore).setRoles(account?.id ?? "", ["ADMINISTRATOR"], server.clock.now());
      await tx.of(outboxStore).add({
        dedupeKey: "one",
        kind: "mail.<b>unknown</b>",
        payload: { requestId: "<b>req_1</b>" },
        at: server.clock.now(),
      });
    });
    const page = await (await browser.request("/admin/mail")).text();
    expect(page).toContain("mail.&#60;b&#62;unknown&#60;/b&#62;");
    expect(page).not.toContain("<b>");
    await server.db.transaction("hold", (tx) => tx.of(outboxWorkStore).holdAll(server.clock.now()));
    expect(await (await browser.request("/admin/mail")).text()).toContain("accord outbox release");
  });
});

describe("one outgoing mail", () => {
  it("F70: is shown as it looks, as text and with its headers, in a frame that runs and loads nothing, to administrators alone", async () => {
    const demo = await startTestServer({ seed: "demo" });
    try {
      await demo.mail.drain();
      const [message] = (await demo.db.read.of(outboxStore).list({ first: 1, after: null }, "mail.confirmation")).rows;
      const path = `/admin/mail/${message?.id}`;
      const browser = demo.browser();
      expect((await browser.request(path)).headers.get("location")).toContain("/auth/login");
      await browser.signInAs("u-ana", "?returnTo=%2F");
      for (const suffix of ["", "/page"]) expect((await browser.request(`${path}${suffix}`)).status).toBe(403);
      const ana = await demo.db.read.of(accountStore).list({ email: "ana.ionescu@carpatia.example" });
      await demo.db.transaction("make administrator", (tx) =>
        tx.of(accountStore).setRoles(ana[0]?.id ?? "", ["ADMINISTRATOR"], demo.clock.now()),
      );
      const page = await (await browser.request(path)).text();
      expect(page).toContain(`src="${path}/page"`);
      expect(page).toContain('sandbox="allow-popups');
      expect(page).toContain(`Message-ID: &#60;${message?.payload.requestId}@localhost&#62;`);
      expect(page).toContain("Netrimis: lipsește SMTP_URL");
      const framed = await browser.request(`${path}/page`);
      expect(framed.headers.get("content-security-policy")).toMatch(
        /^default-src 'none'.*frame-ancestors 'self'; sandbox/,
      );
      expect(framed.headers.get("x-frame-options")).toBe("SAMEORIGIN");
      const letter = await framed.text();
      expect(letter).toContain("prefers-color-scheme:dark");
      expect(letter).not.toMatch(/<script|<img|src=/);
      expect((await browser.request("/admin/mail/msg_00000000000000000000000000")).status).toBe(404);
      expect((await browser.request("/admin/mail")).headers.get("content-security-policy")).not.toContain("frame-src");
    } finally {
      await demo.stop();
    }
  });
});
