// `npm run fix`: writes anew whatever is made of something else, and formats; `npm run schema` (--schema) writes the published SDL first. Tests of the recipes format nothing (--as-written).
import { writePublishedSchema } from "./checks/published-schema.mjs";
import { lowerRecord } from "./checks/ratchet.mjs";
import { writeSchemaChangelog } from "./checks/schema-changes.mjs";
import { bin, installMissing, ROOT, run, runScript, Stop, turbo } from "./machine.mjs";
import { writeMap } from "./map.mjs";
import { writePrivacy } from "./privacy.mjs";
import { writeRules } from "./rules.mjs";
import { writeTrace } from "./trace.mjs";

async function build(tasks, more = []) {
  if ((await turbo(tasks, more)) !== 0) throw new Stop("This has to be mended by hand first.");
}

async function main() {
  await installMissing();
  if (process.argv.includes("--schema")) {
    // The API alone: pages may ask for what the SDL does not say yet.
    await build(["build"], ["--filter=@accord/api"]);
    await writePublishedSchema(ROOT);
  }
  await writeSchemaChangelog(ROOT);
  await build(["generate"]);
  await build(["build"], ["--filter=@accord/api"]);
  await writeRules(ROOT);
  await writePrivacy(ROOT);
  writeMap(ROOT);
  writeTrace(ROOT);
  lowerRecord(ROOT);
  return process.argv.includes("--as-written") ? 0 : run(bin("biome"), ["check", "--write"]);
}

await runScript(main);
