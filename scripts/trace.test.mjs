import { expect, test } from "vitest";
import { plant } from "./checks/planted.mjs";
import { checkTrace, collect, idsIn, titlesIn, traceDocuments } from "./trace.mjs";

test("titles of tests are found in every form of a call", () => {
  const text = `
    test("one", () => {});
    it.each([["a", fn("x")]])("two %s", () => {});
    describe.each\`a\`("three", () => {});
    test.describe("four", () => {});
    test('five \\'s', () => {});
    test(
      "six",
      async () => {},
    );
    expect(contest("no"));
  `;
  expect(titlesIn(text)).toEqual(["one", "two %s", "three", "four", "five 's", "six"]);
});

test("numbers and ranges in a title are ids, other words are not", () => {
  expect(idsIn("R16, R36-R38: an agreement; E1/E2, S2 and F9")).toEqual([
    "R16",
    "R36",
    "R37",
    "R38",
    "E1",
    "E2",
    "S2",
    "F9",
  ]);
  expect(idsIn("AR16 R R1a M-7 SR3")).toEqual([]);
});

test("the trace claims only what a title says, and is stale when a title changes", () => {
  const root = plant({
    "packages/domain/src/a.test.ts": 'test("R1: | a pair", () => {});',
    "tests/journeys/b.spec.ts": 'test("E12: one answer", () => {});',
    "packages/domain/src/c.ts": '// test("R99: no", () => {})',
  });
  expect([...collect(root).keys()]).toEqual(["R1", "E12"]);
  const documents = traceDocuments(root);
  expect(documents.get("r1-25.md")).toContain(
    "## R1\n\n- [packages/domain/src/a.test.ts](../../packages/domain/src/a.test.ts)\n  - R1: \\| a pair\n",
  );
  expect(documents.get("README.md")).toContain("| Edge cases | 1 of 24 | [E1–24](e1-24.md) | E1, E2,");
  const problems = checkTrace(root);
  expect(problems[0]).toContain("stale");
  expect(problems[1]).toContain("R2, R3, R4");
  expect(problems[1]).not.toContain("R1,");
});
