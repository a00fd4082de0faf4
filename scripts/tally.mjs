// Adds up what the runners report: check steps, Vitest's JSON, Playwright's JSON. A runner without a report counts as one failure.
import { existsSync, readFileSync } from "node:fs";

const NOTHING = { passed: 0, failed: 0 };

const readJson = (path) => {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
};

/** A runner that ended badly has failed at least once, whatever its report says. */
function settle(counts, exitCode) {
  const tally = counts ?? NOTHING;
  const hasRun = counts !== null && counts.passed + counts.failed > 0;
  return exitCode === 0 && hasRun ? tally : { passed: tally.passed, failed: Math.max(1, tally.failed) };
}

/** `[{name, ok}]` of scripts/check.mjs. */
export function tallyCheck(path, exitCode) {
  const steps = readJson(path);
  const counts = steps && { passed: steps.filter((s) => s.ok).length, failed: steps.filter((s) => !s.ok).length };
  return settle(counts, exitCode);
}

export function tallyVitest(path, exitCode) {
  const report = readJson(path);
  if (report === null) return settle(null, exitCode);
  // A file that cannot be loaded has no failed test of its own.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((t) => t.status === "failed"),
  );
  // A skipped test proves nothing: it counts as failed.
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  return settle(
    { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length + skipped },
    exitCode,
  );
}

export function tallyPlaywright(path, exitCode) {
  const stats = readJson(path)?.stats;
  const counts = stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
  return settle(counts ?? null, exitCode);
}

/** The sum of all tallies. */
export const sum = (tallies) =>
  tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), NOTHING);
