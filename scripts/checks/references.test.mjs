import { expect, test } from "vitest";
import { plant } from "./planted.mjs";
import { checkReferences, citingText } from "./references.mjs";

const REQUIREMENTS = [
  "# Requirements",
  "",
  "| number | what holds |",
  "| --- | --- |",
  '| <a id="r16"></a>R16 | The pair is typed once. |',
  '| <a id="r18"></a>R18 | Nobody shares a sign-in. |',
  '| <a id="m-1"></a>M-1 | One of two hundred gets it. |',
  '| <a id="f17"></a>F17 | Some incidents are lent. **Not built**. |',
  "",
].join("\n");
const SOURCE = "apps/api/src/a.ts";
const TEST = "apps/api/src/a.test.ts";
const check = (files) =>
  checkReferences(
    plant({
      "docs/requirements.md": REQUIREMENTS,
      "docs/contract.md": "# The contract\n\n## Limits\n\n## Command line\n",
      "docs/decisions/0004-single-writer.md": "# 4. One writer\n",
      "packages/domain/src/plan/judge-plan.ts": "",
      ...files,
    }),
  );

test.each([
  ["a number nobody explained", "/** Registers (R16, R99). */", "a.ts:1: R99 is not in docs/requirements.md"],
  ["the end of a range", "// first\n// R16–R99", "a.ts:2: R99 is not in docs/requirements.md"],
  ["a number of a family nobody knows", "/** Safe (Q7). */", "Q7 is not in docs/requirements.md"],
  ["a number of the catalogue", "/** A race (M-2). */", "M-2 is not in docs/requirements.md"],
  ["a decision that is not there", "/** See decision 4 and 99. */", "there is no decision 99 in docs/decisions"],
  ["a document of somewhere else", "/** Why: reliability.md, 5.4. */", "reliability.md is no document of this project"],
  ["a folder of documents of somewhere else", "/** docs/review/house.md */", "docs/review/house.md is no document"],
  ["a file that was renamed", "/** As packages/domain/src/plan/judge.ts does. */", "judge.ts is not there"],
  ["a folder that is gone", "/** As packages/domain/src/plans does. */", "packages/domain/src/plans is not there"],
  ["a heading that is not there", "/** contract.md, Quotas. */", "docs/contract.md has no heading Quotas"],
])("a comment that cites %s is seen", (_name, text, problem) => {
  const problems = check({ [SOURCE]: text });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
});

test("titles of tests, rows of their tables and documents are read too", () => {
  const problems = check({
    [TEST]: 'it("R97: x", () => {});\nit.each([["R98: a row"]])("%s", () => {});',
    "README.md": "By R99.\n",
    "docs/a.md": "By [decision 12](b.md).\n",
    "packages/schema/schema.graphql": '"""Registers (R96)."""\ntype A { b: Int }\n',
  });
  expect(problems.map((problem) => problem.split(":").slice(0, 3).join(":"))).toEqual([
    "README.md:1: R99 is not in docs/requirements.md",
    `${TEST}:1: R97 is not in docs/requirements.md`,
    `${TEST}:2: R98 is not in docs/requirements.md`,
    "docs/a.md:1: there is no decision 12 in docs/decisions",
    "packages/schema/schema.graphql:1: R96 is not in docs/requirements.md",
  ]);
});

test("a title that names what is not built is seen: the mark or the title is wrong", () => {
  const problems = check({ [TEST]: 'it("F17: three of ten are lent", () => {});' });
  expect(problems).toEqual([expect.stringContaining("names F17, which docs/requirements.md marks as not built")]);
});

test("a number that is explained twice, or under another anchor, is seen", () => {
  const problems = check({
    "docs/requirements.md": `${REQUIREMENTS}| <a id="r16"></a>R16 | Again. |\n| <a id="r2"></a>R20 | x |\n`,
  });
  expect(problems).toEqual([
    expect.stringContaining("docs/requirements.md:9: R16 stands there twice"),
    expect.stringContaining("docs/requirements.md:10: the anchor of R20 is r2"),
  ]);
});

test("without docs/requirements.md there is nothing to cite", () => {
  expect(checkReferences(plant({ [SOURCE]: "" }))).toEqual(["docs/requirements.md is missing"]);
});

test("what is there passes, and so does what only looks like a reference", () => {
  const files = {
    [SOURCE]: [
      "/** Registers once (R16, R16–R18; M-1; decision 4; contract.md, Limits and Command line). */",
      "// As packages/domain/src/plan/judge-plan.ts does, and judge-plan.ts; N-1 counts; UTF-8, P1Y, 2026-11-29T00:00Z.",
      "// In modules/<noun>/module.ts, types/*.type.ts and $DATA_DIR/bank.json; https://example.org/R99/gone.md.",
      'const cell = "R99"; // R18',
      "const path = `apps/api/src/gone.ts`;",
    ].join("\n"),
    [TEST]: 'it("R16: as typed", () => expect("Q7").toBe("R99 in the text"));',
    "docs/a.md": "`packages/domain/src/plan/judge-plan.ts`, [the contract](contract.md).\n\n```\nR99\n```\n",
  };
  expect(check(files)).toEqual([]);
});

test("line numbers stay, whatever is blanked", () => {
  const text = 'const a = "it\'s";\n/* R1 */\nconst b = `x\ny`.match(/[`]/);\n// R2';
  expect(
    citingText(SOURCE, text)
      .split("\n")
      .map((line) => line.trim()),
  ).toEqual(["", "/* R1 */", "", "", "// R2"]);
});
