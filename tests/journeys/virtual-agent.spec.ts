/** The virtual agent before a request: it solves a problem and no incident is spent; or it does not, and the engineer reads first what was found (R61, F63, F64). */
import { type Browser, expect, type Locator, test } from "@playwright/test";
import { ask, atNewRequest } from "./newcomer.js";
import { Person } from "./person.js";

const SIZES = { en: { width: 1440, height: 900 }, ro: { width: 390, height: 844 } } as const;
const LEFT = "{ myPlans { nodes { incidentsRemaining incidentsTotal } } myDrafts { id } }";

/** The answer at each of these places, one question after another. */
const answerEach = async (card: Locator, places: readonly number[]): Promise<void> => {
  const heading = card.getByRole("heading", { level: 4 });
  for (const place of places) {
    const before = (await heading.textContent()) ?? "";
    await card.getByRole("listitem").getByRole("button").nth(place).click();
    await expect(heading).not.toHaveText(before);
    await expect(heading).toBeFocused();
  }
};
const engineer = async (browser: Browser, baseURL: string | undefined): Promise<Person> => {
  const context = await browser.newContext({ baseURL, viewport: SIZES.en });
  const person = new Person(await context.newPage());
  await person.signIn("u-novak", "/queue");
  return person;
};

for (const language of ["en", "ro"] as const) {
  test.describe(`browser ${language}`, () => {
    test.use({ viewport: SIZES[language], locale: language === "ro" ? "ro-RO" : "en-GB" });

    test(`R61, F63, F64, browser ${language}: a few questions solve the problem; the draft ends and no incident is used`, async ({
      page,
    }) => {
      const person = await atNewRequest(page, language, "Vera");
      await person.describeProblem("server 2025", "Windows Server 2025", "Locked out");
      const card = page.getByRole("region", { name: person.words("newRequest.dialogue.title") });
      await expect(card).toBeVisible();
      await person.button("newRequest.dialogue.start").click();
      await expect(card.getByRole("heading", { level: 4 })).toBeFocused();
      await person.expectGoodPage();
      // The event, with a computer name; a mail server; it works now.
      await answerEach(card, [0, 1, 0]);
      await expect(card.getByRole("heading", { level: 4 })).toHaveText(person.words("newRequest.dialogue.end.SOLVED"));
      await person.expectGoodPage();
      await person.button("newRequest.dialogue.solved").click();
      await page.waitForURL("**/requests");
      await expect(page.getByText(person.words("newRequest.dialogue.solved.done"))).toBeVisible();
      await person.expectGoodPage();
      const { myPlans, myDrafts } = (await ask(page, LEFT)) as unknown as {
        myPlans: { nodes: { incidentsRemaining: number; incidentsTotal: number }[] };
        myDrafts: object[];
      };
      expect(myPlans.nodes.map((one) => one.incidentsTotal - one.incidentsRemaining)).toEqual([0]);
      expect(myDrafts).toEqual([]);
    });

    test(`R61, F63, browser ${language}: what was found outlives a reload, goes with the request, and the engineer reads it first`, async ({
      page,
      browser,
      baseURL,
    }) => {
      const person = await atNewRequest(page, language, "Vera");
      const title = `Locked out ${language} ${Date.now()}`;
      await person.describeProblem("server 2025", "Windows Server 2025", title);
      const card = page.getByRole("region", { name: person.words("newRequest.dialogue.title") });
      await person.button("newRequest.dialogue.start").click();
      // No event 4740; auditing is on, still nothing; no connection found: lines of netlogon.log are asked for.
      await answerEach(card, [2, 2, 1]);
      await card.getByRole("textbox").fill("[LOGON] Returns 0xC000006A\nvia PC-17");
      await person.expectGoodPage();
      await page.reload();
      await expect(card.getByRole("textbox")).toHaveValue("[LOGON] Returns 0xC000006A\nvia PC-17");
      await person.button("newRequest.dialogue.continue").click();
      await expect(card.getByRole("heading", { level: 4 })).toHaveText(
        person.words("newRequest.dialogue.end.UNSOLVED"),
      );
      await person.button("newRequest.dialogue.proceed").click();
      await expect(page.locator("#flow-title")).toBeFocused();
      await person.next();
      await page.locator('input[type="radio"][name="plan"]').first().check();
      await page.locator('input[name="severity"]').nth(1).check();
      await person.next();
      await expect(person.heading("newRequest.stepTitle.PRIMARY_CONTACT")).toBeVisible();
      await page.getByRole("radio", { name: person.words("newRequest.primary.me") }).check();
      await person.next();
      await expect(person.heading("newRequest.stepTitle.SHARING")).toBeVisible();
      await person.next();
      await expect(person.heading("newRequest.stepTitle.REVIEW")).toBeVisible();
      await person.button("newRequest.submit").click();
      await expect(person.heading("newRequest.done.title")).toBeVisible();

      const petra = await engineer(browser, baseURL);
      const desk = petra.page;
      await desk.locator("[data-queue-row]", { hasText: title }).click();
      await petra.button("workspace.take").click();
      const found = desk.getByRole("heading", { name: /Tried first with the virtual agent/ });
      await expect(found).toBeVisible();
      const first = desk.getByRole("list", { name: petra.words("conversation.tab") }).getByRole("listitem");
      await expect(first.filter({ hasText: "0xC000006A" }).first()).toContainText("No event 4740 at all");
      await petra.expectGoodPage();
    });
  });
}
