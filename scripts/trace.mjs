// Writes docs/requirements-trace: which test titles name each requirement. Nothing is claimed that no title says.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf, read } from "./checks/sources.mjs";

const TARGET = "docs/requirements-trace";
/** Says where each requirement ran; scripts/held.mjs writes it. */
const HELD = "held.md";
const FAMILIES = [
  { letter: "R", last: 100, title: "Requirements" },
  { letter: "E", last: 24, title: "Edge cases" },
  { letter: "S", last: 30, title: "Rules of the public pages" },
  { letter: "F", last: 86, title: "Feature goals" },
];
/** The job from the sign-in to the submitted request: each of these must have a test. */
export const OWNED = [
  "R1-R4",
  "R6",
  "R8",
  "R10-R22",
  "R24-R34",
  "R36-R49",
  "R52-R60",
  "R62-R71",
  "R80-R86",
  "R88-R90",
  "R93-R94",
  "R96",
  "R98",
];

/** `R16`, `R36-R39`, `R14–R17`, `E1/E2` in a title → ids. */
export function idsIn(title) {
  const ids = new Set();
  for (const [, letter, from, , to] of title.matchAll(/\b([RESF])(\d{1,3})(?:\s*[-–]\s*([RESF])?(\d{1,3}))?\b/g)) {
    const last = to && Number(to) > Number(from) && Number(to) - Number(from) < 40 ? Number(to) : Number(from);
    for (let number = Number(from); number <= last; number += 1) ids.add(`${letter}${number}`);
  }
  return [...ids];
}

/** The titles of a test file: first arguments of test, it, describe and their .each forms. */
export function titlesIn(text) {
  const call =
    /\b(?:test|it|describe)(?:\.(?:each|for|describe|concurrent|sequential|serial|parallel|step)\b)*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|`[^`]*`)?\s*\(\s*(["'`])((?:\\.|(?!\1)[\s\S])*?)\1/g;
  return [...text.matchAll(call)].map(([, , title]) =>
    title
      .replace(/\\(["'`])/g, "$1")
      .replace(/\s+/g, " ")
      .trim(),
  );
}

/** id → `[{path, title}]` over every test and journey of `root`. */
export function collect(root) {
  const files = filesOf(root, ["packages", "apps", "tests"], /\.(test|spec)\.(ts|tsx)$/);
  const byId = new Map();
  for (const path of files)
    for (const title of titlesIn(read(root, path)))
      for (const id of idsIn(title)) byId.set(id, [...(byId.get(id) ?? []), { path, title }]);
  return byId;
}

const IDS_A_PAGE = 25;
const plain = (text) => text.replaceAll("<", "&lt;").replace(/([\\*_`[\]|])/g, "\\$1");

/** One number: the tests that name it, file by file. */
function section(id, tests) {
  const byFile = new Map();
  for (const { path, title } of tests) byFile.set(path, [...(byFile.get(path) ?? []), title]);
  const files = [...byFile].map(([path, titles]) => {
    const lines = titles.map((title) => `  - ${plain(title)}\n`).join("");
    return `- [${path}](../../${path})\n${lines}`;
  });
  return `## ${id}\n\n${files.join("")}`;
}

/** The pages of a family: at most 25 numbers each, those without a test left out. */
function pagesOf({ letter, last, title }, byId) {
  const pages = [];
  for (let first = 1; first <= last; first += IDS_A_PAGE) {
    const end = Math.min(last, first + IDS_A_PAGE - 1);
    const ids = Array.from({ length: end - first + 1 }, (_, at) => `${letter}${first + at}`);
    const traced = ids.filter((id) => byId.has(id));
    const name = `${letter.toLowerCase()}${first}-${end}.md`;
    const body = traced.map((id) => section(id, byId.get(id))).join("\n");
    pages.push({
      name,
      ids,
      traced,
      range: `${letter}${first}–${end}`,
      text: `# ${title} ${letter}${first}–${end}\n\n${body}`,
    });
  }
  return pages;
}

/** The documents as they should stand: name → text. */
export function traceDocuments(root) {
  const byId = collect(root);
  const documents = new Map();
  const rows = FAMILIES.map((family) => {
    const pages = pagesOf(family, byId);
    const written = pages.filter(({ traced }) => traced.length > 0);
    for (const { name, text } of written) documents.set(name, text);
    const named = pages.reduce((sum, { traced }) => sum + traced.length, 0);
    const without = pages.flatMap(({ ids }) => ids.filter((id) => !byId.has(id)));
    const links = written.map(({ name, range }) => `[${range}](${name})`).join(", ");
    return `| ${family.title} | ${named} of ${family.last} | ${links} | ${without.join(", ") || "–"} |`;
  });
  const head = "| family | named by a test | pages | by none |\n| --- | --- | --- | --- |";
  documents.set(
    "README.md",
    `# Requirements and the tests that name them\n\nWritten by \`npm run fix\` from the titles of the tests; \`npm run check\` fails when it is stale. Which requirement ran where, and passed: [held.md](${HELD}).\n\n${head}\n${rows.join("\n")}\n`,
  );
  return documents;
}

/** What stands in the folder: name → text. */
function present(root) {
  const folder = join(root, TARGET);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name !== HELD) : [];
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

export function writeTrace(root) {
  const folder = join(root, TARGET);
  for (const name of present(root).keys()) rmSync(join(folder, name));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of traceDocuments(root)) writeFileSync(join(folder, name), text);
}

const expand = (range) => {
  const [from, to = from] = range.split("-");
  return idsIn(from === to ? from : `${from}-${to}`);
};

export function checkTrace(root) {
  const [wanted, found] = [traceDocuments(root), present(root)];
  const isFresh = wanted.size === found.size && [...wanted].every(([name, text]) => found.get(name) === text);
  const byId = collect(root);
  const untested = OWNED.flatMap(expand).filter((id) => !byId.has(id));
  return [
    ...(isFresh ? [] : [`${TARGET} is stale: npm run fix`]),
    ...(untested.length > 0 ? [`no test names ${untested.join(", ")}`] : []),
  ];
}
