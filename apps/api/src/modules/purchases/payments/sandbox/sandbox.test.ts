/** The sandbox as a whole server has it: pages on an origin of their own, deliveries to ours, nothing of a card's number kept (F25, R76; P-6, M-5). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../../../../../../../tests/support/test-server.js";
import { readConfig } from "../../../../config.js";
import { purchaseStore } from "../../storage/purchase.store.js";
import { openPayments } from "../payments.js";
import type { Sandbox } from "./open-sandbox.js";
import { readCard } from "./read-card.js";

const NOW = Date.UTC(2026, 10, 23);
let server: TestServer;
let sandbox: Sandbox;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer({ seed: "demo" });
  if (server.payments?.sandbox == null) throw new Error("no sandbox");
  sandbox = server.payments.sandbox;
  cookie = await server.signInAs("u-sam");
});
afterAll(() => server?.stop());

// biome-ignore lint/suspicious/noExplicitAny: what an operation answers is what its test asked for.
const ask = async (query: string, variables: object = {}): Promise<any> => {
  const headers = { "content-type": "application/json", cookie, origin: server.origin };
  const answer = await fetch(new URL("/graphql", server.origin), {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return ((await answer.json()) as { data: unknown }).data;
};
const begin = async (returnTo = "/payment-methods?tab=1"): Promise<{ id: string; redirectUrl: string }> => {
  const text = `mutation ($to: String!) { startCardSetup(input: { returnTo: $to }) { setup { id: setupId redirectUrl } } }`;
  return (await ask(text, { to: returnTo })).startCardSetup.setup;
};
const submit = (url: string, fields: Record<string, string>): Promise<Response> =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
const cardOf = async (number: string): Promise<string> => {
  const { id, redirectUrl } = await begin();
  await submit(redirectUrl, { number, expiry: "12/30", cvc: "123" });
  const text = `mutation ($id: ID!) { completeCardSetup(input: { setupId: $id }) { paymentMethod { id } } }`;
  return (await ask(text, { id })).completeCardSetup.paymentMethod.id;
};
const buy = async (paymentMethodId: string) => {
  const text = `mutation ($input: PurchaseIncidentInput!) { purchaseIncident(input: $input) { purchase { id state challengeUrl } userErrors { code } } }`;
  const input = { offerId: "pay-per-incident:USD", paymentMethodId, consent: true, idempotencyKey: paymentMethodId };
  return (await ask(text, { input })).purchaseIncident.purchase;
};

describe("the sandbox's pages", () => {
  it("R76, F25: a card is entered on another origin, without script, and the browser comes back with the setup's id", async () => {
    const { id, redirectUrl } = await begin();
    expect(new URL(redirectUrl).origin).toBe(sandbox.origin);
    expect(sandbox.origin).not.toBe(server.origin);
    const page = await fetch(redirectUrl, { headers: { "accept-language": "ro" } });
    const html = await page.text();
    expect(html).toContain("Introduceți cardul");
    expect(html).not.toMatch(/<script/i);
    expect(page.headers.get("content-security-policy")).toContain(`form-action 'self' ${server.origin}`);
    expect(page.headers.get("x-frame-options")).toBe("DENY");
    const done = await submit(redirectUrl, { number: "4242 4242 4242 4242", expiry: "12/30", cvc: "123" });
    expect([done.status, done.headers.get("location")]).toEqual([
      303,
      `${server.origin}/payment-methods?tab=1&cardSetup=${id}`,
    ]);
    expect((await fetch(redirectUrl)).status).toBe(404);
    const finish = `mutation ($id: ID!) { completeCardSetup(input: { setupId: $id }) { isPending paymentMethod { brand last4 isDefault } } }`;
    const kept = await ask(finish, { id });
    expect(kept.completeCardSetup.paymentMethod).toMatchObject({ brand: "visa", last4: "4242" });
    expect(await ask(finish, { id })).toEqual(kept);
  });

  it("F25: what is no test card, past its month or without a code comes back with what is wrong, and saves nothing", async () => {
    const { id, redirectUrl } = await begin();
    const answer = await submit(redirectUrl, { number: "4111 1111 1111 1111", expiry: "01/20", cvc: "x" });
    expect(answer.status).toBe(422);
    expect((await answer.text()).match(/class="error"/g)).toHaveLength(3);
    const finish = `mutation ($id: ID!) { completeCardSetup(input: { setupId: $id }) { isPending paymentMethod { id } } }`;
    expect((await ask(finish, { id })).completeCardSetup).toEqual({ isPending: true, paymentMethod: null });
    expect(readCard({ number: "4242424242424242", expiry: "13/30", cvc: "123" }, NOW).problems).toEqual(["expiry"]);
    expect(readCard({ pick: "5555555555554444" }, NOW).card).toMatchObject({ brand: "mastercard", expYear: 2030 });
  });

  it("I-9: a `returnTo` that leads elsewhere leads home", async () => {
    for (const hostile of [
      "https://elsewhere.example/",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "javascript:1",
    ]) {
      const { redirectUrl } = await begin(hostile);
      const back = (await submit(redirectUrl, { pick: "4242424242424242" })).headers.get("location") ?? "";
      expect(new URL(back).origin).toBe(server.origin);
    }
  });

  it("E18, M-5: the bank's question: answered once, delivered by webhook, granted once", async () => {
    const purchase = await buy(await cardOf("4000002500003155"));
    expect(purchase.state).toBe("CHALLENGE");
    expect(await (await fetch(purchase.challengeUrl)).text()).toContain("US$499.00");
    const answered = await submit(purchase.challengeUrl, { answer: "approve" });
    expect(answered.headers.get("location")).toBe(`${server.origin}/purchases/${purchase.id}`);
    expect((await submit(purchase.challengeUrl, { answer: "refuse" })).status).toBe(404);
    await sandbox.deliver();
    expect((await server.db.read.of(purchaseStore).byId(purchase.id))?.state).toBe("SUCCEEDED");
    expect(await server.db.verify(server.clock.now())).toEqual([]);
  });

  it("P-6: the number of a card is in no file of the data folder: neither whole nor in part", async () => {
    await buy(await cardOf("5555555555554444"));
    await sandbox.deliver();
    const files = readdirSync(server.config.dataDir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(files.map(({ name }) => name)).toContain("bank.json");
    const holding = files.filter((one) =>
      /5555555555554|555555555555 ?4444|4000002500003/.test(
        readFileSync(join(one.parentPath ?? one.path, one.name), "latin1"),
      ),
    );
    expect(holding.map(({ name }) => name)).toEqual([]);
  });
});

describe("which provider there is", () => {
  const env = {
    OIDC_ISSUER: "https://id.example",
    OIDC_CLIENT_ID: "c",
    NODE_ENV: "production",
    DATA_DIR: "/tmp/nowhere",
  };
  it("R23: none in production without keys: nothing is sold", async () => {
    expect(await openPayments(readConfig(env), server.clock)).toBeNull();
  });
});

describe("POST /webhooks/payments", () => {
  it("M-5: unsigned, forged and oversized deliveries are turned away over HTTP, whatever they are sent as", async () => {
    const send = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(new URL("/webhooks/payments", server.origin), { method: "POST", headers, body });
    expect((await send("{}")).status).toBe(400);
    expect((await send("{}", { "content-type": "application/json" })).status).toBe(400);
    expect((await send("{}", { "x-sandbox-signature": `t=1,v1=${"0".repeat(64)}` })).status).toBe(400);
    expect((await send("x".repeat(300_000), { "content-type": "application/json" })).status).toBe(413);
    expect((await fetch(new URL("/webhooks/payments", server.origin))).status).not.toBe(500);
  });
});
