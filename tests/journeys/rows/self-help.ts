/** The help finds an article by what went wrong; while a request is described the same article is offered, and solves it (R5). */
import { expect } from "@playwright/test";
import { readLeft } from "../ask.js";
import { customerAt, type Walk } from "./story.js";

const TYPED = { en: "locked out", ro: "blocarea contului" } as const;
const ARTICLE = {
  en: "Find where an account is being locked out",
  ro: "Găsirea sursei blocării unui cont",
} as const;

export const solveByArticle: Walk = async (story) => {
  const { page, view } = story;
  const { person } = await customerAt(story, "Doina", "/help");
  await page.getByRole("searchbox", { name: person.words("help.search") }).fill(TYPED[view.language]);
  await expect(page.locator("main").getByRole("link").filter({ hasText: ARTICLE[view.language] })).toBeVisible();
  await page.goto("/requests/new");
  await person.describeProblem("server 2025", "Windows Server 2025", TYPED[view.language]);
  // By keyboard alone: the article opens where it stands.
  const offered = page.locator("summary", { hasText: ARTICLE[view.language] });
  await expect(offered).toBeVisible();
  await offered.press("Enter");
  const solved = person.button("help.solved").first();
  await expect(solved).toBeVisible();
  await person.expectGoodPage();
  await solved.press("Enter");
  await page.waitForURL("**/requests");
  await expect(page.getByText(person.words("help.solved.done"))).toBeVisible();
  expect(await readLeft(page)).toEqual({ used: 0, drafts: 0 });
};
