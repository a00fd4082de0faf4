/** Every page of the router, for every kind of person, in both languages, with our typeface and without it (WCAG 1.4.10, F81): at the widths where most breaks, and in the long form (`npm run test:t1`) at every one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { killAll, type SpawnedServer, spawnServer } from "../support/processes.js";
import { isLong, toldInShort } from "../support/tier.js";
import { type JourneyLanguage, Person } from "./person.js";
import { addressesOf, readKnown } from "./sizes/addresses.js";
import { EVERY_WIDTH, lookAtSizes, TYPEFACES } from "./sizes/look.js";
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

const folder = mkdtempSync(join(tmpdir(), "accord-sizes-"));
let server: SpawnedServer;
let patterns: readonly string[];
test.beforeAll(async () => {
  patterns = await readPatterns();
  server = await spawnServer({
    DATA_DIR: folder,
    ACCORD_SEED: "demo",
    ACCORD_NOW: "2026-11-23T08:30:00Z",
    ACCORD_LIMITS: JSON.stringify({ anonymousPerMinute: 100_000, costBucket: 1_000_000 }),
  });
});
test.afterAll(async () => {
  await killAll();
  rmSync(folder, { recursive: true, force: true });
});

/** Goes to a page within the application, as a link would, and waits until it stands still. */
const goTo = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
  }, address);
  await settle(page);
};

const settle = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const busy = document.querySelector('main [aria-busy="true"], body > #root > [role="progressbar"]');
    const { lastChange } = window as unknown as { lastChange: number };
    return document.querySelector("main h1") !== null && busy === null && performance.now() - lastChange > 60;
  });
};

const watchChanges = (): void => {
  const mark = (): void => {
    (window as unknown as { lastChange: number }).lastChange = performance.now();
  };
  new MutationObserver(mark).observe(document, { subtree: true, childList: true, characterData: true });
};

const open = async (browser: Browser, persona: string | null, language: JourneyLanguage): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: server.origin,
    reducedMotion: "reduce",
    viewport: { width: 320, height: 800 },
  });
  const page = await context.newPage();
  await page.addInitScript(watchChanges);
  const person = new Person(page, language);
  if (persona === null) await page.goto("/help");
  else await person.signIn(persona, "/help");
  await settle(page);
  return page;
};

/** Many pages are the same for everybody; where somebody has no right, many addresses show the same page. */
const seen = new Set<string>();
const GENERATED = / (?:id|for|aria-controls|aria-labelledby|aria-describedby)="[^"]*"/g;

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
          const shown = `${language} ${(await page.locator("main").innerHTML()).replaceAll(GENERATED, "")}`;
          if (seen.has(shown)) continue;
          seen.add(shown);
          found.push(...(await lookAtSizes(page, WIDTHS[language], SHOWN)).map((each) => `${address}: ${each}`));
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
