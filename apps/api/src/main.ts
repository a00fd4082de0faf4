/** Starts the server: the only module with effects at import. Exit codes: 78 a configuration to put right, 70 a boot that failed. */
import { fileURLToPath } from "node:url";
import { describeBootFailure } from "./boot-failure.js";
import { type Config, EXIT_BOOT, EXIT_CONFIG, maskConfig, readConfig } from "./config.js";
import { describeOpenness } from "./describe-openness.js";
import { createClock } from "./kernel/clock.js";
import { ConfigError } from "./kernel/config-error.js";
import { createLog, isForPeople } from "./kernel/log.js";
import { isLoopbackOrigin } from "./openness.js";
import { readVersion } from "./read-version.js";
import { stopOnSignal } from "./stop-on-signal.js";

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
// What is made from here on is its owner's alone.
process.umask(0o077);
const isTerminal = process.stdout.isTTY === true;
const log = createLog(config, isTerminal);
const clock = createClock(config.startsAt);
const version = readVersion();
const isDevelopment = process.argv.includes("--dev") && !config.isProduction;
// The whole of it is for machines; people are told what matters once it is ready.
const configuration = { config: maskConfig(config), version, node: process.version };
log[isForPeople(config, isTerminal) ? "debug" : "info"](configuration, "configuration");

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
    createGraphql: async (context) => (await import("./graphql-api.js")).createGraphqlHandler(context),
  });
  stopOnSignal(() => server.stop(), log);
  if (config.publicOrigin.startsWith("http:") && !isLoopbackOrigin(config.publicOrigin)) {
    log.warn("PUBLIC_ORIGIN is plain http: the session cookie is not Secure and can be read on the network; use https");
  }
  const sandbox = server.payments?.sandbox?.origin;
  for (const line of describeOpenness(config, sandbox ?? null)) log.info(line);
  log.info(
    {
      origin: config.publicOrigin,
      ...(sandbox === undefined ? {} : { sandbox }),
      startedInMs: Math.round(clock.mono()),
    },
    "ready",
  );
  // For `npm start`, which says where everything is.
  const hasPersonas = config.oidc === null;
  process.send?.({ origin: config.publicOrigin, sandbox: sandbox ?? null, hasPersonas, seed: config.seed });
} catch (error) {
  const { code, message } = describeBootFailure(error, config);
  if (code === EXIT_BOOT) log.fatal({ err: error }, "the boot failed");
  exitWith(code, message);
}
