/** How the tests of sizes open pages and go through them, on a server of their own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type Page, test } from "@playwright/test";
import { killAll, type SpawnedServer, spawnServer } from "../../support/processes.js";
import { type JourneyLanguage, Person } from "../person.js";

/** A server of one's own for the tests of a file, with the demo world; `origin()` once they run. */
export const useSizesServer = (): { readonly origin: () => string } => {
  const folder = mkdtempSync(join(tmpdir(), "accord-sizes-"));
  let server: SpawnedServer;
  test.beforeAll(async () => {
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
  return { origin: () => server.origin };
};

/** Goes to a page within the application, as a link would, and waits until it stands still. */
export const goTo = async (page: Page, address: string): Promise<void> => {
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

interface Opening {
  readonly persona: string | null;
  readonly language: JourneyLanguage;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A page of `persona`, at /help; what `prepare` does to it comes first. */
export const openPage = async (
  browser: Browser,
  baseURL: string,
  { persona, language, prepare }: Opening,
): Promise<Page> => {
  const context = await browser.newContext({
    baseURL,
    reducedMotion: "reduce",
    viewport: { width: 320, height: 800 },
  });
  const page = await context.newPage();
  await page.addInitScript(watchChanges);
  await prepare?.(page);
  const person = new Person(page, language);
  if (persona === null) await page.goto("/help");
  else await person.signIn(persona, "/help");
  await settle(page);
  return page;
};

/** The content of the page, without what is made anew each time: many addresses show the same. */
export const readShown = async (page: Page): Promise<string> =>
  (await page.locator("main").innerHTML()).replaceAll(GENERATED, "");

const GENERATED = / (?:id|for|aria-controls|aria-labelledby|aria-describedby)="[^"]*"/g;
