/** A whole server in this process for tests: real SQLite file in a temporary folder, a random port, a clock moved by hand, a browser. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { type RunningServer, startServer } from "../../apps/api/src/boot.js";
import type { BootOptions } from "../../apps/api/src/boot-options.js";
import { type Config, readConfig } from "../../apps/api/src/config.js";
import type { SeedKind } from "../../apps/api/src/environment.js";
import { createHandClock } from "../../apps/api/src/kernel/clock.js";
import { TestBrowser } from "./test-browser.js";

export interface TestServerOptions {
  /** What the database holds at the start; default `none`. */
  readonly seed?: SeedKind;
  /** ISO instant at which the hand clock stands; default the day of the demo world. */
  readonly now?: string;
  /** Further environment, e.g. `ACCORD_LIMITS`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Stands in for the GraphQL handler or the seed, where a test is about neither. */
  readonly parts?: Partial<Pick<BootOptions, "createGraphql" | "seed" | "web">>;
}

export interface TestServer extends RunningServer {
  readonly origin: string;
  readonly config: Config;
  readonly clock: ReturnType<typeof createHandClock>;
  /** What was logged above info, as the lines say it. */
  readonly warnings: readonly string[];
  /** A browser of its own: keeps cookies, follows redirects one by one. */
  browser(): TestBrowser;
  /** Signs a persona in through the real code flow; answers the Cookie header of its session. */
  signInAs(personaId: string): Promise<string>;
}

const apiFolder = fileURLToPath(new URL("../../apps/api/", import.meta.url));

export const startTestServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), "accord-test-"));
  const port = await freePort();
  const config = readConfig({
    NODE_ENV: "test",
    PORT: String(port),
    DATA_DIR: folder,
    ACCORD_SEED: options.seed ?? "none",
    LOG_LEVEL: "silent",
    ...options.env,
  });
  const warnings: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void warnings.push(line.trimEnd()) });
  const clock = createHandClock(Date.parse(options.now ?? "2026-11-23T08:30:00Z"));
  const server = await startServer({
    config,
    clock,
    version: "test",
    log,
    web: options.parts?.web ?? { kind: "built", root: join(apiFolder, "../web/dist") },
    seed: options.parts?.seed ?? (await import("../../apps/api/src/seed/seed.js")).seedOnBoot,
    createGraphql:
      options.parts?.createGraphql ?? (await import("../../apps/api/src/graphql-api.js")).createGraphqlHandler,
  });
  const origin = config.publicOrigin;
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const browser = (): TestBrowser => new TestBrowser(origin);
  return {
    ...server,
    origin,
    config,
    clock,
    warnings,
    stop,
    browser,
    signInAs: async (personaId) => {
      const visitor = browser();
      await visitor.signInAs(personaId);
      return visitor.cookieHeader();
    },
  };
};

/** A port nobody listens on, above those of the journeys, which may run meanwhile. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = 25_000 + Math.floor(Math.random() * 7_000);
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer().once("error", () => resolve(false));
      probe.listen(port, () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
};
