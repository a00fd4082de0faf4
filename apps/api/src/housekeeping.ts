/** Once an hour the server throws away what has ended: sessions, provider records, counters, drafts. */
import type { Clock } from "./clock.js";
import type { Limits } from "./limits.js";
import type { Database } from "./storage/index.js";

const HOUR = 3_600_000;

/** Starts the hourly round; the answer stops it. A failed round is reported and tried again an hour later. */
export const startHousekeeping = (
  db: Database,
  clock: Clock,
  limits: Limits,
  onFailure: (error: unknown) => void,
): (() => void) => {
  const timer = setInterval(() => void cleanUp(db, clock, limits).catch(onFailure), HOUR);
  timer.unref();
  return () => clearInterval(timer);
};

/** One round. */
export const cleanUp = (db: Database, clock: Clock, limits: Limits): Promise<number> => {
  const now = clock.now();
  return db.run("housekeeping", async (tx) => {
    const sessions = await tx.sessions.deleteExpired(now, limits.sessionIdleMinutes * 60_000);
    const models = await tx.oidcModels.deleteExpired(now);
    const counters = await tx.rateCounters.deleteExpired(now);
    return sessions + models + counters + (await tx.drafts.deleteExpired(now));
  });
};
