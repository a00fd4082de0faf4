/** What is asked about a problem, secrets pointed out before they are sent, and an open request instead of a second one (F34, F40, F42, F47). */
import { expect, test } from "@playwright/test";
import { toldInShort } from "../support/tier.js";
import { readLeft } from "./ask.js";
import type { Person } from "./person.js";
import { customerAt } from "./rows/story.js";
import { PHONE, VIEWS } from "./views.js";

const TITLE = "Locked out every morning";

const chooseProblem = async (person: Person): Promise<void> => {
  const { page } = person;
  await person.chooseVersion("server 2025", "Windows Server 2025");
  await page.locator("#flow-categoryId").selectOption("active-directory");
  await page.locator("#flow-problemId").selectOption("account-lockouts");
  await expect(page.getByRole("heading", { name: person.words("newRequest.answers.title") })).toBeVisible();
};

for (const view of VIEWS) {
  test.describe(`browser ${view.language}, ${view.width} px`, () => {
    test.use(view.options);

    test(
      "F34, F40, F42, F47: questions are answered, secrets stay at home, and the second request is not opened",
      toldInShort(view === PHONE),
      async ({ page, browser, baseURL }) => {
        const { person } = await customerAt({ page, browser, baseURL, view }, "Evelina", "/requests/new");
        await chooseProblem(person);
        await page.locator("#flow-title").fill(TITLE);
        const description = page.locator("#flow-description");
        await description.fill("On every domain controller.\npassword: Winter2026!\nSince Monday.");
        await person.button("newRequest.next").click();

        // F34: each question without an answer is named, and its link leads there.
        const summary = page.getByRole("alert").filter({ has: page.getByRole("link") });
        await expect(summary.getByRole("link")).toHaveCount(await page.locator("#flow-answers [required]").count());
        await summary.getByRole("link").first().click();
        await expect(page.locator("#flow-answers input").first()).toBeFocused();
        await person.answerQuestions();
        await expect(summary).toHaveCount(0);

        // F42: one press takes the password out.
        const warning = page
          .getByRole("status")
          .filter({ hasText: /2/ })
          .filter({ has: page.getByRole("button") });
        await expect(warning).toBeVisible();
        await person.expectGoodPage();
        await warning.getByRole("button").first().click();
        await expect(description).toHaveValue("On every domain controller.\npassword: •••\nSince Monday.");

        // F47: a log with a password waits until the person decides, and is taken away.
        const log = {
          name: "app.log",
          mimeType: "text/plain",
          buffer: Buffer.from("start\nDB_PASSWORD=Winter2026!\n"),
        };
        await page.locator('input[type="file"]').setInputFiles(log);
        const held = page.getByRole("alert").filter({ hasText: /2/ });
        await expect(held).toBeVisible();
        await person.expectGoodPage();
        await page
          .getByRole("button", { name: new RegExp(`${person.pattern("attachments.remove").source}.*app\\.log`) })
          .click();
        await expect(held).toHaveCount(0);

        // F32: a reload keeps what was answered.
        await expect(page.getByText(person.pattern("newRequest.saved.saved")).first()).toBeVisible();
        await page.reload();
        await expect(page.locator("#flow-answers input").first()).not.toHaveValue("");
        await person.next();
        await person.choosePlan();
        await person.goToReview();
        await expect(page.getByRole("heading", { name: person.words("newRequest.answers.title") })).toBeVisible();
        await person.expectGoodPage();
        await person.button("newRequest.submit").click();
        await expect(person.heading("newRequest.done.title")).toBeVisible();

        // F40: the same problem once more.
        await page.goto("/requests/new?fresh=1");
        await chooseProblem(person);
        const join = page.getByRole("button", { name: person.pattern("newRequest.already.join.of") });
        await expect(join).toHaveCount(1);
        await expect(page.getByText(TITLE)).toBeVisible();
        await person.expectGoodPage();
        await join.click();
        const dialog = page.getByRole("dialog");
        await expect(dialog).toBeVisible();
        await person.expectGoodPage();
        await dialog.getByRole("button", { name: person.words("newRequest.already.discard") }).click();
        await page.waitForURL(/\/requests\/req_/);
        await expect(page.getByText(person.words("newRequest.already.joined"))).toBeVisible();
        // On a phone the facts are folded.
        const facts = page.locator("summary", { hasText: person.words("requests.facts") });
        const answers = page.getByRole("heading", { name: person.words("requests.answers") });
        await expect(facts.or(answers).first()).toBeVisible();
        if (await facts.isVisible()) await facts.click();
        await expect(answers).toBeVisible();
        await person.expectGoodPage();
        expect(await readLeft(page)).toEqual({ used: 1, drafts: 0 });
      },
    );
  });
}
