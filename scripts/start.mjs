// `npm start`: installs what is missing, builds (cached), migrates, seeds on first run, serves, and says where and for whom.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { follow, installMissing, isMain, isNodeNewEnough, ROOT, runScript, Stop, turbo } from "./machine.mjs";

const KINDS = { msa: "personal", entra: "work", partner: "partner" };
const WAIT_MS = 120_000;

/** The demo personas as lines of a table: name, address, account kind, what to see with them. */
export function personaLines(root = ROOT) {
  const read = (name) => JSON.parse(readFileSync(join(root, "apps/api/seeds", name), "utf8"));
  const about = new Map(read("personas.json").map((persona) => [persona.id, persona.en]));
  const rows = read("demo.json").users.map((user) => [
    `${user.givenName} ${user.familyName}`,
    user.email,
    user.role === "customer" ? KINDS[user.accountKind] : user.role,
    about.get(user.id) ?? "",
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** What the server may offer, in the order shown; a path that answers 404 is not listed. */
const PLACES = [
  { path: "/", label: "Portal" },
  { path: "/graphql", label: "GraphQL API (POST)", isApi: true },
  { path: "/explorer", label: "API explorer" },
  { path: "/docs/api", label: "API reference" },
  { path: "/idp/.well-known/openid-configuration", label: "Embedded sign-in provider" },
  { path: "/admin/mail", label: "Outgoing mail (administrators)" },
];

async function placeLines(base, origin) {
  const lines = [];
  for (const { path, label, isApi } of PLACES) {
    const isThere =
      isApi ||
      (await fetch(base + path, { redirect: "manual" }).then(
        (r) => r.status !== 404,
        () => false,
      ));
    if (isThere) lines.push(`  ${label.padEnd(32)} ${origin}${path}`);
  }
  return lines;
}

/** Where the payment sandbox is, once the server has said so; none with Stripe. */
function sandboxLines() {
  const file = join(ROOT, process.env.DATA_DIR || "data", "sandbox", "address");
  if (process.env.STRIPE_SECRET_KEY || !existsSync(file)) return [];
  return [`  ${"Payment sandbox (test cards)".padEnd(32)} ${readFileSync(file, "utf8")}`];
}

async function waitUntilReady(base, child) {
  const until = performance.now() + WAIT_MS;
  while (performance.now() < until && child.exitCode === null) {
    const isReady = await fetch(`${base}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (isReady) return true;
    await new Promise((wake) => setTimeout(wake, 150));
  }
  return false;
}

async function main() {
  if (!isNodeNewEnough(process.versions.node))
    throw new Stop(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  await installMissing();
  console.log("Building (unchanged parts come from the cache) …");
  if ((await turbo(["build"])) !== 0) throw new Stop("The build failed: see the lines above.");

  const port = process.env.PORT || "4000";
  const base = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["apps/api/dist/main.js"], { cwd: ROOT, stdio: "inherit" });
  const exit = follow(child);
  if (await waitUntilReady(base, child)) {
    const places = await placeLines(base, process.env.PUBLIC_ORIGIN || base);
    const isDemo = !process.env.OIDC_ISSUER && (process.env.ACCORD_SEED ?? "demo") === "demo";
    const personas = isDemo
      ? ["", "Demo personas (one click on the sign-in page):", ...personaLines().map((l) => `  ${l}`)]
      : [];
    console.log(
      ["", "Accord is ready:", ...places, ...sandboxLines(), ...personas, "", "Stop with Ctrl+C."].join("\n"),
    );
  }
  return exit;
}

if (isMain(import.meta.url)) await runScript(main);
