/** The section of the document about the search of the help. */
import { readFileSync, writeFileSync } from "node:fs";
import type { SearchResult } from "./search.js";

const HEADING = "## Search of the help";
const NEXT_HEADING = "## Pages";

const fixed = (value: number, digits = 0): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** `note`: one sentence more, such as when it was measured. */
export const searchSection = (results: readonly SearchResult[], note = ""): string => {
  const [few] = results;
  const rows = results.map(
    ({ articles, search, firstAnswer, longestWait, memory: [before, after] }) =>
      `| ${fixed(articles)} | ${fixed(search.p50, 1)} ms | ${fixed(search.p95, 1)} ms | ${fixed(search.p50 / (few?.search.p50 ?? Number.NaN), 1)} | ${fixed(search.cpu / 1000, 1)} ms | ${fixed(firstAnswer)} ms | ${fixed(longestWait)} ms | ${fixed(before)} MiB | ${fixed(after - before)} MiB | ${search.failures} |`,
  );
  return [
    HEADING,
    "",
    `What people who are stuck type (\`symptoms.json\`), in both languages, one connection, both servers in turn; the many articles are mixed of the shipped ones. The first search waits for the index, which is made in slices: meanwhile somebody else asks whether the server lives. ${note}`.trim(),
    "",
    "| articles | search p50 | p95 | p50 to the first row | CPU a search | first search | somebody else waits, at most | memory before | more with the index | failures |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
};

/** Replaces the one section of the document at `path`, and says on which day it was measured. */
export const writeSearch = (path: string, results: readonly SearchResult[]): void => {
  const [before = "", rest = ""] = readFileSync(path, "utf8").split(NEXT_HEADING);
  const [kept = ""] = before.split(HEADING);
  const day = new Date().toISOString().slice(0, 10);
  const section = searchSection(results, `Measured alone on ${day} by \`npm run bench -- --search\`.`);
  writeFileSync(path, `${kept.trimEnd()}\n\n${section}\n${NEXT_HEADING}${rest}`);
};
