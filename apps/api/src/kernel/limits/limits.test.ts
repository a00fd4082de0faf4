/** K4: every limit is in one table, which says who can spend it and whom it stops; the document shows that table. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DAY, HOUR, MINUTE, SECOND } from "@accord/domain";
import { describe, expect, it } from "vitest";
import { FIXED_LIMITS, LIMITS, type LimitFacts } from "./limits.js";

const source = fileURLToPath(new URL("../../", import.meta.url));
const document = fileURLToPath(new URL("../../../../../docs/operations.md", import.meta.url));
const ALL: Readonly<Record<string, LimitFacts>> = { ...LIMITS, ...FIXED_LIMITS };

const row = ([name, { value, meaning, kind, spentBy, stops }]: [string, LimitFacts]): string =>
  `| \`${name}\` | ${value.toLocaleString("en")} | ${meaning} | ${kind} | ${spentBy} | ${stops} |`;
const tableOf = (limits: Readonly<Record<string, LimitFacts>>): string =>
  [
    "| limit | number | what it counts | kind | who can spend it | whom it stops |",
    "| --- | --- | --- | --- | --- | --- |",
    ...Object.entries(limits).map(row),
  ].join("\n");

/** Files that count something against a number: with what they name the number. */
const COUNTS = /of\(rateCounterStore\)(?!\.deleteExpired)|createBrakes\(|createBuckets\(/;
const NUMBER_OF_ITS_OWN = /\.consume\(\s*[^,]+,\s*[^,]+,\s*(?:(?!1\b)\d[\d_]*|[A-Z][A-Z_]+)\s*,/g;

/** What a source file counts by that no table knows. */
const strayLimits = (text: string): string[] => {
  const stray = [...text.matchAll(NUMBER_OF_ITS_OWN)]
    .map(([call]) => /([\w]+)\s*,$/.exec(call)?.[1] ?? call)
    .filter((number) => !(number in FIXED_LIMITS));
  if (!COUNTS.test(text)) return stray;
  const named = [...text.matchAll(/limits\.(\w+)|\b([A-Z][A-Z_]+)\b/g)].map(
    ([, setting, constant]) => setting ?? constant,
  );
  return named.some((name) => name !== undefined && name in ALL) || PASSED_ON.test(text)
    ? stray
    : [...stray, "no limit"];
};
/** Counts by what it is given (`wall.limit`, `brake.free`): whoever gives it is looked at. */
const PASSED_ON = /\bwall\.limit\b/;

const LENGTHS: Readonly<Record<string, number>> = { SECOND, MINUTE, HOUR, DAY };
const numberIn = (part: string): number => LENGTHS[part] ?? Number(part.replaceAll("_", ""));

/** What keeps and reads rows counts nothing by itself. */
const KEPT = /(?:^|\/)(?:storage|db|history)\/|rate-counter\./;
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !KEPT.test(file),
);

describe("K4: limits", () => {
  it("stand in docs/operations.md as they are (write it anew with vitest -u)", async () => {
    const text = readFileSync(document, "utf8");
    const [before = "", rest = ""] = text.split("<!-- limits -->\n");
    const [, after = ""] = rest.split("\n<!-- /limits -->");
    const tables = `${tableOf(LIMITS)}\n\nFixed:\n\n${tableOf(FIXED_LIMITS)}`;
    await expect(`${before}<!-- limits -->\n${tables}\n<!-- /limits -->${after}`).toMatchFileSnapshot(document);
  });

  it("nothing that many may share is a wall", () => {
    const walls = Object.entries(ALL).filter(([, { kind }]) => kind === "wall");
    expect(
      walls.filter(([name, { spentBy }]) => /Address|Recipient/.test(name) || /anybody|whoever/.test(spentBy)),
    ).toEqual([]);
    const shared = Object.entries(ALL).filter(([name]) => /PerAddress|anonymous/.test(name));
    expect(shared.filter(([, { kind }]) => kind !== "brake")).toEqual([]);
    expect(shared.length).toBeGreaterThanOrEqual(5);
  });

  it("no limit of the code is missing from the table", () => {
    const counting = files.filter((file) => COUNTS.test(readFileSync(join(source, file), "utf8")));
    expect(counting.length).toBeGreaterThanOrEqual(8);
    expect(
      files.flatMap((file) => strayLimits(readFileSync(join(source, file), "utf8")).map((one) => `${file}: ${one}`)),
    ).toEqual([]);
  });

  it("every row is used, and the fixed ones are what the code holds", () => {
    const all = readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "kernel/limits/limits.ts")
      .map((file) => readFileSync(join(source, file), "utf8"))
      .join("\n");
    const domain = readFileSync(join(source, "../../../packages/domain/src/shared/brake.ts"), "utf8");
    expect(Object.keys(LIMITS).filter((name) => !all.includes(name))).toEqual([]);
    for (const [name, { value }] of Object.entries(FIXED_LIMITS)) {
      const [, held = ""] = new RegExp(`const ${name} = ([\\w +]+);`).exec(`${all}\n${domain}`) ?? [];
      const sum = held.split("+").reduce((total, part) => total + numberIn(part.trim()), 0);
      expect([name, sum]).toEqual([name, value]);
    }
  });

  it.each([
    ["a number of its own", "await tx.of(rateCounterStore).consume(key, 1, 40, HOUR, at); limits.bodyBytes", ["40"]],
    [
      "a constant of its own",
      "await tx.of(rateCounterStore).consume(key, 1, MOST_ASKS, HOUR, at); limits.x",
      ["MOST_ASKS", "no limit"],
    ],
    ["a window without a limit", "const brakes = createBrakes(12, MINUTE);", ["no limit"]],
    ["nothing", "await tx.of(rateCounterStore).consume(key, 1, limits.uploadsPerHour, HOUR, at);", []],
  ])("finds %s (planted)", (_what, text, found) => {
    expect(strayLimits(text)).toEqual(found);
  });
});
