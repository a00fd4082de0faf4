/** On paper: the content, and nothing that can only be pressed (read back from Chromium's own PDF). */
import { expect, type Page, test } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { type JourneyLanguage, Person } from "./person.js";

interface Paper {
  readonly what: string;
  readonly persona: string;
  readonly from: string;
  /** The first link of this kind is followed. */
  readonly follow?: string;
}

const PAPERS: readonly Paper[] = [
  { what: "a receipt", persona: "u-sam", from: "/purchases", follow: "/receipts/" },
  { what: "a request", persona: "u-radu", from: "/requests", follow: "/requests/req_" },
  { what: "a plan", persona: "u-radu", from: "/plans", follow: "/plans/pln_" },
  { what: "the overview", persona: "u-admin", from: "/administration/overview?days=365" },
  {
    what: "a letter",
    persona: "u-admin",
    from: "/administration/agreements",
    follow: "/administration/agreements/pln_",
  },
];

/** A PDF has neither spaces as they were nor joiners. */
const squeeze = (text: string): string => text.replaceAll(/[\s\u2060\u200b\u00ad]+/g, "");
/** Shorter labels, such as a language's code, are found in other words. */
const SHORTEST_LABEL = 4;

const printed = async (page: Page): Promise<string> => {
  const file = await page.pdf({ format: "A4" });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true });
  return squeeze(text);
};

/** What the page says: its heading, its facts, the cells of its tables, its messages. And what only a screen needs. */
const readPage = (page: Page): Promise<{ content: string[]; controls: string[] }> =>
  page.evaluate(() => {
    const textsOf = (query: string): string[] =>
      [...document.querySelectorAll<HTMLElement>(query)]
        .map((each) => each.innerText.trim())
        .filter((each) => each !== "");
    const ofScreen =
      'nav, button, dialog, form, [data-screen-only], a[class*="Button"], a[download], .only-for-readers';
    const content = [...document.querySelectorAll<HTMLElement>("main :is(h1, h2, dt, dd, td, th, p, time)")]
      .filter((each) => each.closest(ofScreen) === null && each.querySelector(ofScreen) === null)
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .map((each) => each.innerText.trim());
    const controls = textsOf('nav a, button, header a, a[class*="Button"], a[download], [data-screen-only] h2');
    return { content: content.filter((each) => each !== ""), controls };
  });

const expectPaper = async (page: Page): Promise<void> => {
  const { content, controls } = await readPage(page);
  const paper = await printed(page);
  expect(content.length).toBeGreaterThan(3);
  for (const words of content) expect(paper, words).toContain(squeeze(words));
  const said = squeeze(content.join(" "));
  const pressed = controls
    .flatMap((each) => each.split("\n"))
    .filter((each) => squeeze(each).length >= SHORTEST_LABEL && !said.includes(squeeze(each)));
  for (const words of pressed) expect(paper, `the control ${words}`).not.toContain(squeeze(words));
};

const open = async (person: Person, { what, persona, from, follow }: Paper): Promise<void> => {
  const { page } = person;
  await person.signIn(persona, from);
  if (follow !== undefined) {
    const address = await page.locator(`main a[href^="${follow}"]`).first().getAttribute("href");
    await page.goto(what === "a letter" ? `/admin/letters/${address?.split("/").at(-1)}` : (address ?? ""));
  }
  await expect(page.locator("main h1")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
};

for (const language of ["en", "ro"] as const satisfies readonly JourneyLanguage[])
  for (const paper of PAPERS)
    test(`F81: ${paper.what} on paper holds its content and no control, ${language}`, async ({ browser, baseURL }) => {
      // Who works in the dark prints on white all the same.
      const context = await browser.newContext({ baseURL, colorScheme: "dark" });
      const person = new Person(await context.newPage(), language);
      await open(person, paper);
      await expectPaper(person.page);
      await context.close();
    });

test("F81: a control that is printed is found", async ({ page }) => {
  const person = new Person(page);
  await open(person, { what: "a plan", persona: "u-radu", from: "/plans", follow: "/plans/pln_" });
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>("main button"))
      each.style.setProperty("display", "block", "important");
  });
  await expect(expectPaper(page)).rejects.toThrow("the control");
});
