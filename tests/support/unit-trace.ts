/** What happened to the units of several processes, in order: told by trace-units.mjs. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Environment } from "./processes.js";

const PRELOAD = fileURLToPath(new URL("./trace-units.mjs", import.meta.url));

export interface TracedUnit {
  readonly pid: number;
  readonly name: string;
  readonly phase: string;
  /** Process and number. */
  readonly unit: string;
}

export interface UnitTrace {
  /** For the processes that are to be traced. */
  readonly env: Environment;
  read(): TracedUnit[];
  remove(): void;
}

export const startUnitTrace = (): UnitTrace => {
  const folder = mkdtempSync(join(tmpdir(), "accord-units-"));
  const file = join(folder, "units");
  return {
    env: { NODE_OPTIONS: `--import ${PRELOAD}`, UNIT_TRACE: file },
    read: () => {
      if (!existsSync(file)) return [];
      const whole = readFileSync(file, "utf8");
      const lines = whole.slice(0, whole.lastIndexOf("\n") + 1).split("\n");
      return lines.filter(Boolean).map((line) => {
        const [unit = "", phase = "", name = ""] = line.split("\t");
        return { pid: Number.parseInt(unit, 10), unit, phase, name };
      });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Of each unit of `pid` that was committed: how many of `slices` (by name, of any process) were committed while it waited to begin. */
export const slicesWaited = (
  trace: readonly TracedUnit[],
  { pid, slices }: { readonly pid: number; readonly slices: readonly string[] },
): number[] => {
  const came = new Map<string, number>();
  const waited: number[] = [];
  let passed = 0;
  for (const { unit, phase, name, ...one } of trace) {
    if (slices.includes(name)) {
      if (phase === "committed") passed += 1;
      continue;
    }
    if (one.pid !== pid) continue;
    if (phase === "came") came.set(unit, passed);
    if (phase === "committed") waited.push(passed - (came.get(unit) ?? passed));
  }
  return waited;
};
