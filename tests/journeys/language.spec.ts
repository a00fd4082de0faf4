/** K8: one place decides which language is spoken: the account, then what was chosen in this browser, then the browser; after a reload of every page, and on the server's own. */
import { type Browser, expect, type Page, test } from "@playwright/test";
import { chosenCookie } from "../../scripts/account-language.mjs";
import { type JourneyLanguage, Person } from "./person.js";
import { addressesOf, readKnown } from "./sizes/addresses.js";
import { readPatterns } from "./sizes/routes.js";

/** Notes every language the document ever had. */
const noteLanguages = (): void => {
  const noted: string[] = [];
  Object.assign(window, { notedLanguages: noted });
  const note = (): void => {
    const { lang } = document.documentElement;
    if (lang !== noted.at(-1)) noted.push(lang);
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributeFilter: ["lang"] });
};
const notedLanguages = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { notedLanguages: string[] }).notedLanguages);

const readPage = async (page: Page): Promise<void> => {
  await expect(page.locator("main h1").first()).toBeVisible();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
};

// Some thirty pages, each loaded anew.
test.describe.configure({ timeout: 300_000 });
const OF_STAFF = /^\/(queue|administration)\b/;

/** A browser that wishes for English in every way it has. */
const openEnglish = async (browser: Browser, baseURL: string | undefined): Promise<Page> => {
  const context = await browser.newContext({ baseURL, locale: "en-GB" });
  await context.addCookies([chosenCookie("en")]);
  const page = await context.newPage();
  await page.addInitScript(noteLanguages);
  return page;
};

for (const [persona, isTheirs] of [
  ["u-radu", (pattern: string) => !OF_STAFF.test(pattern)],
  ["u-admin", (pattern: string) => OF_STAFF.test(pattern)],
] as const)
  test(`K8: every page is in the account's language from its first moment, whatever this browser wishes (${persona})`, async ({
    browser,
    baseURL,
  }) => {
    const home = await browser.newContext({ baseURL });
    await new Person(await home.newPage(), "ro").signIn(persona, "/help");
    const page = await openEnglish(browser, baseURL);
    await page.goto("/auth/login?returnTo=/help");
    await page.locator(`button[name="person"][value="${persona}"]`).click();
    await readPage(page);
    const known = await readKnown(page);
    const patterns = (await readPatterns()).filter(isTheirs);
    expect(patterns.length).toBeGreaterThan(15);
    // Another of the same kind is spoken in the same place.
    const addresses = patterns.flatMap((pattern) => addressesOf(pattern, known).slice(0, 1));
    for (const address of addresses) {
      await page.goto(address);
      await readPage(page);
      expect(await notedLanguages(page), address).toEqual(["ro"]);
    }
    for (const context of [home, page.context()]) await context.close();
  });

const choose = async ({ page }: Person, from: JourneyLanguage, to: string): Promise<void> => {
  const label = { en: "Language: English", ro: "Limba: Română" }[from];
  await page.getByRole("button", { name: label }).click();
  await page.getByRole("button", { name: to, exact: true }).click();
};

test("K8, R54, browser en: a language chosen in the header is the account's, in another browser too, and is told", async ({
  page,
  browser,
  baseURL,
}) => {
  const jonas = new Person(page, "en");
  await jonas.signIn("u-jonas", "/ask/receipt-or-bill");
  const title = page.getByRole("main").getByRole("textbox").first();
  await title.fill("A bill to our company");
  await choose(jonas, "en", "Română");
  await expect(page.getByRole("status").filter({ hasText: /^De acum, aceste pagini/ })).toBeFocused();
  // What was typed stays.
  await expect(title).toHaveValue("A bill to our company");
  await page.reload();
  await expect(page.getByRole("link", { name: "Solicitare nouă" }).first()).toBeVisible();
  const elsewhere = await openEnglish(browser, baseURL);
  await elsewhere.goto("/auth/login?returnTo=/plans");
  await elsewhere.locator('button[name="person"][value="u-jonas"]').click();
  await readPage(elsewhere);
  expect(await notedLanguages(elsewhere)).toEqual(["ro"]);
  await elsewhere.context().close();
  await choose(new Person(page, "ro"), "ro", "English");
  await expect(page.getByRole("status").filter({ hasText: /^These pages and your mails/ })).toBeFocused();
});

test("K8: with nobody signed in the choice is kept in this browser, for the pages of the server too", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, locale: "en-GB" });
  const page = await context.newPage();
  await page.addInitScript(noteLanguages);
  const stranger = new Person(page, "en");
  await page.goto("/help");
  await readPage(page);
  await choose(stranger, "en", "Română");
  await expect(page.getByRole("button", { name: "Limba: Română" })).toBeVisible();
  for (const address of ["/help", "/sign-in", "/auth/login"]) {
    await page.goto(address);
    await expect(page.locator("main h1").first()).toBeVisible();
    expect(await notedLanguages(page), address).toEqual(["ro"]);
  }
  await context.close();
});
