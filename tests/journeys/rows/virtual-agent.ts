/** The virtual agent before a request: it solves a problem and no incident is spent; or it does not, and the engineer reads first what was found (R61, F63, F64). */
import { expect, type Locator, type Page } from "@playwright/test";
import { readLeft } from "../ask.js";
import type { Person } from "../person.js";
import { customerAt, engineerAt, type Walk } from "./story.js";

export const cardOf = (page: Page, person: Person): Locator =>
  page.getByRole("region", { name: person.words("newRequest.dialogue.title") });

/** At 400 % of 1280 px the card still fits (WCAG 1.4.10). */
const expectReflow = async (page: Page): Promise<void> => {
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "the page scrolls sideways at 320 px").toBeLessThanOrEqual(0);
  await page.setViewportSize(size);
};

/** The answer at each of these places, one question after another. */
const answerEach = async (card: Locator, places: readonly number[]): Promise<void> => {
  const heading = card.getByRole("heading", { level: 4 });
  for (const place of places) {
    const before = (await heading.textContent()) ?? "";
    await card.getByRole("listitem").getByRole("button").nth(place).press("Enter");
    await expect(heading).not.toHaveText(before);
    await expect(heading).toBeFocused();
  }
};

export const solveByDialogue: Walk = async (story) => {
  const { page } = story;
  const { person } = await customerAt(story, "Vera", "/requests/new");
  await person.describeProblem("server 2025", "Windows Server 2025", "Locked out");
  const card = cardOf(page, person);
  await expect(card).toBeVisible();
  await person.button("newRequest.dialogue.start").click();
  await expect(card.getByRole("heading", { level: 4 })).toBeFocused();
  await person.expectGoodPage();
  await expectReflow(page);
  // The event, with a computer name; a mail server; it works now.
  await answerEach(card, [0, 1, 0]);
  await expect(card.getByRole("heading", { level: 4 })).toHaveText(person.words("newRequest.dialogue.end.SOLVED"));
  await person.expectGoodPage();
  await person.button("newRequest.dialogue.solved").click();
  await page.waitForURL("**/requests");
  await expect(page.getByText(person.words("newRequest.dialogue.solved.done"))).toBeVisible();
  await person.expectGoodPage();
  expect(await readLeft(page)).toEqual({ used: 0, drafts: 0 });
};

export const handTranscriptOn: Walk = async (story) => {
  const { page } = story;
  const { person } = await customerAt(story, "Vera", "/requests/new");
  const title = `Locked out ${story.view.language} ${Date.now()}`;
  await person.describeProblem("server 2025", "Windows Server 2025", title);
  const card = cardOf(page, person);
  await expect(card).toBeVisible();
  await person.button("newRequest.dialogue.start").click();
  // No event 4740; auditing is on, still nothing; no connection found: lines of netlogon.log are asked for.
  await answerEach(card, [2, 2, 1]);
  await card.getByRole("textbox").fill("[LOGON] Returns 0xC000006A\nvia PC-17");
  await person.expectGoodPage();
  await expectReflow(page);
  await page.reload();
  await expect(card.getByRole("textbox")).toHaveValue("[LOGON] Returns 0xC000006A\nvia PC-17");
  await person.button("newRequest.dialogue.continue").click();
  await expect(card.getByRole("heading", { level: 4 })).toHaveText(person.words("newRequest.dialogue.end.UNSOLVED"));
  await person.button("newRequest.dialogue.proceed").click();
  await expect(page.locator("#flow-title")).toBeFocused();
  await person.next();
  await person.choosePlan();
  await person.goToReview();
  await person.submit();

  const petra = await engineerAt(story, "/queue");
  const desk = petra.page;
  await desk.locator("[data-queue-row]", { hasText: title }).click();
  await petra.button("workspace.take").click();
  await expect(desk.getByRole("heading", { name: /Tried first with the virtual agent/ })).toBeVisible();
  const first = desk.getByRole("list", { name: petra.words("conversation.tab") }).getByRole("listitem");
  await expect(first.filter({ hasText: "0xC000006A" }).first()).toContainText("No event 4740 at all");
  await petra.expectGoodPage();
  await desk.context().close();
};
