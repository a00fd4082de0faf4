/** A question about a bill: found by its topic, asked, answered by the team of the topic, and never charged (R99, S7). */
import { expect, type Page, test } from "@playwright/test";
import { issueAgreement } from "./issue-agreement.js";
import { type JourneyLanguage, Person } from "./person.js";

/** What is no part of the story is done by the API, with the session of the page. */
const ask = (page: Page, query: string, variables: object = {}) =>
  page.evaluate(
    async (body) => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const { data, errors } = await answer.json();
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
    { query, variables },
  );

const ADD = "mutation ($input: AddAgreementInput!) { addAgreement(input: $input) { plan { id } } }";
const PLAN = "query ($id: ID!) { plan(id: $id) { incidentsRemaining ledger(first: 50) { totalCount } } }";
const TOPIC = { en: "Receipt, bill or refund", ro: "Chitanță, factură sau rambursare" };
const ANSWER = { en: "The receipt has your company on it now.", ro: "Chitanța are acum și firma dvs." };

const VIEWS: readonly { language: JourneyLanguage; width: number; height: number }[] = [
  { language: "en", width: 1440, height: 900 },
  { language: "ro", width: 390, height: 844 },
];

for (const { language, width, height } of VIEWS)
  test(`R99, browser ${language}: a question about a bill is asked and answered at ${width} px, and uses no incident`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, viewport: { width, height }, reducedMotion: "reduce" });
    const page = await context.newPage();
    const person = new Person(page, language);
    const email = `radu.${language}.${Date.now()}@carpatia.example`;
    await person.signInAsNew({ givenName: "Radu", familyName: "Țepeș", email, kind: "work" }, "/plans");
    await person.completeProfile();
    const { accessId, agreementId } = issueAgreement();
    const added = await ask(page, ADD, { input: { accessId, agreementId } });
    const id: string = added.addAgreement.plan.id;
    const before = (await ask(page, PLAN, { id })).plan;

    await page.goto("/requests/new");
    await person.link("questions.link").click();
    await expect(page).toHaveURL(/\/ask$/);
    await expect(page.getByRole("heading", { name: TOPIC[language] })).toBeVisible();
    await person.expectGoodPage();
    await page.getByRole("link", { name: new RegExp(`: ${TOPIC[language]}$`) }).click();
    await expect(page.getByRole("heading", { level: 1, name: TOPIC[language] })).toBeFocused();

    // Nothing typed yet: what is missing is said at its field.
    await person.button("questions.form.send").click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
    await person.expectGoodPage();
    const title = `Bill of our company ${Date.now()}`;
    await page.getByRole("textbox", { name: person.words("questions.form.title"), exact: true }).fill(title);
    const question = page.getByRole("textbox", { name: person.words("questions.form.description"), exact: true });
    await question.fill("The receipt of May names me alone.");
    // By keyboard alone.
    await question.press("Tab");
    await page.keyboard.press("Enter");
    const told = page.getByText(person.words("questions.done.free"));
    await expect(told).toBeVisible();
    await expect(page.locator(":focus")).toContainText(/\d{16}/);
    await person.expectGoodPage();
    await person.link("questions.done.open").click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    await person.expectGoodPage();

    const desk = await (await browser.newContext({ baseURL })).newPage();
    const engineer = new Person(desk);
    await engineer.signIn("u-novak", "/queue?view=unassigned");
    const row = desk.locator("[data-queue-row]", { hasText: title });
    await expect(row).toContainText(TOPIC.en);
    await row.click();
    await engineer.button("workspace.take").click();
    await desk.locator("#reply").fill(ANSWER[language]);
    await engineer.button("conversation.send").click();
    await expect(desk.getByRole("article").filter({ hasText: ANSWER[language] })).toBeVisible();
    await engineer.expectGoodPage();
    await desk.context().close();

    await expect(page.getByRole("article").filter({ hasText: ANSWER[language] })).toBeVisible();
    expect((await ask(page, PLAN, { id })).plan).toEqual(before);
    await page.goto(`/plans/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(title)).toHaveCount(0);
    await context.close();
  });
