/** Pictures of every page and step in test-results/screenshots: three widths, two themes, two languages. Those that docs/screenshots holds are made anew there too. */
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { chosenCookie, speakAs } from "./account-language.mjs";
import { findBrowser } from "./machine.mjs";
import { storiesAt } from "./screenshot-stories.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const published = join(root, "docs/screenshots");
/** `--published`: only the pictures that docs/screenshots holds. */
const isPublishing = process.argv.includes("--published");
const [out = join(root, "test-results/screenshots"), only] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith("-"));
const held = new Set(readdirSync(published));
const nameOf = (name, { width, scheme, language }) => `${name}.${width}.${scheme}.${language}.jpeg`;
/** Is this picture to be made? */
const isWanted = (name, look) =>
  (only === undefined || name.includes(only)) && (!isPublishing || held.has(nameOf(name, look)));
const port = 23100 + Math.floor(Math.random() * 800);
const origin = `http://localhost:${port}`;

/** Width, theme and language of each picture: the whole grid would be twelve a page and show nothing more. */
const LOOKS = [
  { width: 1440, scheme: "light", language: "en" },
  { width: 1440, scheme: "dark", language: "ro" },
  { width: 768, scheme: "light", language: "ro" },
  { width: 390, scheme: "light", language: "en" },
  { width: 390, scheme: "dark", language: "ro" },
];

const signIn = async (page, persona) => {
  await page.goto(`${origin}/sign-in`);
  await page.locator('a[href^="/auth/login"]').first().click();
  await page.locator(`button[name="person"][value="${persona}"]`).click();
  await page.waitForURL((url) => url.origin === origin && !/^\/(idp|auth|sign-in)/.test(url.pathname));
};

const shoot = async (browser, look) => {
  const { width, scheme, language } = look;
  for (const story of storiesAt(origin)) {
    if (!story.steps.some(([name]) => isWanted(name, look))) continue;
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 844 : 900 },
      colorScheme: scheme,
      reducedMotion: "reduce",
      locale: language === "ro" ? "ro-RO" : "en-GB",
      timezoneId: "Europe/Bucharest",
    });
    await context.addCookies([chosenCookie(language)]);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    try {
      if (story.persona !== null) {
        await signIn(page, story.persona);
        await speakAs(context, origin, language);
      }
      for (const [name, go] of story.steps) {
        await go(page);
        await page.waitForLoadState("networkidle");
        // From the top, or a bar that sticks to the window is drawn in the middle of the page.
        await page.evaluate(() => scrollTo(0, 0));
        await page.waitForTimeout(250);
        if (isWanted(name, look))
          await page.screenshot({
            path: join(out, nameOf(name, look)),
            type: "jpeg",
            quality: 72,
            fullPage: true,
          });
        process.stdout.write(`${name}.${width}.${scheme}.${language}\n`);
      }
    } catch (error) {
      process.exitCode = 1;
      await page.screenshot({ path: join(tmpdir(), `failed-${story.persona}-${width}-${language}.png`) });
      process.stderr.write(`${story.persona} ${width} ${language}: ${String(error).split("\n")[0]}\n`);
    }
    await context.close();
  }
};

const startServer = async (dataDir) => {
  const server = spawn(process.execPath, [join(root, "apps/api/dist/main.js")], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      ACCORD_NOW: "2026-11-23T08:30:00Z",
      LOG_LEVEL: "error",
      ACCORD_LIMITS: JSON.stringify({ anonymousPerMinute: 100_000, costBucket: 1_000_000 }),
    },
  });
  for (let tries = 0; tries < 150; tries += 1) {
    if (
      await fetch(`${origin}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return server;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.kill();
  throw new Error("the server did not become ready");
};

mkdirSync(out, { recursive: true });
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
// A server for each look: a story uses incidents up, and every picture shows the same world.
for (const look of LOOKS.filter((each) =>
  storiesAt(origin).some(({ steps }) => steps.some(([name]) => isWanted(name, each))),
)) {
  const dataDir = mkdtempSync(join(tmpdir(), "accord-pictures-"));
  const server = await startServer(dataDir);
  try {
    await shoot(browser, look);
  } finally {
    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("exit", resolve));
    rmSync(dataDir, { recursive: true, force: true });
  }
}
await browser.close();
const made = new Set(readdirSync(out));
for (const name of held) if (made.has(name)) copyFileSync(join(out, name), join(published, name));
