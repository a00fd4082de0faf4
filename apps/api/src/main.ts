/** Starts the server: the only module with effects at import. Exit codes: 78 a configuration to put right, 70 a boot that failed. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import closeWithGrace from "close-with-grace";
import { pino } from "pino";
import { createClock } from "./clock.js";
import { type Config, ConfigError, EXIT_BOOT, EXIT_CONFIG, maskConfig, readConfig } from "./config.js";

const STOP_WITHIN = 10_000;
const packagePath = (relative: string): string => fileURLToPath(new URL(`../${relative}`, import.meta.url));

const exitWith = (code: number, message: string): never => {
  process.stderr.write(`accord: ${message}\n`);
  process.exit(code);
};

const configOrExit = (): Config => {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) return exitWith(EXIT_CONFIG, error.message);
    throw error;
  }
};

const config = configOrExit();
// A line for each request: written together, a few times a second, not one system call each.
const log = pino(
  { level: config.logLevel, base: { pid: process.pid } },
  pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 200 }),
);
const clock = createClock(config.startsAt);
const { version } = JSON.parse(readFileSync(packagePath("package.json"), "utf8")) as { version: string };
const isDevelopment = process.argv.includes("--dev") && !config.isProduction;
log.info({ config: maskConfig(config), version, node: process.version }, "configuration");

// Read once, by the configuration above. What is loaded from here on takes its fast paths: graphql would check at every
// value whether a second copy of it is loaded. Vite's development server decides for itself.
if (!isDevelopment) process.env.NODE_ENV = "production";
// A configuration that is no good says so at once, before anything else is loaded.
const { startServer } = await import("./boot.js");
try {
  const server = await startServer({
    config,
    clock,
    log,
    version,
    web: isDevelopment
      ? { kind: "development", root: packagePath("../web") }
      : { kind: "built", root: packagePath("../web/dist") },
    // Loaded once the port is open: the schema is the largest part of the program.
    seed: async (context) => (await import("./seed/seed.js")).seedOnBoot(context),
    createGraphql: async (context) => (await import("./graphql/handler.js")).createGraphqlHandler(context),
  });
  const { protocol, hostname } = new URL(config.publicOrigin);
  if (protocol === "http:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname)) {
    log.warn("PUBLIC_ORIGIN is plain http: the session cookie is not Secure and can be read on the network; use https");
  }
  const sandbox = server.payments?.sandbox?.origin;
  log.info(
    {
      origin: config.publicOrigin,
      ...(sandbox === undefined ? {} : { sandbox }),
      startedInMs: Math.round(clock.mono()),
    },
    "ready",
  );
  closeWithGrace({ delay: STOP_WITHIN }, async ({ err: failure, signal }) => {
    if (failure !== undefined) log.fatal({ err: failure }, "stopping after a failure nobody caught");
    else log.info({ signal }, "stopping");
    await server.stop();
  });
} catch (error) {
  if (error instanceof ConfigError) exitWith(EXIT_CONFIG, error.message);
  const failure = error as NodeJS.ErrnoException;
  if (failure.code === "EADDRINUSE") exitWith(EXIT_CONFIG, `port ${config.port} is in use; set PORT to another one`);
  log.fatal({ err: error }, "the boot failed");
  exitWith(EXIT_BOOT, `the boot failed: ${failure.message}`);
}
