// Draws the map of the API's modules into docs/architecture.md from the code: what each is about, and what it stands on.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { edgesOf } from "./checks/read-imports.mjs";
import { isTest, read } from "./checks/sources.mjs";

const TARGET = "docs/architecture.md";
const MODULES = "apps/api/src/modules";
const BEGIN = "<!-- map: written by npm run fix -->\n";
const END = "<!-- end of the map -->";

const moduleOf = (path) => (path.startsWith(`${MODULES}/`) ? path.slice(MODULES.length + 1).split("/") : []);

/** Names of the modules, each with the modules its files import, tests left out. */
function readModules(root) {
  const names = readdirSync(join(root, MODULES), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const standsOn = new Map(names.map(({ name }) => [name, new Set()]));
  for (const { path, file } of edgesOf(root, [MODULES])) {
    const [own, other] = [moduleOf(path)[0], moduleOf(file ?? "")[0]];
    if (!isTest(path) && own !== other) standsOn.get(own)?.add(other);
  }
  return standsOn;
}

/** Those below first; a module stands after all it stands on. */
function sortByHeight(standsOn) {
  const height = new Map();
  const heightOf = (name) => {
    if (!height.has(name)) {
      height.set(name, 0);
      height.set(name, 1 + Math.max(0, ...[...(standsOn.get(name) ?? [])].filter(Boolean).map(heightOf)));
    }
    return height.get(name);
  };
  return [...standsOn.keys()].sort((a, b) => heightOf(a) - heightOf(b) || (a < b ? -1 : 1));
}

/** The first sentence of the face. */
const aboutOf = (root, name) =>
  /^\/\*\* (?:\w[\w ]*: )?(.*?)\.? The face /.exec(read(root, `${MODULES}/${name}/module.ts`))?.[1] ?? "";

function drawMap(root) {
  const standsOn = readModules(root);
  const rows = sortByHeight(standsOn).map((name) => {
    const below = [...standsOn.get(name)].filter(Boolean).sort().join(", ");
    return `| \`${name}\` | ${aboutOf(root, name)} | ${below || "–"} |`;
  });
  return `The modules, those below first; each stands on the kernel too:

| module | what it is about | stands on |
| --- | --- | --- |
${rows.join("\n")}
`;
}

/** The page with the map as it is now; null where the page has no place for it. */
function drawnPage(root) {
  const page = readFileSync(join(root, TARGET), "utf8");
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < 0) return null;
  return page.slice(0, begin + BEGIN.length) + drawMap(root) + page.slice(end);
}

export function checkMap(root) {
  if (!existsSync(join(root, TARGET))) return [`${TARGET} is missing`];
  const page = drawnPage(root);
  if (page === null) return [`${TARGET} has no place for the map: ${BEGIN.trim()} … ${END}`];
  return page === readFileSync(join(root, TARGET), "utf8") ? [] : [`${TARGET} is stale (the map): npm run fix`];
}

export function writeMap(root) {
  const page = drawnPage(root);
  if (page !== null) writeFileSync(join(root, TARGET), page);
}
