// `npm run bench`: installs and builds what is missing, then measures the product beside its yardsticks (benches/). Options: --quick, --profile, --no-write.
import * as machine from "./machine.mjs";

async function main() {
  await machine.installMissing();
  const built = await machine.turbo(["build"]);
  if (built !== 0) return built;
  return machine.run(process.execPath, ["--import", "tsx", "benches/src/main.ts", ...process.argv.slice(2)]);
}

await machine.runScript(main);
