/** Help, profile and the dark theme: pages people reach from everywhere. */
import { expect, test } from "@playwright/test";
import { Person } from "./person.js";

test("R51, R55, R71, browser en: the help pages stand open to everybody and say what to do", async ({ page }) => {
  const person = new Person(page);
  for (const path of [
    "/help",
    "/help/portal-missing-agreement",
    "/help/portal-no-purchase-with-work-account",
    "/help/portal-n-1-rule",
    "/help/portal-plan-unavailable",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await person.expectGoodPage();
  }
});

test("R54, browser en: the profile can be changed later", async ({ page }) => {
  const person = new Person(page);
  await person.signIn("u-yuki", "/profile");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await person.expectGoodPage();
});

for (const colorScheme of ["dark", "light"] as const)
  test(`the pages hold in the ${colorScheme} theme, in Romanian`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, locale: "ro-RO", baseURL, reducedMotion: "reduce" });
    const page = await context.newPage();
    const person = new Person(page, "ro");
    await person.signIn("u-elena", "/plans");
    for (const path of ["/plans", "/requests", "/requests/new", "/help"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await person.expectGoodPage();
    }
    await context.close();
  });
