/** K10: what a first visit costs on the wire, what is painted before any script, and that moving about needs no network. */
import { expect, type Page, test } from "@playwright/test";
import { listenToWire, plainTexts, type Wire } from "./crossed.js";
import { Person } from "./person.js";

const MOST_SCRIPTS = 25;
const MOST_OF_SCRIPT = 260_000;
/** With the headers of each, a kilobyte or so. */
const MOST_ON_THE_WIRE = 270_000;
const PLAIN_UP_TO = 2048;
/** What web.dev calls good. */
const MOST_SHIFTED = 0.1;

interface Held {
  heldIdle: IdleRequestCallback[];
}

/** What a page fetches ahead when idle is held back until the story lets it go. */
const holdIdle = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const held: IdleRequestCallback[] = [];
    Object.assign(window, { heldIdle: held, cancelIdleCallback: () => undefined });
    window.requestIdleCallback = (then) => held.push(then);
  });

interface Shifted {
  shifted: number;
}

/** Adds up what moved on the page without anybody having touched it (CLS). */
const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) (window as unknown as Shifted).shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });

const letIdle = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const then of (window as unknown as Held).heldIdle.splice(0))
      then({ didTimeout: false, timeRemaining: () => 50 });
  });

const expectLight = (wire: Wire): void => {
  const scripts = wire.scripts();
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.length, scripts.map(({ url }) => url).join("\n")).toBeLessThanOrEqual(MOST_SCRIPTS);
  expect(scripts.filter(({ body }) => body === 0)).toEqual([]);
  expect(scripts.reduce((sum, { body }) => sum + body, 0)).toBeLessThanOrEqual(MOST_OF_SCRIPT);
  expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_ON_THE_WIRE);
  // An answer to a session is never compressed: it can hold a secret (decision 25).
  expect(plainTexts(wire, PLAIN_UP_TO).filter((line) => !/^POST \S+\/graphql: /.test(line))).toEqual([]);
};

for (const encoding of ["gzip", "br"] as const) {
  test(`K10: the sign-in page is light on the wire, asked for by its address or by another page's (${encoding})`, async ({
    page,
  }) => {
    await holdIdle(page);
    const wire = await listenToWire(page, [encoding]);
    const person = new Person(page);
    await page.goto("/requests");
    await expect(person.heading("signIn.title")).toBeVisible();
    await page.waitForLoadState("networkidle");
    expectLight(wire);
    expect(wire.scripts().every((each) => each.bytes < 2500 || each.encoding === encoding)).toBe(true);
    // The guard decided before the code of the page behind it was asked for.
    expect(wire.all().filter(({ url }) => /requests-page|first-page|notices/.test(url))).toEqual([]);
  });

  for (const language of ["en", "ro"] as const)
    test(`K10: the first page is light on the wire (${encoding}), ${language}`, async ({ page }) => {
      await holdIdle(page);
      const wire = await listenToWire(page, [encoding]);
      const person = new Person(page, language);
      await person.signIn("u-radu", "/version");
      wire.forget();
      await watchShifts(page);
      await page.goto("/");
      await expect(person.heading("requests.title")).toBeVisible();
      await expect(page.getByRole("table").or(page.getByRole("list")).first()).toBeVisible();
      await page.waitForLoadState("networkidle");
      expectLight(wire);
      expect(await page.evaluate(() => (window as unknown as Shifted).shifted)).toBeLessThan(MOST_SHIFTED);
    });
}

test("K10: main places are fetched ahead, so that moving about offline does not break", async ({ page, context }) => {
  await holdIdle(page);
  const wire = await listenToWire(page, ["br"]);
  const person = new Person(page);
  await person.signIn("u-radu", "/requests");
  await expect(person.heading("requests.title")).toBeVisible();
  await expect
    .poll(
      async () => {
        await letIdle(page);
        return wire.scripts().some(({ url }) => /palette/.test(url));
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  for (const [place, path] of [
    ["plans", "/plans"],
    ["newRequest", "/requests/new"],
    ["help", "/help"],
    ["requests", "/requests"],
  ] as const) {
    await page.getByRole("link", { name: person.words(`shell.place.${place}`), exact: true }).click();
    await expect(page).toHaveURL((url) => url.pathname.startsWith(path));
    await expect(page.getByText(person.words("shell.broken"))).toHaveCount(0);
    // The page is there, or says that what it shows is not to be had.
    const heading = page.locator("main").getByRole("heading", { level: 1 });
    await expect(heading.or(page.getByText(person.words("failure.UNREACHABLE"))).first()).toBeVisible();
  }
});

for (const colorScheme of ["light", "dark"] as const)
  test(`K10: the shell is painted before any script (${colorScheme})`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, ...(baseURL === undefined ? {} : { baseURL }) });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    // They never come.
    await page.route(/\.js(\?|$)/, () => undefined);
    await page.goto("/sign-in", { waitUntil: "commit" });
    await expect(page.locator(".shell-top")).toBeVisible();
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
    // A name and shapes: nothing in a language somebody may not speak.
    expect((await page.locator("#root").innerText()).trim()).toBe("Accord");
    const painted = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(painted).toBe(colorScheme === "dark" ? "rgb(21, 27, 30)" : "rgb(244, 247, 247)");
    expect(complaints).toEqual([]);
    await context.close();
  });
