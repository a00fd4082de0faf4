/** Whoever has no mouse reaches every control of the pages that help before a request, sees where they are, and gets away again (WCAG 2.1.1, 2.1.2, 2.4.7). */
import { expect, type Page, test } from "@playwright/test";
import { toldInShort } from "../support/tier.js";
import { customerAt } from "./rows/story.js";
import { cardOf } from "./rows/virtual-agent.js";
import { DESK, VIEWS } from "./views.js";

/** Marks what can be acted on, with how it looks without the focus; answers how many there are. Runs in the page. */
const markControls = (): number => {
  const looks = (element: Element): string => {
    const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(element);
    return [outline, boxShadow, borderColor, backgroundColor].join("; ");
  };
  const selector = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const controls = [...document.querySelectorAll<HTMLElement>(`main :is(${selector})`)].filter(
    (each) =>
      each.checkVisibility({ visibilityProperty: true }) && !each.matches(":disabled, [tabindex='-1'], [type='file']"),
  );
  (document.activeElement as HTMLElement | null)?.blur();
  for (const [at, each] of controls.entries()) each.dataset.control = `${at}\n${looks(each)}`;
  return controls.length;
};

/** What has the focus: its mark, and whether one sees that it has; null outside the controls of the page. Runs in the page. */
const readFocus = (): { readonly at: number; readonly isSeen: boolean; readonly what: string } | null => {
  const element = document.activeElement as HTMLElement | null;
  const [at, before] = element?.dataset.control?.split("\n") ?? [];
  if (element === null || at === undefined) return null;
  const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(element);
  const what = element.outerHTML.replace(/ data-control="[^"]*"/, "").slice(0, 120);
  return { at: Number(at), isSeen: [outline, boxShadow, borderColor, backgroundColor].join("; ") !== before, what };
};

/** From the first control to the last by Tab alone; answers what was not reached, not seen, or not left. */
const tabThrough = async (page: Page): Promise<readonly string[]> => {
  const count = await page.evaluate(markControls);
  const reached = new Set<number>();
  const unseen: string[] = [];
  // As many again for the frame of the page: what keeps the focus for longer does not let go of it.
  for (let step = 0; step < count + 60 && reached.size < count; step += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(readFocus);
    if (focus === null) continue;
    if (!focus.isSeen && !reached.has(focus.at)) unseen.push(`not seen: ${focus.what}`);
    reached.add(focus.at);
  }
  const missed = await page.evaluate(
    (known) =>
      [...document.querySelectorAll<HTMLElement>("[data-control]")]
        .filter((each) => !known.includes(Number(each.dataset.control?.split("\n")[0])))
        // Of a group of radio buttons one has the focus, the arrows lead to the others.
        .filter((each) => !each.matches("[type='radio']"))
        .map((each) => `not reached: ${each.outerHTML.slice(0, 120)}`),
    [...reached],
  );
  return [...unseen, ...missed];
};

for (const view of VIEWS)
  test.describe(`browser ${view.language}, ${view.width} px`, () => {
    test.use(view.options);

    test(
      "WCAG 2.1.1, 2.1.2, 2.4.7: help, article, start, questions, activation and virtual agent by keyboard",
      toldInShort(view === DESK),
      async ({ page, browser, baseURL }) => {
        const story = { page, browser, baseURL, view };
        const { person } = await customerAt(story, "Tudor", "/start");
        const pages = ["/start", "/help", "/help/portal-activate-benefit", "/ask", "/ask/receipt-or-bill", "/activate"];
        for (const path of pages) {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await page.waitForLoadState("networkidle");
          expect(await tabThrough(page), path).toEqual([]);
        }
        await page.goto("/requests/new");
        await person.describeProblem("server 2025", "Windows Server 2025", "Locked out");
        const card = cardOf(page, person);
        await person.button("newRequest.dialogue.start").press("Enter");
        await expect(card.getByRole("heading", { level: 4 })).toBeFocused();
        expect(await tabThrough(page), "virtual agent").toEqual([]);
      },
    );
  });

test("WCAG 2.1.1, 2.4.7: what Tab does not reach, and what hides its focus, is found", async ({ page }) => {
  await page.setContent(`<main><button>one</button>
    <button style="outline: none; border-color: red" id="unseen">two</button><div tabindex="0" id="trap">three</div><a href="#x">four</a></main>
    <script>document.querySelector("#trap").addEventListener("keydown", (event) => event.preventDefault());</script>`);
  expect(await tabThrough(page)).toEqual([
    expect.stringMatching(/^not seen: <button .*id="unseen"/),
    expect.stringMatching(/^not reached: <a href="#x"/),
  ]);
});
