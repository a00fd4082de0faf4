/** What a run was asked for, how far it is and what went wrong in it. */
import { type LoadProcess, startLoad } from "./harness/processes.js";

export const flags = new Set(process.argv.slice(2));
export const isQuick = flags.has("--quick");
export const isTry = flags.has("--try");
/** How long each measurement takes. */
export const settings = isTry
  ? { rounds: 1, milliseconds: 100, warmUpMilliseconds: 100, starts: 1 }
  : isQuick
    ? { rounds: 3, milliseconds: 700, warmUpMilliseconds: 2500, starts: 3 }
    : { rounds: 5, milliseconds: 1500, warmUpMilliseconds: 4000, starts: 7 };

const startedAt = performance.now();
/** A line with the seconds since the start; one that is indented belongs to the line before. */
export const say = (line: string): void =>
  console.log(
    line.startsWith(" ") ? line : `[${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s] ${line}`,
  );
/** A run with one of them ends red. */
export const problems: string[] = [];
export const fail = (problem: string): void => {
  problems.push(problem);
  say(`  ${problem}`);
};

/** The load, listened to: whatever is measured, a failed answer is a problem of the run. */
export const startHeardLoad = (): LoadProcess => {
  const load = startLoad();
  return {
    ...load,
    run: async (order) => {
      const report = await load.run(order);
      if (report.failures > 0)
        fail(`${report.failures} answers failed, the first: ${report.firstFailure?.replaceAll(/\s+/g, " ")}`);
      return report;
    },
  };
};
