import { join } from "node:path";
import { expect, test } from "vitest";
import { plant } from "./checks/planted.mjs";
import { sum, tallyCheck, tallyPlaywright, tallyVitest } from "./tally.mjs";

const report = (content) => join(plant({ "r.json": content }), "r.json");
const vitest = (more) => report({ numPassedTests: 5, numFailedTests: 0, testResults: [], ...more });

test("runners add up", () => {
  const steps = report([
    { name: "a", ok: true },
    { name: "b", ok: false },
  ]);
  const playwright = report({ stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 0 } });
  expect(sum([tallyCheck(steps, 1), tallyVitest(vitest({}), 0), tallyPlaywright(playwright, 1)])).toEqual({
    passed: 9,
    failed: 2,
  });
});

test.each([
  ["a missing report", () => tallyVitest("/nowhere/r.json", 0)],
  ["a bad exit code with no failed test", () => tallyVitest(vitest({}), 1)],
  [
    "a file that could not be loaded",
    () => tallyVitest(vitest({ testResults: [{ status: "failed", assertionResults: [] }] }), 1),
  ],
  ["a skipped test", () => tallyVitest(vitest({ numPendingTests: 1 }), 0)],
  ["no test at all", () => tallyVitest(vitest({ numPassedTests: 0 }), 0)],
  [
    "a flaky journey",
    () => tallyPlaywright(report({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 } }), 0),
  ],
  ["a report that is no JSON", () => tallyCheck(report("{"), 0)],
])("%s counts as one failure", (_name, run) => {
  expect(run().failed).toBe(1);
});
