/** Work that a module brings to come round by itself, and what it throws away once it has ended. */
import type { EpochMs } from "@accord/domain";
import type { Database, WriteStores } from "../db/index.js";
import type { Limits } from "../limits/limits.js";
import type { ServerContext } from "../server-context.js";
import { scheduleJob } from "./schedule-job.js";

export interface Job {
  /** What it does, as its failures are told. */
  readonly name: string;
  /** Null: at the start alone. */
  readonly everyMs: number | null;
  readonly run: (context: ServerContext) => Promise<unknown>;
  /** Also before the server is ready: it does not start when this fails, it waits for it, or it goes on beside it. */
  readonly atStart?: "required" | "awaited" | "begun";
  /** Waits for what a round left running. */
  readonly stop?: (context: ServerContext) => Promise<unknown>;
}

/** What is thrown away once an hour, one of the two; each answers how many rows went. */
export interface Sweep {
  /** In the one transaction of the round. */
  readonly within?: (tx: WriteStores, at: EpochMs, limits: Limits) => Promise<number>;
  /** After it, in transactions of its own. */
  readonly beside?: (db: Database, at: EpochMs) => Promise<number>;
}

/** Starts `jobs`, in order; the answers of `undo`, last first, stop them. Throws what a required one throws. */
export const startJobs = async (
  jobs: readonly Job[],
  context: ServerContext,
  undo: (() => unknown)[],
): Promise<void> => {
  for (const { name, everyMs, run, atStart, stop } of jobs) {
    const report = (error: unknown): void => context.log.error({ err: error }, `${name} failed`);
    const round = (): Promise<unknown> => run(context);
    if (atStart === "required") await round();
    if (atStart === "awaited") await round().catch(report);
    if (atStart === "begun") round().catch(report);
    if (stop !== undefined) undo.push(() => stop(context));
    if (everyMs !== null) undo.push(scheduleJob(round, everyMs, report));
  }
};
