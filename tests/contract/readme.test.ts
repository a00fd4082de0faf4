/** The README's script runs word by word beside the server it speaks of. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { killAll, type SpawnedServer, spawnServer } from "../support/processes.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "accord-readme-"));
const env = { DATA_DIR: join(folder, "data"), ACCORD_NOW: "2026-11-23T08:30:00Z", ACCORD_SEED: "demo" };
let server: SpawnedServer;

/** What the README asks of curl, for machines without it. */
const CURL = `#!/usr/bin/env node
const words = process.argv.slice(2);
const headers = {};
let url, body;
while (words.length > 0) {
  const word = words.shift();
  if (word === "-s") continue;
  if (word === "-H") { const [name, ...rest] = words.shift().split(": "); headers[name] = rest.join(": "); }
  else if (word === "-d") body = words.shift();
  else url = word;
}
fetch(url, { method: "POST", headers, body }).then(async (answer) => console.log(await answer.text()));
`;

beforeAll(async () => {
  server = await spawnServer(env);
});
afterAll(async () => {
  await killAll();
  rmSync(folder, { recursive: true, force: true });
});

it("F73: the README's script makes a token and reads plans and requests with it", () => {
  const script = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1];
  if (script === undefined) throw new Error("the README holds no ```sh block");
  writeFileSync(join(folder, "curl"), CURL);
  chmodSync(join(folder, "curl"), 0o755);
  const PATH = [folder, process.env.PATH].join(delimiter);
  const told = execFileSync("bash", ["-c", script.replaceAll("http://localhost:4000", server.origin)], {
    cwd: root,
    env: { ...process.env, ...env, PATH },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [plans, requests] = told
    .toString()
    .trim()
    .split(/\n+/)
    .map((line) => JSON.parse(line));
  expect(plans.errors ?? requests.errors).toBeUndefined();
  expect(plans.data.availablePlans[0].plan).toMatchObject({ incidentsRemaining: 1 });
  expect(requests.data.myRequests.nodes.length).toBeGreaterThan(0);
});
