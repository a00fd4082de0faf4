/** The journeys: whole stories in a real browser against built servers, each worker its own, seeded at a fixed instant. */
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/machine.mjs";
import { otherOrigin, ownServer, SERVERS, WORKERS } from "./tests/journeys/servers.js";
import { isLong, LONG } from "./tests/support/tier.js";

const executablePath = findBrowser();

/** Many stories share a server and one address. */
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
  workers: WORKERS,
  ...(isLong ? {} : { grepInvert: new RegExp(LONG) }),
  retries: 0,
  forbidOnly: true,
  // Axe looks at every page of a story; two cores share the server and two browsers.
  timeout: 150_000,
  expect: { timeout: 10_000 },
  globalTeardown: "./tests/journeys/quiet-log.ts",
  reporter: "list",
  use: {
    baseURL: `http://localhost:${ownServer().port}`,
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
  webServer: SERVERS.map(({ port, dataDir, log }) => ({
    command: `exec node apps/api/dist/main.js > "${log}"`,
    url: `http://localhost:${port}/readyz`,
    // Axe looks at every page of a story; two cores share the server and two browsers.
    timeout: 150_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: {
      PORT: String(port),
      CORS_ORIGINS: otherOrigin({ port }).origin,
      DATA_DIR: dataDir,
      ACCORD_NOW: "2026-11-23T08:30:00Z",
      ACCORD_LIMITS: JSON.stringify(limits),
      LOG_LEVEL: "warn",
    },
  })),
});
