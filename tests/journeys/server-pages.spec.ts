/** The pages the server renders itself fit as those of the application do (WCAG 1.4.10). */
import { expect, type Page, test } from "@playwright/test";
import { Person } from "./person.js";
import { lookAtSizes } from "./sizes/look.js";

const expectFits = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await expect(page.locator("main h1").first()).toBeVisible();
  expect(await lookAtSizes(page), page.url()).toEqual([]);
};

for (const locale of ["en-GB", "ro-RO"])
  test(`F81: the server's own pages are neither wider than the window nor cut, ${locale}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, locale });
    const page = await context.newPage();
    const person = new Person(page, locale === "ro-RO" ? "ro" : "en");
    await expectFits(page, "/auth/login");
    await expectFits(page, "/docs/api");
    await person.signIn("u-admin", "/administration/agreements");
    const address = await page.locator('main a[href^="/administration/agreements/pln_"]').first().getAttribute("href");
    await expectFits(page, `/admin/letters/${address?.split("/").at(-1)}`);
    await expectFits(page, "/admin/mail");
    const mail = await page.locator('main a[href^="/admin/mail/"]').first().getAttribute("href");
    await expectFits(page, mail ?? "");
    await context.close();
  });

test("F81, F25: so are those of the payment sandbox", async ({ page }) => {
  const person = new Person(page);
  await person.signIn("u-sam", "/payment-methods");
  await person.button("purchases.cards.add").click();
  await page.waitForURL((url) => url.pathname.startsWith("/cards/"));
  await expect(page.locator("main h1")).toBeVisible();
  expect(await lookAtSizes(page), page.url()).toEqual([]);
  expect(await page.evaluate(() => document.fonts.check('16px "Public Sans"', "a"))).toBe(true);
});
