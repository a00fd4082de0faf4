// `npm run bench`: installs and builds what is missing, then measures the product beside its yardsticks (benches/). Options: --quick, --try, --profile, --conversation, --search, --pages, --no-write.
import { spawn } from "node:child_process";
import * as machine from "./machine.mjs";

async function main() {
  await machine.installMissing();
  const built = await machine.turbo(["build"]);
  if (built !== 0) return built;
  const args = ["--import", "tsx", "benches/src/main.ts", ...process.argv.slice(2)];
  return machine.follow(spawn(process.execPath, args, { cwd: machine.ROOT, stdio: "inherit" }));
}

await machine.runScript(main);
