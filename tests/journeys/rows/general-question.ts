/** A question about a bill: found by its topic, asked, answered by the team of the topic, and never charged (R99, S7). */
import { expect, type Page } from "@playwright/test";
import { ask } from "../ask.js";
import type { Person } from "../person.js";
import { customerAt, engineerAt, type Story, type Walk } from "./story.js";

const PLAN = "query ($id: ID!) { plan(id: $id) { incidentsRemaining ledger(first: 50) { totalCount } } }";
const TOPIC = { en: "Receipt, bill or refund", ro: "Chitanță, factură sau rambursare" } as const;
const ANSWER = { en: "The receipt has your company on it now.", ro: "Chitanța are acum și firma dvs." } as const;

/** The form, filled and sent by keyboard; answers the title. */
const askAboutBill = async (page: Page, person: Person): Promise<string> => {
  // Nothing typed yet: what is missing is said at its field.
  await person.button("questions.form.send").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
  await person.expectGoodPage();
  const title = `Bill of our company ${Date.now()}`;
  await page.getByRole("textbox", { name: person.words("questions.form.title"), exact: true }).fill(title);
  const question = page.getByRole("textbox", { name: person.words("questions.form.description"), exact: true });
  await question.fill("The receipt of May names me alone.");
  await question.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(person.words("questions.done.free"))).toBeVisible();
  await expect(page.locator(":focus")).toContainText(/\d{16}/);
  await person.expectGoodPage();
  return title;
};

/** The team of the topic takes it and answers. */
const answerAtDesk = async (story: Story, title: string): Promise<void> => {
  const answer = ANSWER[story.view.language];
  const engineer = await engineerAt(story, "/queue?view=unassigned");
  const desk = engineer.page;
  const row = desk.locator("[data-queue-row]", { hasText: title });
  await expect(row).toContainText(TOPIC.en);
  await row.click();
  await engineer.button("workspace.take").click();
  await desk.locator("#reply").fill(answer);
  await engineer.button("conversation.send").click();
  await expect(desk.getByRole("article").filter({ hasText: answer })).toBeVisible();
  await engineer.expectGoodPage();
  await desk.context().close();
};

export const askAtNoCost: Walk = async (story) => {
  const {
    page,
    view: { language },
  } = story;
  const { person, planId: id } = await customerAt(story, "Radu", "/requests/new");
  const before = await ask<{ plan: object }>(page, PLAN, { id });
  await person.link("questions.link").click();
  await expect(page).toHaveURL(/\/ask$/);
  await expect(page.getByRole("heading", { name: TOPIC[language] })).toBeVisible();
  await person.expectGoodPage();
  await page.getByRole("link", { name: new RegExp(`: ${TOPIC[language]}$`) }).click();
  await expect(page.getByRole("heading", { level: 1, name: TOPIC[language] })).toBeFocused();
  const title = await askAboutBill(page, person);
  await person.link("questions.done.open").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await person.expectGoodPage();
  await answerAtDesk(story, title);

  await expect(page.getByRole("article").filter({ hasText: ANSWER[language] })).toBeVisible();
  expect(await ask(page, PLAN, { id })).toEqual(before);
  await page.goto(`/plans/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
};
