/** What has ended is thrown away once an hour: the sweeps of all modules, in one round. */
import { HOUR } from "@accord/domain";
import type { Clock } from "./kernel/clock.js";
import type { Database } from "./kernel/db/index.js";
import type { Job } from "./kernel/jobs/job.js";
import { sweepStore } from "./kernel/jobs/sweep.store.js";
import type { Limits } from "./kernel/limits/limits.js";
import { MODULES } from "./modules/modules.js";

export const cleanUpJob: Job = {
  name: "housekeeping",
  everyMs: HOUR,
  run: ({ db, clock, config }) => cleanUp(db, clock, config.limits),
};

/** One round: how many rows went. `accord verify` (V10) holds what is still there against it. */
export const cleanUp = async (db: Database, clock: Clock, limits: Limits): Promise<number> => {
  const now = clock.now();
  await db.transaction("begin sweep", (tx) => tx.of(sweepStore).begin(now));
  let gone = await db.transaction("housekeeping", async (tx) => {
    let rows = 0;
    for (const { within } of MODULES.sweeps) rows += (await within?.(tx, now, limits)) ?? 0;
    await tx.of(sweepStore).end(now);
    return rows;
  });
  for (const { beside } of MODULES.sweeps) gone += (await beside?.(db, now)) ?? 0;
  return gone;
};
