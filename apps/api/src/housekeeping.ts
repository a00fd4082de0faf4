/** Work that comes round by itself: what has ended is thrown away once an hour. */
import { dayAt } from "@accord/domain";
import type { Clock } from "./clock.js";
import { forgetReports } from "./features/administration/imports/load-import.js";
import { startRounds } from "./kernel/jobs/rounds.js";
import type { Limits } from "./limits.js";
import type { Database } from "./storage/index.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Answers of commands under a key are kept this long. */
const IDEMPOTENCY_DAYS = 30;
/** Asks for access that led nowhere are kept this long. */
const ASK_DAYS = 30;
/** The report on the rows of an import is kept this long. */
const IMPORT_DAYS = 30;

/** Refusals by day and reason: a year is compared with the year before. */
const REFUSAL_DAYS = 760;
/** Cards that were being entered. */
const SETUP_DAYS = 1;
/** Deliveries of payment providers; they deliver again for a few days, and not with an old signature. */
const DELIVERY_DAYS = 30;

/** The hourly round; the answer stops it. */
export const startHousekeeping = (
  db: Database,
  clock: Clock,
  limits: Limits,
  onFailure: (error: unknown) => void,
): (() => void) => startRounds(() => cleanUp(db, clock, limits), HOUR, onFailure);

/** One round: how many rows went. `accord verify` (V10) holds what is still there against it. */
export const cleanUp = async (db: Database, clock: Clock, limits: Limits): Promise<number> => {
  const now = clock.now();
  await db.run("begin sweep", (tx) => tx.sweeps.begin(now));
  const gone = await db.run("housekeeping", async (tx) => {
    const rows = [
      await tx.sessions.deleteExpired(now, limits.sessionIdleMinutes * MINUTE),
      await tx.oidcModels.deleteExpired(now),
      await tx.rateCounters.deleteExpired(now),
      await tx.drafts.deleteExpired(now),
      await tx.handovers.deleteExpired(now),
      await tx.invitations.forgetEndedTokens(now),
      await tx.addressConfirmations.forgetEndedTokens(now),
      await tx.accessAsks.deleteUntoldBefore(now - ASK_DAYS * 24 * HOUR),
      await tx.cards.deleteSetupsBefore(now - SETUP_DAYS * 24 * HOUR),
      await tx.purchases.deleteDeliveriesBefore(now - DELIVERY_DAYS * 24 * HOUR),
      await tx.overview.deleteRefusals(dayAt(now - REFUSAL_DAYS * 24 * HOUR, "UTC")),
      await tx.idempotency.deleteBefore(now - IDEMPOTENCY_DAYS * 24 * HOUR),
    ];
    await tx.sweeps.end(now);
    return rows.reduce((sum, one) => sum + one, 0);
  });
  return gone + (await forgetReports(db, now - IMPORT_DAYS * 24 * HOUR));
};
