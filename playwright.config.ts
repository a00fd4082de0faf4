/** The journeys: whole stories in a real browser against the built server, seeded at a fixed instant. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/machine.mjs";

const port = Number(process.env.JOURNEYS_PORT ?? 24173);
// Worker processes read this file too: the folder is made once and handed on.
process.env.JOURNEYS_DATA_DIR ??= mkdtempSync(join(tmpdir(), "accord-journeys-"));
process.env.JOURNEYS_LOG ??= join(process.env.JOURNEYS_DATA_DIR, "journeys.log");
const executablePath = findBrowser();

/** Many stories share one server and one address. */
const limits = {
  anonymousPerMinute: 100_000,
  costBucket: 1_000_000,
  createRequestPerHour: 10_000,
  failedSignInsPerAddress: 1_000,
};

export default defineConfig({
  testDir: "tests/journeys",
  outputDir: "test-results/journeys",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Axe looks at every page of a story; two cores share the server and two browsers.
  timeout: 150_000,
  expect: { timeout: 10_000 },
  globalTeardown: "./tests/journeys/quiet-log.ts",
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en-GB",
    timezoneId: "Europe/Bucharest",
    screenshot: "only-on-failure",
    // A trace of every story takes a quarter of the time; `npx playwright test --trace=retain-on-failure` keeps one.
    trace: "off",
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `exec node apps/api/dist/main.js > "${process.env.JOURNEYS_LOG}"`,
    url: `http://localhost:${port}/readyz`,
    // Axe looks at every page of a story; two cores share the server and two browsers.
    timeout: 150_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: {
      PORT: String(port),
      DATA_DIR: process.env.JOURNEYS_DATA_DIR,
      ACCORD_NOW: "2026-11-23T08:30:00Z",
      ACCORD_LIMITS: JSON.stringify(limits),
      LOG_LEVEL: "warn",
    },
  },
});
