/** Articles tell whom they are for (R9), and are passed on by link and by mail (R100); nobody need sign in for either. */
import { expect } from "@playwright/test";
import { Person } from "../person.js";
import type { Walk } from "./story.js";

const ARTICLE = { en: "Activate a benefit", ro: "Activați un beneficiu" } as const;
const OF_ADMINISTRATORS = {
  en: "Find where an account is being locked out",
  ro: "Găsirea sursei blocării unui cont",
} as const;

export const chooseAudience: Walk = async ({ page, view: { language } }) => {
  const person = new Person(page, language);
  await page.goto("/help");
  const list = page.locator("main").getByRole("listitem");
  await expect(list.filter({ hasText: OF_ADMINISTRATORS[language] })).toBeVisible();
  const audience = page.getByLabel(person.words("help.audience"), { exact: true });
  await expect(audience.locator('option[value="Partner"]')).toBeAttached();
  await audience.selectOption("Partner");
  await expect(list.filter({ hasText: OF_ADMINISTRATORS[language] })).toHaveCount(0);
  await person.expectGoodPage();
  await list.filter({ hasText: ARTICLE[language] }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: ARTICLE[language] })).toBeVisible();
  await expect(page.getByText(person.pattern("help.appliesTo"))).toContainText(person.words("help.audience.partner"));
};

export const passOn: Walk = async ({ page, browser, baseURL, view: { language } }) => {
  const person = new Person(page, language);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/help/portal-activate-benefit");
  await expect(page.getByRole("heading", { level: 1, name: ARTICLE[language] })).toBeVisible();
  await person.expectGoodPage();
  const copy = page.getByRole("button", { name: new RegExp(`${person.words("help.link")}$`) });
  await expect(copy).toBeVisible();
  await copy.press("Enter");
  const what = person.words("help.link");
  await expect(page.getByText(person.words("ui.copied").replace("{what}", what))).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${baseURL}/help/portal-activate-benefit`);

  const mail = new URL((await person.link("help.mail").getAttribute("href")) ?? "");
  expect(mail.protocol).toBe("mailto:");
  expect(mail.searchParams.get("subject")).toBe(ARTICLE[language]);
  expect(mail.searchParams.get("body")).toContain(copied);

  // Whoever gets the link reads the article, signed in or not.
  const other = await browser.newContext({ baseURL });
  const reader = new Person(await other.newPage(), language);
  await reader.page.goto(copied);
  await expect(reader.page.getByRole("heading", { level: 1, name: ARTICLE[language] })).toBeVisible();
  await other.close();
};
