/** The same purchases through Stripe's adapter: cards in Stripe's element, charges at a server that behaves like Stripe (R76–R78, E17, E18, F24, F25, I-9). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, test } from "@playwright/test";
import { type SpawnedServer, spawnServer } from "../support/processes.js";
import { type StripeLike, startStripeLike } from "../support/stripe-like/stripe-like.js";
import { agreeAndBuy, purchasesOf, reachPlans, submitRequest } from "./buyer.js";
import { Person } from "./person.js";
import { standInForStripe } from "./stripe-stand-in.js";

let like: StripeLike;
let server: SpawnedServer;
const folder = mkdtempSync(join(tmpdir(), "accord-stripe-"));

test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  like = await startStripeLike();
  server = await spawnServer({
    DATA_DIR: folder,
    ACCORD_SEED: "demo",
    ACCORD_LIMITS: JSON.stringify({ anonymousPerMinute: 100_000, failedSignInsPerAddress: 1_000 }),
    STRIPE_SECRET_KEY: like.settings.secretKey,
    STRIPE_WEBHOOK_SECRET: like.settings.webhookSecret,
    STRIPE_PUBLISHABLE_KEY: like.settings.publishableKey,
    STRIPE_API_BASE: like.settings.apiBase ?? "",
  });
});
test.afterAll(async () => {
  await server.stop();
  await like.stop();
  rmSync(folder, { recursive: true, force: true });
});

const buyer = async (browser: Browser): Promise<Person> => {
  const context = await browser.newContext({ baseURL: server.origin });
  await standInForStripe(context, like, server.origin);
  return new Person(await context.newPage());
};

/** Goes to the cards page and comes back with a card. */
const enterCard = async (person: Person, number: string): Promise<void> => {
  const { page } = person;
  await person.button("purchases.cards.add").click();
  await page.waitForURL(/\/payment-methods\?/);
  const field = page.locator("#stand-in-number");
  // Stripe's words about a wrong number stand where they are needed.
  await field.fill("4242");
  await person.button("purchases.cards.save").click();
  await expect(page.getByText("Your card number is incomplete.")).toBeVisible();
  await person.expectGoodPage();
  await field.fill(number);
  await person.button("purchases.cards.save").click();
  await page.waitForURL((url) => url.pathname.endsWith("/plan") && !url.searchParams.has("cardSetup"));
};

test("R76, F24, F25, I-9, browser en: with Stripe, the card is entered in its element on a page of its own, charged once, and the request goes on", async ({
  browser,
}) => {
  const person = await buyer(browser);
  await reachPlans(person, "stripe");
  await enterCard(person, "4242424242424242");
  await agreeAndBuy(person);
  await expect(person.page.locator('input[type="radio"][name="plan"]')).toBeChecked();
  await submitRequest(person);
  expect(await purchasesOf(person.page)).toEqual([{ state: "SUCCEEDED", packSize: 1 }]);
  expect([...like.book.charges.values()]).toEqual([1]);
});

test("E17, E18: with Stripe, the bank's question is answered at its page, and the request goes on", async ({
  browser,
}) => {
  const person = await buyer(browser);
  const { page } = person;
  await reachPlans(person, "stripe-challenge");
  await enterCard(person, "4000002500003155");
  await agreeAndBuy(person);
  await page.getByRole("link", { name: "It is me" }).click();
  await page.waitForURL(/\/purchases\/pur_/);
  await person.link("purchases.goOn").click();
  await expect(page.locator('input[type="radio"][name="plan"]')).toBeChecked();
  await submitRequest(person);
});

test("E18: with Stripe, a declined card says why and charges nothing", async ({ browser }) => {
  const person = await buyer(browser);
  const before = like.book.charges.size;
  await reachPlans(person, "stripe-declined");
  await enterCard(person, "4000000000009995");
  await agreeAndBuy(person);
  await expect(person.page.getByText(person.words("purchases.told.declined.text")).first()).toBeVisible();
  await expect(person.page.locator('input[type="radio"][name="plan"]')).toHaveCount(0);
  expect(await purchasesOf(person.page)).toEqual([{ state: "DECLINED", packSize: 1 }]);
  expect(like.book.charges.size).toBe(before);
});
