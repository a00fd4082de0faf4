// `npm start`: installs what is missing, builds (cached), migrates, seeds on first run, serves, and says where and for whom.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { follow, installMissing, isMain, isNodeNewEnough, ROOT, runScript, Stop, turbo } from "./machine.mjs";

const KINDS = { msa: "personal", entra: "work", partner: "partner" };

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

/** What the server offers, in the order shown. */
const PLACES = [
  { path: "/", label: "Portal" },
  { path: "/graphql", label: "GraphQL API (POST)" },
  { path: "/explorer", label: "API explorer" },
  { path: "/docs/api", label: "API reference" },
  { path: "/idp/.well-known/openid-configuration", label: "Embedded sign-in provider", isEmbedded: true },
  { path: "/admin/mail", label: "Outgoing mail (administrators)" },
];

/** What a server that is ready says of itself, as the lines a person reads. */
export function readyLines({ origin, sandbox, hasPersonas, seed }) {
  const line = (label, address) => `  ${label.padEnd(32)} ${address}`;
  const places = PLACES.filter(({ isEmbedded }) => !isEmbedded || hasPersonas);
  return [
    "",
    "Accord is ready:",
    ...places.map(({ path, label }) => line(label, origin + path)),
    ...(sandbox === null ? [] : [line("Payment sandbox (test cards)", sandbox)]),
    ...(hasPersonas && seed === "demo"
      ? ["", "Demo personas (one click on the sign-in page):", ...personaLines().map((each) => `  ${each}`)]
      : []),
    "",
    "Stop with Ctrl+C.",
  ];
}

async function main() {
  if (!isNodeNewEnough(process.versions.node))
    throw new Stop(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  await installMissing(ROOT, { tools: false });
  console.log("Building (unchanged parts come from the cache) …");
  if ((await turbo(["build"])) !== 0) throw new Stop("The build failed: see the lines above.");

  // The server itself says when it is ready, and where: whoever else answers at that port is not asked.
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  const child = spawn(process.execPath, ["apps/api/dist/main.js"], { cwd: ROOT, stdio });
  child.once("message", (ready) => {
    console.log(readyLines(ready).join("\n"));
    child.disconnect();
  });
  return follow(child);
}

if (isMain(import.meta.url)) await runScript(main);
