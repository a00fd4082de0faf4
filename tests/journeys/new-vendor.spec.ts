/** As a new vendor would: an empty database, production settings, an issuer of their own; no developer between the command line and the first request (F56, F57, R49). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, expect, test } from "@playwright/test";
import { type Issuer, startIssuer } from "../support/issuer.js";
import { runCommand, type SpawnedServer, spawnServer } from "../support/processes.js";
import { freePort } from "../support/test-server.js";
import { Person } from "./person.js";

const folder = mkdtempSync(join(tmpdir(), "accord-vendor-"));
const seeds = fileURLToPath(new URL("../../apps/api/seeds/", import.meta.url));
let issuer: Issuer;
let server: SpawnedServer;

test.beforeAll(async () => {
  const port = await freePort();
  issuer = await startIssuer(`http://localhost:${port}`);
  server = await spawnServer({
    ...issuer.env,
    NODE_ENV: "production",
    PORT: String(port),
    PUBLIC_ORIGIN: `http://localhost:${port}`,
    DATA_DIR: folder,
    ACCORD_SEED: "none",
  });
});
test.afterAll(async () => {
  await server?.stop();
  await issuer?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Signs in at the issuer, whose pages are its own. */
const signIn = async (browser: Browser, name: string, path: string): Promise<Person> => {
  const context = await browser.newContext({ baseURL: server.origin, ignoreHTTPSErrors: true });
  const person = new Person(await context.newPage());
  const { page } = person;
  await page.goto(path);
  await page.locator('a[href^="/auth/login"]').first().click();
  await page.locator('input[name="login"]').fill(name);
  await page.locator('input[name="password"]').fill("anything");
  await page.locator('button[type="submit"]').click();
  // The issuer asks whether the portal may know who this is.
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => url.origin === server.origin && !url.pathname.startsWith("/auth"));
  return person;
};

const updatePack = async (person: Person, kind: string, file: string): Promise<void> => {
  const { page } = person;
  await page.goto(`/administration/packs/${kind}`);
  await page.locator('input[type="file"]').setInputFiles(join(seeds, file));
  await person.button("packs.load.look").click();
  await person.button("packs.load.verb").click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: person.words("packs.load.verb") })
    .click();
  await expect(page.getByText(person.pattern("packs.load.done")).first()).toBeVisible();
};

const idOn = (person: Person, id: string): Promise<string> =>
  person.page
    .locator("dl > div", { has: person.page.getByText(person.words(id), { exact: true }) })
    .locator("dd > span")
    .first()
    .innerText();

test("F56, F57, R2, R49, browser en: first administrator by command line, packs from the browser, an agreement issued, registered, and a request opened", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  // Nobody is an administrator before the command line says so.
  const vendor = await signIn(browser, "irina.marin", "/administration");
  const env = { ...issuer.env, NODE_ENV: "production", DATA_DIR: folder, PUBLIC_ORIGIN: server.origin };
  const granted = await runCommand(["staff", "grant", "irina.marin@people.example", "--role", "administrator"], env);
  expect(granted.stderr).toBe("");
  expect(granted.code).toBe(0);

  await vendor.page.goto("/administration/packs");
  await expect(vendor.page.getByRole("heading", { level: 1 })).toBeVisible();
  await vendor.expectGoodPage();
  for (const kind of ["portals", "topics", "products", "programmes", "regions", "taxes"])
    await updatePack(vendor, kind, `${kind}.json`);
  await vendor.expectGoodPage();

  await vendor.page.goto("/administration/agreements/issue");
  await vendor.page.getByLabel(vendor.words("managed.issue.programmeId")).selectOption("partner-product-support-20");
  await vendor.button("managed.issue.button").click();
  const accessId = await idOn(vendor, "plans.accessId");
  const agreementId = await idOn(vendor, "plans.agreementId");
  await vendor.expectGoodPage();

  const customer = await signIn(browser, "ana.ionescu", "/plans");
  await customer.completeProfile();
  await customer.page.getByRole("textbox", { name: /^Access ID/ }).fill(accessId);
  await customer.page.getByRole("textbox", { name: /^Agreement ID/ }).fill(agreementId);
  await customer.button("plans.add.button").click();
  await expect(customer.page.locator('a[href^="/plans/pln_"]').first()).toBeVisible();
  await customer.page.goto("/requests/new");
  await customer.describeProblem("server 2025", "Windows Server 2025", "Accounts are locked every morning");
  await customer.next();
  await customer.choosePlan();
  await customer.goToReview();
  await customer.submit();
});
