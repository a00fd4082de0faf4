// What this machine has and lacks: Node, npm's install, the tools sqlite3 compiles with, a browser. Plain Node, no dependencies.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { keepSqlite, sqliteCacheEnv } from "./sqlite-cache.mjs";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const SQLITE_BINARY = "node_modules/sqlite3/build/Release/node_sqlite3.node";

/** A line for the person who runs the script: no stack is shown for it. */
export class Stop extends Error {}

/** Is `version` (like 20.19.0) at least 20.19? */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/** The first of `names` that stands on the PATH, as an absolute path, or null. */
export function onPath(names, path = process.env.PATH ?? "") {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  for (const name of names)
    for (const folder of path.split(delimiter).filter(Boolean))
      for (const ending of endings) {
        const file = join(folder, name + ending);
        if (isExecutable(file)) return file;
      }
  return null;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What sqlite3 compiles with and this PATH lacks, each with the Debian package that brings it. */
export function missingCompilerTools(path = process.env.PATH ?? "") {
  const tools = [
    { tool: "a C++ compiler", names: ["g++", "c++", "clang++"], debian: "g++" },
    { tool: "make", names: ["make"], debian: "make" },
    { tool: "Python 3", names: ["python3", "python"], debian: "python3" },
  ];
  return tools.filter(({ names }) => onPath(names, path) === null);
}

/** Is sqlite3's compiled file in place? */
export const hasSqliteBinary = (root = ROOT) => existsSync(join(root, SQLITE_BINARY));

/** Does node_modules lack something package-lock.json names for this platform, or hold another version? Without `tools`: of what runs. */
export function needsInstall(root = ROOT, { tools = true } = {}) {
  const hidden = join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden) || !hasSqliteBinary(root)) return true;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === "" || !path.includes("node_modules/")) return false;
    if (!tools && (entry.dev || entry.devOptional)) return false;
    const found = present[path];
    if (found === undefined) return entry.optional !== true && entry.peer !== true;
    return !entry.link && found.version !== entry.version;
  });
}

/** Runs a command with its output on this terminal; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: "inherit", ...options });
    child.once("error", fail);
    child.once("exit", (code, signal) => done(signal ? 1 : (code ?? 1)));
  });
}

/** npm as it was called, or the one on the PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.(c|m)?js$/.test(script)) return { command: process.execPath, args: [script] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

/** Does node_modules hold what only tests and checks take? Then an install keeps it. */
const hasTools = (root) => existsSync(join(root, "node_modules/vitest"));

/** Installs exactly what the lock file says, when something is missing; without `tools` only what builds and runs. Throws Stop with one line when it cannot. */
export async function installMissing(root = ROOT, { tools = true } = {}) {
  if (!needsInstall(root, { tools })) return;
  const missing = hasSqliteBinary(root) ? [] : missingCompilerTools();
  const need = missing.map(({ tool, debian }) => `${tool} (Debian: apt-get install ${debian})`).join(", ");
  if (need) console.log(`sqlite3 compiles where its prebuilt file cannot be fetched; this machine lacks ${need}`);
  console.log("Installing what is missing (the first time sqlite3 may compile for about a minute) …");
  const { command, args } = npmCommand();
  const options = { cwd: root, env: sqliteCacheEnv() };
  const omit = tools || hasTools(root) ? [] : ["--omit=dev"];
  const code = await run(command, [...args, "ci", ...omit, "--no-audit", "--no-fund", "--loglevel=error"], options);
  if (code === 0 && hasSqliteBinary(root)) return keepSqlite(root);
  throw new Stop(
    need ? `The install failed: install ${need}, then try again.` : "The install failed: see npm's lines above.",
  );
}

/** Are we root on a system with apt-get? Then missing system packages may be installed. */
export const canInstallPackages = () => process.getuid?.() === 0 && onPath(["apt-get"]) !== null;

/** Installs Debian packages; true when that worked. */
export function installPackages(packages) {
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], options);
  return spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options).status === 0;
}

/** The shell without windows first: the same engine, and a quarter of the journeys' time less. */
const BROWSERS = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
];
const BROWSER_APPS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser for the journeys: CHROMIUM_PATH, an installed Chromium or Chrome, Playwright's own; null when there is none. */
export function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  return onPath(BROWSERS, env.PATH ?? "") ?? BROWSER_APPS.find((path) => existsSync(path)) ?? playwrightBrowser();
}

function playwrightBrowser() {
  try {
    const path = createRequire(join(ROOT, "package.json"))("@playwright/test").chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** The path of a program an installed package brings. */
export const bin = (name) => join(ROOT, "node_modules/.bin", process.platform === "win32" ? `${name}.cmd` : name);

/** Runs turbo tasks; output only of what fails. Resolves to the exit code. */
export function turbo(tasks, more = []) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };
  return run(bin("turbo"), ["run", ...tasks, "--output-logs=errors-only", "--ui=stream", ...more], { env });
}

/** Is the module at `url` the one Node was started with? */
export const isMain = (url) => Boolean(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(url);

/** Ends `child` with this process (a terminal's Ctrl+C reaches it by itself) and resolves to its exit code. */
export function follow(child) {
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.once("exit", (code, signal) => done(code ?? (signal ? 0 : 1))));
}

/** Runs `main`; a Stop becomes one line and exit code 1. */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
