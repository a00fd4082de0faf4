// Writes docs/requirements-trace.md: which test titles name each requirement. Nothing is claimed that no title says.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf, read } from "./checks/sources.mjs";
import { isMain, ROOT } from "./machine.mjs";

const TARGET = "docs/requirements-trace.md";
const FAMILIES = [
  { letter: "R", last: 100, title: "Requirements" },
  { letter: "E", last: 24, title: "Edge cases" },
  { letter: "S", last: 30, title: "Rules of the public pages" },
  { letter: "F", last: 86, title: "Feature goals" },
];
/** What the first issue owns, apart from what needs a card or an engineer: each of these must have a test. */
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

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");

function row(id, tests) {
  const shown = tests.map(({ path, title }) => `[${cell(title)}](../${path})`);
  return `| ${id} | ${shown.join("<br>")} |`;
}

/** The document as it should stand. */
export function traceDocument(root) {
  const byId = collect(root);
  const parts = FAMILIES.map(({ letter, last, title }) => {
    const ids = Array.from({ length: last }, (_, at) => `${letter}${at + 1}`);
    const traced = ids.filter((id) => byId.has(id));
    const rows = traced.map((id) => row(id, byId.get(id)));
    const without = ids.filter((id) => !byId.has(id));
    const rest = without.length > 0 ? `\nNo test names: ${without.join(", ")}.\n` : "";
    return `## ${title}\n\n${traced.length} of ${ids.length} are named by a test.\n\n| id | tests |\n| --- | --- |\n${rows.join("\n")}\n${rest}`;
  });
  return `# Requirements and the tests that name them\n\nWritten by \`node scripts/trace.mjs\` from the titles of the tests; \`npm run check\` fails when it is stale.\n\n${parts.join("\n")}`;
}

const expand = (range) => {
  const [from, to = from] = range.split("-");
  return idsIn(from === to ? from : `${from}-${to}`);
};

export function checkTrace(root) {
  const path = join(root, TARGET);
  const isFresh = existsSync(path) && readFileSync(path, "utf8") === traceDocument(root);
  const byId = collect(root);
  const untested = OWNED.flatMap(expand).filter((id) => !byId.has(id));
  return [
    ...(isFresh ? [] : [`${TARGET} is stale: node scripts/trace.mjs`]),
    ...(untested.length > 0 ? [`no test names ${untested.join(", ")}`] : []),
  ];
}

if (isMain(import.meta.url)) writeFileSync(join(ROOT, TARGET), traceDocument(ROOT));
