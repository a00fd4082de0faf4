/** No card number is anywhere of ours after people bought: database, logs, sandbox, pages, schema (P-6; R78). */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { cardNumbersBelow, cardNumbersIn } from "../support/card-numbers.js";
import { killAll, spawnServer } from "../support/processes.js";
import { TestBrowser } from "../support/test-browser.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "accord-cards-"));
const NUMBERS = ["4242424242424242", "4242 4242 4242 4242", "5555-5555-5555-4444", "4000000000000002"];
afterAll(async () => {
  await killAll();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async <Data>(browser: TestBrowser, query: string, variables: object = {}): Promise<Data> => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ query, variables });
  const reply = await browser.request("/graphql", { method: "POST", headers, body });
  const answer = (await reply.json()) as { data?: Data };
  if (!answer.data) throw new Error(JSON.stringify(answer));
  return answer.data;
};

const BEGIN = `mutation { startCardSetup(input: { returnTo: "/payment-methods" }) { setup { id: setupId redirectUrl } } }`;
const FINISH = `mutation ($id: ID!) { completeCardSetup(input: { setupId: $id }) { paymentMethod { id last4 } } }`;
const BUY = `mutation ($input: PurchaseIncidentInput!) { purchaseIncident(input: $input) { purchase { state } userErrors { code } } }`;
interface Setup {
  readonly startCardSetup: { readonly setup: { readonly id: string; readonly redirectUrl: string } };
}
interface Finished {
  readonly completeCardSetup: { readonly paymentMethod: { readonly id: string; readonly last4: string } };
}

/** Types a number on the provider's page and buys with it; answers the last four digits that were kept. */
const buyWith = async (browser: TestBrowser, number: string): Promise<string> => {
  const { setup } = (await ask<Setup>(browser, BEGIN)).startCardSetup;
  const body = new URLSearchParams({ number, expiry: "12/30", cvc: "123" });
  const reply = await fetch(setup.redirectUrl, { method: "POST", body, redirect: "manual" });
  expect(reply.status).toBe(303);
  const { paymentMethod } = (await ask<Finished>(browser, FINISH, { id: setup.id })).completeCardSetup;
  const { offers } = (await ask<{ incidentOffers: { offers: { id: string }[] } }>(browser, OFFERS)).incidentOffers;
  const offerId = offers[0]?.id ?? "";
  const input = { offerId, paymentMethodId: paymentMethod.id, consent: true, idempotencyKey: `buy-${number}-once` };
  await ask(browser, BUY, { input });
  return paymentMethod.last4;
};
const OFFERS = `{ incidentOffers(country: "US") { offers { id: offerId } } }`;

it("P-6: a planted card number is found, plain, with spaces or dashes, in a text and in a binary file; other numbers are not", () => {
  for (const number of NUMBERS) expect(cardNumbersIn(`{"card":"${number}"}`)).toEqual([number]);
  expect(cardNumbersIn("4242424242424241 1795400008000 9007199254740991 0.4242424242424242 a4242424242424242")).toEqual(
    [],
  );
  const planted = mkdtempSync(join(tmpdir(), "accord-planted-"));
  writeFileSync(
    join(planted, "some.sqlite"),
    Buffer.concat([Buffer.from([0, 255, 1]), Buffer.from(`${NUMBERS[0]}\0`)]),
  );
  expect(cardNumbersBelow(planted).found).toEqual([{ file: join(planted, "some.sqlite"), numbers: [NUMBERS[0]] }]);
  rmSync(planted, { recursive: true });
});

it("P-6, R78: nothing that a server writes holds a card number after cards were typed, kept, charged and declined", {
  timeout: 120_000,
}, async () => {
  const server = await spawnServer({ DATA_DIR: folder, ACCORD_SEED: "demo", NODE_ENV: "test", LOG_LEVEL: "trace" });
  const browser = new TestBrowser(server.origin);
  await browser.signInAs("u-sam");
  for (const number of NUMBERS) expect(await buyWith(browser, number)).toBe(number.slice(-4));
  const { stdout, stderr } = await server.stop();
  expect(stdout.length).toBeGreaterThan(1000);
  expect(cardNumbersIn(stdout + stderr)).toEqual([]);
  const { files, found } = cardNumbersBelow(folder);
  expect(files).toBeGreaterThan(2);
  expect(found).toEqual([]);
});

it("P-6: the pages hold no card number, and the contract no field for one", () => {
  const pages = join(root, "apps/web/dist");
  expect(existsSync(pages)).toBe(true);
  expect(cardNumbersBelow(pages).found).toEqual([]);
  const schema = readFileSync(join(root, "packages/schema/schema.graphql"), "utf8");
  expect(schema.match(/^\s*\w*(cardNumber|cvc|cvv|securityCode|\bpan)\w*\s*[:(]/gim)).toBeNull();
});
