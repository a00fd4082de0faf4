// `npm run dev` in a copy of the tree: it serves, and one edit in any room shows after at most one restart.
import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "./machine.mjs";

const PATIENCE = 120_000;
const copy = mkdtempSync(join(tmpdir(), "accord-dev-"));
let printed = "";
let server;
let origin;

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** The sources, and packages by links: those of the workspace lead into the copy, all others to what is installed. */
function copyTree() {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT });
  for (const path of listed.toString().split("\0"))
    if (path !== "" && existsSync(join(ROOT, path)) && !/^(docs|benches|tests)\//.test(path)) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      cpSync(join(ROOT, path), join(copy, path));
    }
  const installed = join(ROOT, "node_modules");
  mkdirSync(join(copy, "node_modules/@accord"), { recursive: true });
  for (const name of readdirSync(installed))
    if (name !== "@accord" && !name.startsWith(".vite"))
      symlinkSync(join(installed, name), join(copy, "node_modules", name));
  for (const name of ["apps/api", "apps/web", "packages/domain", "packages/schema"])
    symlinkSync(join(copy, name), join(copy, "node_modules/@accord", name.split("/")[1]));
}

const edit = (path, from, to) => {
  const text = readFileSync(join(copy, path), "utf8");
  expect(text, `${path} holds what is edited`).toContain(from);
  writeFileSync(join(copy, path), text.replace(from, to));
};

const starts = () => printed.split('"msg":"ready"').length - 1;

/** Asks until the answer holds `words`; what was printed says why, when it never does. */
async function seen(ask, words) {
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    if ((await ask().catch(() => "")).includes(words)) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error(`never seen: ${words}\n${printed.slice(-4000)}`);
}

const page = (path) => async () => (await fetch(origin + path)).text();
const describedCodes = async () => {
  const query = '{ __type(name: "UserErrorCode") { enumValues { description } } }';
  const headers = { "content-type": "application/json" };
  return (await fetch(`${origin}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) })).text();
};
/** Long enough for a second, needless restart to say so. */
const settle = () => new Promise((wake) => setTimeout(wake, 4_000));

beforeAll(async () => {
  copyTree();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const env = { ...process.env, PORT: String(port), DATA_DIR: join(copy, "data"), LOG_FORMAT: "json", NODE_ENV: "" };
  // A group of its own, as a terminal makes one.
  server = spawn(process.execPath, ["scripts/dev.mjs"], { cwd: copy, env, detached: true });
  for (const stream of [server.stdout, server.stderr])
    stream.on("data", (chunk) => {
      printed += chunk;
    });
  await seen(async () => ((await fetch(`${origin}/readyz`)).ok ? "ready" : ""), "ready");
}, 2 * PATIENCE);

afterAll(async () => {
  if (server?.exitCode === null) {
    const ended = new Promise((done) => server.once("exit", done));
    process.kill(-server.pid, "SIGTERM");
    await ended;
  }
  rmSync(copy, { recursive: true, force: true });
});

test(
  "it serves the pages and the API on one address, started once",
  async () => {
    await seen(page("/"), "/@vite/client");
    await seen(describedCodes, "A required field is empty.");
    await settle();
    expect(starts()).toBe(1);
  },
  PATIENCE,
);

test.each([
  {
    room: "apps/web",
    restarts: 0,
    change: ["apps/web/src/app/app.tsx", "export ", "export const editedPage = 1;\nexport "],
    look: () => [page("/src/app/app.tsx"), "editedPage"],
  },
  {
    room: "a .graphql document",
    restarts: 0,
    change: ["apps/web/src/lib/viewer.graphql", "viewer {", "viewer {\n    editedField: __typename"],
    look: () => [page("/src/lib/viewer.generated.ts"), "editedField"],
  },
  {
    room: "packages/domain",
    restarts: 1,
    change: ["packages/domain/src/shared/refusals.ts", "A required field is empty.", "An edited rule."],
    look: () => [describedCodes, "An edited rule."],
  },
  {
    room: "apps/api",
    restarts: 1,
    change: ["apps/api/src/api-reference/guide-errors.ts", "The document is no GraphQL", "An edited line"],
    look: () => [page("/docs/api"), "An edited line"],
  },
])(
  "an edit in $room shows after $restarts restarts",
  async ({ change, look, restarts }) => {
    const before = starts();
    edit(...change);
    const begun = performance.now();
    await seen(...look());
    console.log(`${change[0]}: ${Math.round(performance.now() - begun)} ms`);
    await settle();
    expect(starts() - before).toBe(restarts);
  },
  PATIENCE,
);
