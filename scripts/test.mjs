// `npm test`: installs what is missing and runs everything CI runs; ends with one line `N passed, N failed`.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkReports } from "./held.mjs";
import * as machine from "./machine.mjs";
import { sum, tallyCheck, tallyPlaywright, tallyVitest } from "./tally.mjs";

const REPORTS = join(machine.ROOT, "test-results/reports");
const report = (name) => join(REPORTS, `${name}.json`);

/** Installs packages and a browser; throws Stop with one line where it cannot. Returns the browser's path. */
async function prepare() {
  const { version } = process;
  if (!machine.isNodeNewEnough(version.slice(1)))
    throw new machine.Stop(`Node 20.19 or newer is needed; this is ${version}.`);
  if (machine.needsInstall() && !machine.hasSqliteBinary()) {
    const missing = machine.missingCompilerTools();
    if (missing.length > 0 && machine.canInstallPackages())
      machine.installPackages(missing.map(({ debian }) => debian));
  }
  await machine.installMissing();
  // One of the clients that the contract is tried with is Python's own library.
  if (machine.onPath(["python3", "python"]) === null && machine.canInstallPackages())
    machine.installPackages(["python3"]);
  return browser();
}

async function browser() {
  const found = machine.findBrowser();
  if (found) return found;
  if (process.env.CHROMIUM_PATH) throw new machine.Stop(`CHROMIUM_PATH names no file: ${process.env.CHROMIUM_PATH}`);
  if (machine.canInstallPackages())
    for (const debian of ["chromium-headless-shell", "chromium"])
      if (machine.installPackages([debian])) return machine.findBrowser();
  await machine.run(machine.bin("playwright"), ["install", "chromium"], { timeout: 180_000 });
  const downloaded = machine.findBrowser();
  if (downloaded) return downloaded;
  throw new machine.Stop(
    "The journeys need a browser: install Chromium or Chrome (Debian: apt-get install chromium), or set CHROMIUM_PATH.",
  );
}

const heading = (text) => console.log(`\n── ${text} ${"─".repeat(Math.max(0, 70 - text.length))}`);

async function check() {
  heading("check");
  const code = await machine.run(process.execPath, ["scripts/check.mjs", "--report", report("check")]);
  return tallyCheck(report("check"), code);
}

async function build() {
  heading("build");
  const code = await machine.turbo(["build"]);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

const fileOf = (name) => name.replaceAll(" ", "-");

/** One run of Vitest under a name of its own; `which`: its projects, folders and settings. What it prints beside another waits in `stdio`. */
async function suites(name, which, env, stdio = "inherit") {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report(fileOf(name))}`];
  const code = await machine.run(machine.bin("vitest"), ["run", ...reporters, ...which], {
    env: { ...process.env, ...env },
    stdio,
  });
  return tallyVitest(report(fileOf(name)), code);
}

/** The suites of the whole beside those of the rooms and the journeys: each waits for disks, databases or pages a good part of its time. */
async function allTests(chromium, env) {
  const printed = report("suites-of-the-whole").replace(/json$/, "txt");
  const file = openSync(printed, "w");
  const whole = suites("suites of the whole", WHOLE, env, ["ignore", file, file]);
  heading("suites of the rooms");
  const tallies = [await suites("suites of the rooms", ROOMS, env)];
  tallies.push(await journeys(chromium, env));
  tallies.push(await whole);
  closeSync(file);
  heading("suites of the whole");
  process.stdout.write(readFileSync(printed, "utf8"));
  return tallies;
}

/** The rooms' own suites are many and small: two at a time. */
const ROOMS = [...["domain", "api", "web", "scripts"].map((room) => `--project=${room}`), "--maxWorkers=2"];
/** Those of the whole start servers, kill them and race: one at a time. */
const WHOLE = ["--project=tests", "--maxWorkers=1"];

/** Those with a long form of their own, and those that only the long form tells. */
const LONG_JOURNEYS = ["--grep", "sizes|@long"];

/** In a browser; `which`: what chooses among them, all without any. */
async function journeys(chromium, more, which = []) {
  heading("journeys");
  const env = { ...process.env, ...more, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report("playwright") };
  const code = await machine.run(machine.bin("playwright"), ["test", "--reporter=list,json", ...which], { env });
  return tallyPlaywright(report("playwright"), code);
}

/** Counts once, whatever is missing. */
function requirements() {
  heading("requirements that ran");
  const problems = checkReports(machine.ROOT);
  for (const problem of problems) console.log(`✗ ${problem}`);
  if (problems.length === 0) console.log("✓ every row ran where docs/requirements-trace/held.md says so");
  return { passed: problems.length === 0 ? 1 : 0, failed: problems.length === 0 ? 0 : 1 };
}

async function main() {
  const tier = process.argv.includes("--tier") ? Number(process.argv[process.argv.indexOf("--tier") + 1]) : 0;
  const chromium = await prepare();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const tallies = [];
  if (tier === 0) tallies.push(await check());
  const built = await build();
  tallies.push(built);
  if (built.failed === 0) {
    const env = { TEST_TIER: String(tier) };
    if (tier === 0) {
      tallies.push(...(await allTests(chromium, env)));
      tallies.push(requirements());
    } else {
      heading("reliability");
      tallies.push(await suites("reliability", [...WHOLE, "tests/reliability", "tests/recipes"], env));
      tallies.push(await journeys(chromium, env, LONG_JOURNEYS));
    }
  }
  const { passed, failed } = sum(tallies);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await machine.runScript(main);
