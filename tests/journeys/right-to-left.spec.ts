/** Every page of some roles in a language that is written from the right: nothing cut, nothing out of the window, and the sides changed over (F80, F81). */
import { expect, type Page, test } from "@playwright/test";
import { mirror } from "../../apps/web/preview/other-words.js";
import { toldInShort } from "../support/tier.js";
import { catalogue } from "./person.js";
import { addressesOf, readKnown } from "./sizes/addresses.js";
import { lookAtSizes, TYPEFACES } from "./sizes/look.js";
import { goTo, openPage, readShown, useSizesServer } from "./sizes/pages.js";
import { readPatterns } from "./sizes/routes.js";

test.describe.configure({ timeout: 300_000 });

const { origin } = useSizesServer();
let patterns: readonly string[];
test.beforeAll(async () => {
  patterns = await readPatterns();
});

/** The catalogue is all that makes a language: the browser is given another one. */
const writeFromRight = (page: Page): Promise<unknown> =>
  page.route(/\/assets\/en-[\w-]+\.js$/, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `const words = ${JSON.stringify(mirror(catalogue("en")))}; export { words as default };`,
    }),
  );
const open = (browser: Parameters<typeof openPage>[0], persona: string | null): Promise<Page> =>
  openPage(browser, origin(), { persona, language: "en", prepare: writeFromRight });

const WIDTHS = [320, 1024];
/** One who has plans and requests, and one who works on those of others. */
const IN_SHORT: ReadonlySet<string> = new Set(["a partner", "a lead"]);

for (const [who, persona] of [
  ["nobody signed in", null],
  ["a partner", "u-radu"],
  ["a lead", "u-lead"],
  ["an administrator", "u-admin"],
] as const)
  test(
    `F80, F81: written from the right, no page is cut or wider than the window, for ${who}`,
    toldInShort(IN_SHORT.has(who)),
    async ({ browser }) => {
      const page = await open(browser, persona);
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      const known = await readKnown(page);
      const seen = new Set<string>();
      const found: string[] = [];
      for (const address of patterns.flatMap((pattern) => addressesOf(pattern, known))) {
        await goTo(page, address);
        const shown = await readShown(page);
        if (seen.has(shown)) continue;
        seen.add(shown);
        const misfits = await lookAtSizes(page, WIDTHS, { shipped: TYPEFACES.shipped });
        found.push(...misfits.map((each) => `${address}: ${each}`));
      }
      expect(seen.size).toBeGreaterThan(10);
      await page.context().close();
      expect(found.join("\n")).toBe("");
    },
  );

test("F80: written from the right, what stood at the left stands at the right, and an arrow points there", async ({
  browser,
}) => {
  const page = await open(browser, "u-radu");
  await page.setViewportSize({ width: 1280, height: 800 });
  await goTo(page, "/plans");
  const centre = async (selector: string): Promise<number> => {
    const box = await page.locator(selector).first().boundingBox();
    return box === null ? Number.NaN : box.x + box.width / 2;
  };
  expect(await centre("nav")).toBeGreaterThan(await centre("main h1"));
  expect(await centre("header a")).toBeGreaterThan(1100);
  await goTo(page, "/help");
  const arrow = page.locator("main :is(.tabler-icon-arrow-right, .tabler-icon-chevron-right)").first();
  await expect(arrow).toHaveCSS("scale", "-1 1");
  await page.context().close();
});

test("F80: a control out of the window is found on the side that cannot be scrolled to", async ({ browser }) => {
  const page = await open(browser, null);
  expect(await lookAtSizes(page, [320], { shipped: TYPEFACES.shipped })).toEqual([]);
  await page.evaluate(() => {
    const planted = Object.assign(document.createElement("button"), { textContent: "Planted" });
    planted.style.cssText = "position: absolute; top: 90px; left: 300px";
    document.querySelector("main")?.append(planted);
  });
  expect((await lookAtSizes(page, [320], { shipped: TYPEFACES.shipped })).join("\n")).toContain(
    'out of the window: button "Planted"',
  );
  await page.context().close();
});
