/** What a person sets for themselves: another browser is signed out, a token is made, used and revoked; in both languages. */
import { expect, type Page, test } from "@playwright/test";
import { type JourneyLanguage, Person } from "./person.js";

const ASK = "{ viewer { scopes } }";
const ISSUE = `mutation { createAgreements(input: { programmeId: "visual-studio-enterprise", startsOn: "2026-11-23" }) {
  issued { accessId } userErrors { code } } }`;

/** What the API answers to a program that has the token, from nowhere near a browser. */
const askWith = async (page: Page, token: string, query = ASK) => {
  const api = await page
    .context()
    .browser()
    ?.newContext({ baseURL: new URL(page.url()).origin });
  const answer = await api?.request.post("/graphql", {
    data: { query },
    headers: { authorization: `Bearer ${token}` },
  });
  const told = { status: answer?.status(), data: (await answer?.json())?.data };
  await api?.close();
  return told;
};

for (const [language, personaId] of [
  ["en", "u-yuki"],
  ["ro", "u-radu"],
] as const satisfies readonly (readonly [JourneyLanguage, string])[]) {
  test(`F7, browser ${language}: a browser is signed out from another one`, async ({ page, browser, baseURL }) => {
    const person = new Person(page, language);
    await person.signIn(personaId, "/profile");
    const context = await browser.newContext({ baseURL });
    const other = new Person(await context.newPage(), language);
    await other.signIn(personaId, "/requests");
    await person.page.getByRole("link", { name: person.words("settings.sessions"), exact: true }).click();
    await expect(person.heading("settings.sessions")).toBeVisible();
    await expect(page.getByText(person.words("settings.sessions.this"))).toHaveCount(1);
    await person.expectGoodPage();
    await person.button("settings.sessions.endOthers").click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: person.words("settings.sessions.endOthers") })
      .click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("listitem").filter({ has: page.locator("strong") })).toHaveCount(1);
    await other.page.goto("/plans");
    await expect(other.page).toHaveURL(/\/sign-in/);
    await page.reload();
    await expect(person.heading("settings.sessions")).toBeVisible();
    await context.close();
  });

  test(`F83, browser ${language}: one's data are fetched, on a narrow screen too`, async ({ page }) => {
    const person = new Person(page, language);
    await page.setViewportSize({ width: 320, height: 700 });
    await person.signIn(personaId, "/settings/data");
    await expect(person.heading("settings.data")).toBeVisible();
    await expect(page.getByText(person.words("settings.data.erase.stays"))).toBeVisible();
    await person.expectGoodPage();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: person.words("settings.data.export.fetch") }).click();
    expect((await download).suggestedFilename()).toMatch(/^accord-acc_\w+\.zip$/);
    await expect(person.heading("settings.data")).toBeVisible();
  });

  test(`F74, browser ${language}: a token is made, a program uses it, and is refused once it is revoked`, async ({
    page,
  }) => {
    const person = new Person(page, language);
    await person.signIn(personaId, "/settings/tokens");
    await page.getByLabel(person.words("settings.tokens.name")).first().fill("Nightly report");
    await page.getByRole("checkbox", { name: person.words("settings.scope.requests.read") }).check();
    await person.button("settings.tokens.make").click();
    const secret = page.getByText(/^accord_pat_/);
    await expect(secret).toBeVisible();
    const token = (await secret.textContent()) ?? "";
    await person.expectGoodPage();
    expect(await askWith(page, token)).toEqual({ status: 200, data: { viewer: { scopes: ["REQUESTS_READ"] } } });
    await page.reload();
    await expect(page.getByText(token)).toHaveCount(0);
    const item = page.getByRole("listitem").filter({ hasText: "Nightly report" }).first();
    await item.getByRole("button").click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: person.words("settings.tokens.revoke") })
      .click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(item.getByRole("button")).toHaveCount(0);
    expect((await askWith(page, token)).status).toBe(401);
    await person.expectGoodPage();
  });
}

test("F60, F74: an administrator's token issues agreements, and no more of them than its day allows", async ({
  page,
}) => {
  const person = new Person(page, "ro");
  await page.setViewportSize({ width: 390, height: 844 });
  await person.signIn("u-admin", "/settings/tokens");
  await page.getByLabel(person.words("settings.tokens.name")).first().fill("Magazin");
  await page.getByRole("checkbox", { name: person.words("settings.scope.staff.agreements.write") }).check();
  await page.getByLabel(person.words("settings.tokens.daily")).fill("5");
  await person.expectGoodPage();
  await person.button("settings.tokens.make").click();
  const secret = page.getByText(/^accord_pat_/);
  await expect(secret).toBeVisible();
  const token = (await secret.textContent()) ?? "";
  expect((await askWith(page, token, ISSUE)).data.createAgreements).toEqual({
    issued: [{ accessId: expect.any(String) }],
    userErrors: [],
  });
  expect((await askWith(page, token, ISSUE)).data.createAgreements.userErrors).toEqual([
    { code: "TOKEN_LIMIT_REACHED" },
  ]);
});
