// `npm run dev`: one address for pages and API; an edited page or .graphql document shows at once, a rule or resolver after one restart.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { bin, follow, installMissing, isMain, isNodeNewEnough, ROOT, run, runScript, Stop, turbo } from "./machine.mjs";

/** tsc keeps the built packages fresh; tsx restarts the API when it or they change; Vite (inside the API) reloads the pages. */
function startWatchers() {
  const quiet = { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] };
  const tsc = ["-b", "packages/domain", "--watch", "--preserveWatchOutput"];
  const env = { DATA_DIR: join(ROOT, "data"), ...process.env };
  // The pages are Vite's: it shows an edit without a restart.
  const pages = join(ROOT, "apps/web/**");
  const api = ["watch", "--clear-screen=false", `--exclude=${pages}`, "src/main.ts", "--dev"];
  return {
    // A group of its own: tsc starts the native compiler, and both must end with this process.
    compiler: spawn(bin("tsc"), tsc, { ...quiet, detached: true }),
    // tsx reads the tsconfig of the folder it runs in.
    server: spawn(bin("tsx"), api, { cwd: join(ROOT, "apps/api"), env, stdio: "inherit" }),
  };
}

function endGroup(child) {
  try {
    process.kill(-child.pid);
  } catch {
    child.kill();
  }
}

/** Writes the typed documents anew, 100 ms after the last change of a document or of the schema. */
function watchDocuments() {
  let timer;
  const regenerate = () => spawn(process.execPath, ["scripts/generate.mjs"], { cwd: ROOT, stdio: "inherit" });
  const onChange = (_event, name) => {
    if (!name?.endsWith(".graphql")) return;
    clearTimeout(timer);
    timer = setTimeout(regenerate, 100);
  };
  return ["apps/web/src", "packages/schema"].map((folder) => watch(join(ROOT, folder), { recursive: true }, onChange));
}

async function main() {
  if (!isNodeNewEnough(process.versions.node))
    throw new Stop(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  await installMissing();
  if ((await turbo(["build", "--filter=@accord/domain"])) !== 0)
    throw new Stop("The domain does not build: see the lines above.");
  // A document that does not fit the schema is told, and is no reason not to begin.
  await run(process.execPath, ["scripts/generate.mjs"]);

  const { compiler, server } = startWatchers();
  const watchers = watchDocuments();
  console.log(`Accord for development: http://localhost:${process.env.PORT || 4000}`);
  const code = await follow(server);
  endGroup(compiler);
  for (const watcher of watchers) watcher.close();
  return code;
}

if (isMain(import.meta.url)) await runScript(main);
