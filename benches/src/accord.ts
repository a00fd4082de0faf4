/** The product as the bench runs it: the built API, as in production, with its limits raised and everything else switched on. */

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ServerProcess, startServer } from "./harness/processes.js";

export const API = fileURLToPath(new URL("../../apps/api", import.meta.url));

/** No request is refused for its number: what is measured is the work, the counting of it included. */
const MANY = 1_000_000_000;
const LIMITS = {
  costBucket: MANY,
  costRefillPerSecond: MANY,
  createRequestPerHour: MANY,
  anonymousPerMinute: MANY,
};

export const accordEnvironment = (dataDir: string, port: number): Record<string, string> => ({
  NODE_ENV: "production",
  // Nobody signs in here: tokens only, so the issuer is never asked.
  OIDC_ISSUER: "https://issuer.bench.example",
  OIDC_CLIENT_ID: "bench",
  PORT: String(port),
  DATA_DIR: dataDir,
  ACCORD_SEED: "reference",
  ACCORD_LIMITS: JSON.stringify(LIMITS),
});

/** Starts it over `dataDir`; `nodeArguments` come before the program (`--cpu-prof`). */
export const startAccord = (
  dataDir: string,
  port: number,
  options: { readonly readyPath?: string; readonly nodeArguments?: readonly string[]; readonly name?: string } = {},
): Promise<ServerProcess> =>
  startServer({
    name: options.name ?? "accord",
    port,
    args: [...(options.nodeArguments ?? []), join(API, "dist/main.js")],
    env: accordEnvironment(dataDir, port),
    readyPath: options.readyPath ?? "/readyz",
  });
