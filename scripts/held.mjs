// Which requirement ran, and where: in the browser in English and in Romanian, at the API and its rules. Told by the reports of `npm test`, never by sources.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { read } from "./checks/sources.mjs";
import { isMain, ROOT } from "./machine.mjs";
import { collect, idsIn } from "./trace.mjs";

export const HELD = "docs/requirements-trace/held.md";
const REPORTS = "test-results/reports";
export const COLUMNS = ["browser en", "browser ro", "API and rules"];
const [EN, RO, API] = COLUMNS;
const ROWS = Array.from({ length: 100 }, (_, at) => `R${at + 1}`);
const JOURNEYS = "tests/journeys/";
/** Whose suites stand for the API and its rules; parts of the pages, rendered without a browser, have no column. */
const ROOMS = ["packages/", "apps/api/", "tests/"];
const isOfRoom = (path) => ROOMS.some((room) => path.startsWith(room));

/** The language somebody reads in a journey: the first word `en` or `ro` of its titles, the outermost first. */
export function languageIn(titles) {
  return /(?:^|[\s,])(en|ro)(?=[\s,:]|$)/.exec(titles.join(" "))?.[1] ?? null;
}

/** Every spec of a report of Playwright: its titles and whether it ran and went well. */
function specsOf(suites, above = []) {
  return suites.flatMap(({ title, suites: inner = [], specs = [] }) => {
    const titles = [...above, title];
    const own = specs.map((spec) => ({
      // The outermost suite is the file.
      titles: [...titles.slice(1), spec.title],
      hasPassed: spec.tests.length > 0 && spec.tests.every(({ status }) => status === "expected"),
    }));
    return [...own, ...specsOf(inner, titles)];
  });
}

/** `{titles, column, hasPassed}` of every test in the reports; a journey that tells no language has no column. */
export function testsIn({ playwright, vitest }, root) {
  const journeys = specsOf(playwright?.suites ?? []).map(({ titles, hasPassed }) => {
    const language = languageIn(titles);
    return { titles, hasPassed, column: language === null ? null : `browser ${language}` };
  });
  const suites = vitest
    .flatMap(({ testResults }) => testResults)
    .filter(({ name }) => isOfRoom(isAbsolute(name) ? relative(root, name) : name));
  const others = suites
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ ancestorTitles = [], title, status }) => ({
      titles: [...ancestorTitles, title],
      hasPassed: status === "passed",
      column: API,
    }));
  return [...journeys, ...others];
}

/** Row → the columns in which a test that names it ran and passed. */
export function columnsRun(tests) {
  const run = new Map(ROWS.map((id) => [id, new Set()]));
  for (const { titles, column, hasPassed } of tests)
    if (hasPassed && column !== null) for (const id of idsIn(titles.join(" "))) run.get(id)?.add(column);
  return run;
}

/** The lines of the document: row → `{columns, reason}`. */
export function readHeld(text) {
  const lines = [...text.matchAll(/^\| \[(R\d+)\]\([^)]*\) \|(.*)\|(.*)\|(.*)\|(.*)\|$/gm)];
  return new Map(
    lines.map(([, id, ...cells]) => {
      const reason = cells.pop().trim();
      return [id, { columns: COLUMNS.filter((_, at) => cells[at].trim() === "yes"), reason }];
    }),
  );
}

const pageOf = (id) => {
  const first = Math.floor((Number(id.slice(1)) - 1) / 25) * 25 + 1;
  return `r${first}-${first + 24}.md#${id.toLowerCase()}`;
};

/** The document that says so; reasons are written into it by hand and stay. */
export function heldDocument(held) {
  const lines = ROWS.map((id) => {
    const { columns = [], reason = "" } = held.get(id) ?? {};
    const cells = [`[${id}](${pageOf(id)})`, ...COLUMNS.map((one) => (columns.includes(one) ? "yes" : "–")), reason];
    return `| ${cells.join(" | ")} |`.replaceAll("|  |", "| |");
  });
  const count = (column) => ROWS.filter((id) => held.get(id)?.columns.includes(column)).length;
  return [
    "# Requirements and where they ran",
    "A test that names the row ran there and passed; `npm test` fails when a row did not run where this says so. Written by `node scripts/held.mjs` from the reports of the last `npm test`; the last column is written by hand and stays: why no browser tells of the row.",
    [
      `| row | ${COLUMNS.join(" | ")} | why not in a browser |`,
      "| --- | --- | --- | --- | --- |",
      `| of ${ROWS.length} | ${COLUMNS.map(count).join(" | ")} | |`,
      ...lines,
    ].join("\n"),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

const presentHeld = (root) => (existsSync(join(root, HELD)) ? read(root, HELD) : "");

/** Without running anything: no row is open, and a column has at least a title that could stand for it. */
export function checkHeld(root) {
  const byId = collect(root);
  const text = presentHeld(root);
  const held = readHeld(text);
  if (text !== heldDocument(held)) return [`${HELD} is not as it is written: node scripts/held.mjs after npm test`];
  return ROWS.flatMap((id) => {
    const { columns, reason } = held.get(id);
    const paths = (byId.get(id) ?? []).map(({ path }) => path).filter(isOfRoom);
    const isIn = {
      browser: paths.some((path) => path.startsWith(JOURNEYS)),
      API: paths.some((path) => !path.startsWith(JOURNEYS)),
    };
    return [
      ...(columns.length === 0 ? [`${HELD}: ${id} is open: nothing that ran holds it`] : []),
      ...columns
        .filter((column) => !isIn[column.split(" ")[0]])
        .map((column) => `${HELD}: ${id}: no title could stand for “${column}”`),
      ...(columns.includes(EN) || columns.includes(RO) || reason !== ""
        ? []
        : [`${HELD}: ${id}: say why no browser tells of it`]),
    ];
  });
}

/** What the document claims and the reports do not show, and journeys of a row that tell no language. */
export function checkRun(held, tests) {
  const run = columnsRun(tests);
  const missing = [...held].flatMap(([id, { columns }]) =>
    columns
      .filter((column) => !run.get(id)?.has(column))
      .map((column) => `${id}: no test that names it ran and passed in “${column}”`),
  );
  const untold = tests
    .filter(({ titles, column }) => column === null && idsIn(titles.join(" ")).some((id) => id.startsWith("R")))
    .map(({ titles }) => `tells no language, en or ro: ${titles.join(" › ")}`);
  return [...missing, ...untold];
}

const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null);

/** The tests of the last `npm test`, by its reports. */
export function readTests(root) {
  const report = (name) => readReport(join(root, REPORTS, `${name}.json`));
  const vitest = ["suites-of-the-rooms", "suites-of-the-whole"].map(report).filter((one) => one !== null);
  return testsIn({ playwright: report("playwright"), vitest }, root);
}

/** The last word of `npm test`: the table of what ran, against what the document claims. */
export function checkReports(root) {
  return checkRun(readHeld(presentHeld(root)), readTests(root));
}

if (isMain(import.meta.url)) {
  const before = readHeld(presentHeld(ROOT));
  const run = columnsRun(readTests(ROOT));
  const held = ROWS.map((id) => [id, { columns: [...run.get(id)], reason: before.get(id)?.reason ?? "" }]);
  writeFileSync(join(ROOT, HELD), heldDocument(new Map(held)));
}
