// `npm run check`: the static half of `npm test`. Builds first (cached), then every check; prints what each found.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { checkBans } from "./checks/bans.mjs";
import { checkBenchDocuments } from "./checks/bench-documents.mjs";
import { checkBundle } from "./checks/bundle.mjs";
import { checkCommands } from "./checks/commands.mjs";
import { checkDocsLinks } from "./checks/docs-links.mjs";
import { checkFailedQuestions } from "./checks/failed-questions.mjs";
import { checkForgotten } from "./checks/forgotten.mjs";
import { checkGlossary } from "./checks/glossary.mjs";
import { checkImports, withRemedy } from "./checks/imports.mjs";
import { checkLabels } from "./checks/labels.mjs";
import { checkLockfile } from "./checks/lockfile.mjs";
import { checkLogicalSides } from "./checks/logical-sides.mjs";
import { checkMachinePaths } from "./checks/machine-paths.mjs";
import { cataloguesOf, checkDomainMessages, checkMessages } from "./checks/messages.mjs";
import { checkPlansInForce } from "./checks/plans-in-force.mjs";
import { checkPublishedSchema } from "./checks/published-schema.mjs";
import { checkRatchet } from "./checks/ratchet.mjs";
import { checkReferences } from "./checks/references.mjs";
import { checkRomanian } from "./checks/romanian.mjs";
import { checkSchemaChanges } from "./checks/schema-changes.mjs";
import { checkSchemaLint } from "./checks/schema-lint.mjs";
import { checkSizes } from "./checks/sizes.mjs";
import { checkStartInstall } from "./checks/start-install.mjs";
import { checkHeld } from "./held.mjs";
import { bin, installMissing, isMain, ROOT, runScript } from "./machine.mjs";
import { checkMap } from "./map.mjs";
import { checkPrivacy } from "./privacy.mjs";
import { checkRules } from "./rules.mjs";
import { checkTrace } from "./trace.mjs";

/** Runs a program; what it printed is the problem when it fails. */
function program(command, args) {
  return new Promise((done) => {
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", NO_COLOR: "1", FORCE_COLOR: "0" };
    const child = spawn(command, args, { cwd: ROOT, env });
    const printed = [];
    child.stdout.on("data", (chunk) => printed.push(chunk));
    child.stderr.on("data", (chunk) => printed.push(chunk));
    child.once("error", (error) => done([error.message]));
    child.once("exit", (code) =>
      done(code === 0 ? [] : [Buffer.concat(printed).toString().trim() || `exit code ${code}`]),
    );
  });
}

const turbo = (...tasks) =>
  program(bin("turbo"), ["run", ...tasks, "--output-logs=errors-only", "--ui=stream", "--continue"]);
const tsc = (project) => program(bin("tsc"), ["--noEmit", "-p", project]);
/** FormatJS reads the language from a file's name, so each catalogue is verified by itself. */
async function catalogues() {
  // Not --structural-equality: Romanian needs plural forms where English shows a number.
  const checks = ["--missing-keys", "--extra-keys"];
  const verify = (stem) => {
    const locale = `${stem}en`.split("/").at(-1);
    return program(bin("formatjs"), [
      "verify",
      "--source-locale",
      locale,
      ...checks,
      `${stem}en.json`,
      `${stem}ro.json`,
    ]);
  };
  return (await Promise.all(cataloguesOf(ROOT, ["apps/web/src"]).map(verify))).flat();
}

/** In order; those of one line run side by side. A .graphql document that asks for a wrong field fails `generate`. */
const STEPS = [
  [{ name: "generate and build", run: () => turbo("generate", "build") }],
  [
    { name: "types of the rooms", run: () => turbo("typecheck") },
    { name: "format and lint", run: () => program(bin("biome"), ["ci", "--colors=off", "--error-on-warnings"]) },
  ],
  [
    { name: "types of tests and settings", run: () => tsc("tsconfig.json") },
    { name: "types of the benches", run: () => tsc("benches/tsconfig.json") },
    { name: "dead code", run: () => program(bin("knip"), ["--no-progress"]) },
    { name: "catalogues of the screens", run: catalogues },
  ],
  [
    { name: "import rules", run: () => checkImports(ROOT).map(withRemedy) },
    { name: "circles, upward imports, rules that only tests run", run: () => checkRatchet(ROOT) },
    { name: "sizes and file names", run: () => checkSizes(ROOT) },
    { name: "bans", run: () => checkBans(ROOT) },
    { name: "sides of a line, not of the window", run: () => checkLogicalSides(ROOT) },
    { name: "commands of the screens", run: () => checkCommands(ROOT) },
    { name: "failed questions", run: () => checkFailedQuestions(ROOT) },
    { name: "plans in force", run: () => checkPlansInForce(ROOT) },
    { name: "glossary", run: () => checkGlossary(ROOT) },
    { name: "messages in every language", run: () => checkMessages(ROOT) },
    {
      name: "sentences of the codes",
      run: async () => checkDomainMessages(await import("../packages/domain/dist/index.js")),
    },
    { name: "data in both languages", run: () => checkRomanian(ROOT) },
    {
      name: "labels in sentences",
      run: async () => checkLabels(ROOT, await import("../packages/domain/dist/index.js")),
    },
    { name: "links of the documents", run: () => checkDocsLinks(ROOT) },
    { name: "references", run: () => checkReferences(ROOT) },
    { name: "lock file and dependencies", run: () => checkLockfile(ROOT) },
    { name: "what npm start installs", run: () => checkStartInstall(ROOT) },
    { name: "no path of a machine", run: () => checkMachinePaths(ROOT) },
    { name: "docs/requirements-trace", run: () => checkTrace(ROOT) },
    { name: "where the requirements ran", run: () => checkHeld(ROOT) },
    { name: "what a change of the API needs", run: () => checkForgotten(ROOT) },
    { name: "published schema", run: () => checkPublishedSchema(ROOT) },
    { name: "questions of the benches", run: () => checkBenchDocuments(ROOT) },
    { name: "form of the schema", run: () => checkSchemaLint(ROOT) },
    { name: "what the schema breaks", run: () => checkSchemaChanges(ROOT) },
    { name: "docs/rules.md", run: () => checkRules(ROOT) },
    { name: "docs/privacy.md", run: () => checkPrivacy(ROOT) },
    { name: "the map of modules", run: () => checkMap(ROOT) },
    { name: "size of the bundle", run: () => checkBundle(ROOT) },
  ],
];

async function runStep({ name, run }) {
  const begun = performance.now();
  // What throws is a problem of its step: the others are told too.
  const problems = await Promise.resolve()
    .then(run)
    .catch((error) => [error instanceof Error ? error.message : String(error)]);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  for (const problem of problems) console.log(problem.replace(/^/gm, "    "));
  return { name, ok: problems.length === 0 };
}

async function main() {
  await installMissing();
  const results = [];
  for (const group of STEPS) results.push(...(await Promise.all(group.map(runStep))));
  const failed = results.filter(({ ok }) => !ok).length;
  const at = process.argv.indexOf("--report");
  if (at > 0) {
    mkdirSync(dirname(process.argv[at + 1]), { recursive: true });
    writeFileSync(process.argv[at + 1], JSON.stringify(results));
  }
  console.log(failed === 0 ? "All checks pass." : `${failed} of ${results.length} checks fail.`);
  return failed === 0 ? 0 : 1;
}

if (isMain(import.meta.url)) await runScript(main);
