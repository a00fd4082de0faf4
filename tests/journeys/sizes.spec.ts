/** Every page of the router, for every kind of person, in both languages, with our typeface and without it (WCAG 1.4.10, F81): at the widths where most breaks, and in the long form (`npm run test:t1`) at every one. */
import { type Browser, expect, type Page, test } from "@playwright/test";
import { isLong, toldInShort } from "../support/tier.js";
import { isLookedAt, markLookedAt } from "./looked-at.js";
import type { JourneyLanguage } from "./person.js";
import { addressesOf, readKnown } from "./sizes/addresses.js";
import { EVERY_WIDTH, lookAtSizes, TYPEFACES } from "./sizes/look.js";
import { goTo, openPage, readShown, useSizesServer } from "./sizes/pages.js";
import { patternsOf, readPatterns } from "./sizes/routes.js";

interface Somebody {
  readonly who: string;
  readonly persona: string | null;
  /** What they must have, so that those pages are seen with something on them. */
  readonly has: readonly string[];
}

const OF_CUSTOMERS = ["/plans/:planId", "/requests/:requestId", ":draftId"];
const PEOPLE: readonly Somebody[] = [
  { who: "nobody signed in", persona: null, has: [":articleId"] },
  { who: "a personal account", persona: "u-sam", has: ["/plans/:planId", ":draftId", ":purchaseId"] },
  { who: "a work account", persona: "u-ana", has: OF_CUSTOMERS },
  { who: "a partner", persona: "u-radu", has: OF_CUSTOMERS },
  { who: "an engineer", persona: "u-novak", has: ["/queue/:requestId"] },
  { who: "a lead", persona: "u-lead", has: ["/queue/:requestId"] },
  {
    who: "an administrator",
    persona: "u-admin",
    has: ["/administration/agreements/:planId", ":importId", ":accountId", "/queue/:requestId"],
  },
  { who: "somebody new", persona: "u-lena", has: [":articleId"] },
];

// In the long form forty pages, five widths, three typefaces.
test.describe.configure({ timeout: 300_000 });

const { origin } = useSizesServer();
let patterns: readonly string[];
test.beforeAll(async () => {
  patterns = await readPatterns();
});
const open = (browser: Browser, persona: string | null, language: JourneyLanguage): Promise<Page> =>
  openPage(browser, origin(), { persona, language });

/** Romanian words are the longer ones: what holds them in between holds the English. */
const WIDTHS = isLong ? { en: [320, 1024], ro: EVERY_WIDTH } : { en: [320], ro: [320, 1024] };
/** What stands in for ours is made of its size: what holds ours and any other holds it, mostly. */
const SHOWN = isLong ? TYPEFACES : { shipped: TYPEFACES.shipped, "any other": TYPEFACES["any other"] };

for (const { who, persona, has } of PEOPLE)
  for (const language of ["en", "ro"] as const)
    test(
      `F81: no page is wider than the window or cut, for ${who}, ${language}`,
      toldInShort(language === "ro" || persona === null),
      async ({ browser }) => {
        const page = await open(browser, persona, language);
        const known = await readKnown(page);
        for (const name of has) expect(known[name]?.length, name).toBeGreaterThan(0);
        const found: string[] = [];
        for (const address of patterns.flatMap((pattern) => addressesOf(pattern, known))) {
          await goTo(page, address);
          // Many pages are the same for everybody; where somebody has no right, many addresses show the same page.
          const shown = `sizes ${language} ${await readShown(page)}`;
          if (isLookedAt(shown)) continue;
          const misfits = await lookAtSizes(page, WIDTHS[language], SHOWN);
          if (misfits.length === 0) markLookedAt(shown);
          found.push(...misfits.map((each) => `${address}: ${each}`));
        }
        await page.context().close();
        expect(found.join("\n")).toBe("");
      },
    );

test("F81: what is too wide, cut, or not on the list is found", async ({ browser }) => {
  const page = await open(browser, null, "en");
  expect(await lookAtSizes(page)).toEqual([]);
  for (const [style, said] of [
    ["width: 380px", /^320 px, shipped: scrolls sideways by/],
    // Fits at 320 px in our typeface alone.
    ["width: 30em; overflow: hidden; max-width: 100%; white-space: nowrap", /^320 px, shipped: cut: div "Words/],
  ] as const) {
    await page.evaluate((css) => {
      const planted = Object.assign(document.createElement("div"), { id: "planted", textContent: "Words ".repeat(20) });
      planted.style.cssText = css;
      document.querySelector("main")?.append(planted);
    }, style);
    expect((await lookAtSizes(page))[0]).toMatch(said);
    await page.evaluate(() => document.querySelector("#planted")?.remove());
  }
  expect(patternsOf([{ children: [{ path: "a", children: [{ path: ":id" }, {}] }] }])).toEqual(["/a/:id", "/a"]);
  expect(() => addressesOf("/new/:thing", {})).toThrow("say in addresses.ts what :thing can be");
});

test("WCAG 1.4.10: at 400 % nothing stays in the way of what is read", async ({ browser }) => {
  const page = await open(browser, "u-admin", "ro");
  await page.setViewportSize({ width: 320, height: 256 });
  for (const address of ["/requests", "/queue", "/administration/overview"]) {
    await goTo(page, address);
    await page.evaluate(() => scrollTo(0, 400));
    const kept = await page.evaluate(() =>
      [...document.body.querySelectorAll("*")]
        .filter((each) => ["fixed", "sticky"].includes(getComputedStyle(each).position))
        .filter((each) => each.checkVisibility({ visibilityProperty: true }))
        .map((each) => each.getBoundingClientRect())
        .filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
        .reduce((sum, { height }) => sum + height, 0),
    );
    expect(kept, address).toBeLessThan(64);
  }
  await page.context().close();
});
