/** The section of the document about the pages of a first visit. */
import { readFileSync, writeFileSync } from "node:fs";
import type { PageVitals } from "./pages.js";

const HEADING = "## Pages";
const NEXT_HEADING = "## Where the time goes";

const ms = (value: number): string => `${value.toLocaleString("en", { maximumFractionDigits: 0 })} ms`;

/** `note`: one sentence more, such as when it was measured. */
export const pagesSection = (vitals: readonly PageVitals[], note = ""): string => {
  const plainOf = (page: string): PageVitals | undefined =>
    vitals.find((one) => one.page === page && one.encoding === "identity");
  const rows = vitals.map((one) => {
    const ratio = one.largestPaint / (plainOf(one.page)?.largestPaint ?? Number.NaN);
    return `| ${one.page} | ${one.encoding} | ${ms(one.firstPaint)} | ${ms(one.largestPaint)} | ${ratio.toFixed(2)} | ${ms(one.slowestPress)} | ${one.shift.toFixed(3)} |`;
  });
  return [
    HEADING,
    "",
    `Chromium with nothing in its cache, 150 ms and 1.6 Mbit/s, a processor four times slower; medians of the rounds, the three encodings in turn; the press is the slowest of opening and closing the menus of the header. ${note}`.trim(),
    "",
    "| page | the browser takes | first paint (FCP) | largest paint (LCP) | LCP to uncompressed | slowest press (INP) | shift (CLS, worst) |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
};

/** Replaces the one section of the document at `path`, and says on which day it was measured. */
export const writePages = (path: string, vitals: readonly PageVitals[]): void => {
  if (vitals.length === 0) return;
  const [before = "", rest = ""] = readFileSync(path, "utf8").split(NEXT_HEADING);
  const [kept = ""] = before.split(HEADING);
  const day = new Date().toISOString().slice(0, 10);
  const section = pagesSection(vitals, `Measured alone on ${day} by \`npm run bench -- --pages\`.`);
  writeFileSync(path, `${kept.trimEnd()}\n\n${section}\n${NEXT_HEADING}${rest}`);
};
