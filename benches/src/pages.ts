/** What somebody sees and feels of the two pages of a first visit, on a slow line and a slow machine: the paints, the answers to a press, what jumps. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../scripts/machine.mjs";
import { API } from "./accord.js";
import { startServer } from "./harness/processes.js";
import { median } from "./harness/rounds.js";

/** As Lighthouse's "slow 4G": 150 ms, 1.6 Mbit/s down, 0.75 up; a processor four times slower. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER = 4;
const ENCODINGS = ["br", "gzip", "identity"] as const;

export interface PageVitals {
  readonly page: string;
  readonly encoding: string;
  /** Milliseconds, medians of the rounds. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly slowestPress: number;
  /** A score without a unit; the worst of the rounds. */
  readonly shift: number;
}

type Seen = Omit<PageVitals, "page" | "encoding">;

const PAGES = [
  { name: "sign-in page", path: "/sign-in", persona: null },
  { name: "first page", path: "/requests", persona: "u-radu" },
] as const;

/** Collects from the first moment of every document; a text, because what runs in the page knows nothing of this file. */
const OBSERVE = `
  const seen = { largestPaint: 0, slowestPress: 0, shift: 0 };
  window.seen = seen;
  const watch = (type, take, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", (entry) => { seen.largestPaint = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  watch("event", (entry) => {
    if (entry.interactionId > 0) seen.slowestPress = Math.max(seen.slowestPress, entry.duration);
  }, { durationThreshold: 16 });
`;

/** Opens the page in a fresh browser context, lets it come to rest, and presses what is at hand. */
const visit = async (page: Page, path: string, encoding: string): Promise<Seen> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setExtraHTTPHeaders", { headers: { "Accept-Encoding": encoding } });
  await session.send("Network.emulateNetworkConditions", LINE);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript({ content: OBSERVE });
  await page.goto(path, { waitUntil: "load" });
  await page.locator("main h1").waitFor();
  await page.waitForLoadState("networkidle");
  const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
  const buttons = page.locator("header button[aria-expanded]:visible");
  for (let at = 0; at < Math.min(3, await buttons.count()); at += 1) {
    await buttons.nth(at).click();
    await page.keyboard.press("Escape");
  }
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => (window as unknown as { seen: Omit<Seen, "firstPaint"> }).seen);
  return { ...seen, firstPaint: painted };
};

const signIn = async (context: BrowserContext, persona: string): Promise<void> => {
  const page = await context.newPage();
  await page.goto("/auth/login?returnTo=/version");
  await page.locator(`button[name="person"][value="${persona}"]`).click();
  await page.waitForURL(/\/version$/);
  await page.close();
};

/** Each page with each encoding, in turn, so that all share what the machine does meanwhile. */
export const measurePages = async (
  port: number,
  rounds: number,
  say: (line: string) => void,
): Promise<PageVitals[]> => {
  const executablePath = findBrowser();
  if (executablePath === null) {
    say("pages: no browser on this machine, left out");
    return [];
  }
  const dataDir = mkdtempSync(join(tmpdir(), "accord-pages-"));
  const server = await startServer({
    name: "accord",
    port,
    args: [join(API, "dist/main.js")],
    env: { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "warn" },
    readyPath: "/readyz",
  });
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const found = new Map<string, Seen[]>();
  for (let round = 0; round < rounds; round += 1) {
    say(`pages: round ${round + 1} of ${rounds}, ${PAGES.length} pages, ${ENCODINGS.join(", ")}`);
    for (const { name, path, persona } of PAGES)
      for (const encoding of ENCODINGS) {
        const context = await browser.newContext({ baseURL: `http://localhost:${port}`, locale: "en-GB" });
        if (persona !== null) await signIn(context, persona);
        const seen = await visit(await context.newPage(), path, encoding);
        const key = `${name}|${encoding}`;
        found.set(key, [...(found.get(key) ?? []), seen]);
        await context.close();
      }
  }
  await browser.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return [...found].map(([key, all]) => {
    const [page = "", encoding = ""] = key.split("|");
    const middle = (field: keyof Seen): number => median(all.map((one) => one[field]));
    return {
      page,
      encoding,
      firstPaint: middle("firstPaint"),
      largestPaint: middle("largestPaint"),
      slowestPress: middle("slowestPress"),
      shift: Math.max(...all.map(({ shift }) => shift)),
    };
  });
};
