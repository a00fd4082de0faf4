/** Work that comes round by itself: what has ended is thrown away once an hour. */
import { dayAt } from "@accord/domain";
import type { Clock } from "./kernel/clock.js";
import type { Database } from "./kernel/db/index.js";
import { idempotencyStore } from "./kernel/graphql/idempotency.store.js";
import { scheduleJob } from "./kernel/jobs/schedule-job.js";
import { sweepStore } from "./kernel/jobs/sweep.store.js";
import type { Limits } from "./kernel/limits/limits.js";
import { rateCounterStore } from "./kernel/limits/rate-counter.store.js";
import { forgetReports, overviewStore } from "./modules/administration/module.js";
import { draftStore, handoverStore } from "./modules/drafts/module.js";
import { addressConfirmationStore, oidcModelStore, sessionStore } from "./modules/identity/module.js";
import { accessAskStore, invitationStore } from "./modules/invitations/module.js";
import { cardStore, purchaseStore } from "./modules/purchases/module.js";

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
export const scheduleCleanUp = (
  db: Database,
  clock: Clock,
  limits: Limits,
  onFailure: (error: unknown) => void,
): (() => void) => scheduleJob(() => cleanUp(db, clock, limits), HOUR, onFailure);

/** One round: how many rows went. `accord verify` (V10) holds what is still there against it. */
export const cleanUp = async (db: Database, clock: Clock, limits: Limits): Promise<number> => {
  const now = clock.now();
  await db.transaction("begin sweep", (tx) => tx.of(sweepStore).begin(now));
  const gone = await db.transaction("housekeeping", async (tx) => {
    const rows = [
      await tx.of(sessionStore).deleteExpired(now, limits.sessionIdleMinutes * MINUTE),
      await tx.of(oidcModelStore).deleteExpired(now),
      await tx.of(rateCounterStore).deleteExpired(now),
      await tx.of(draftStore).deleteExpired(now),
      await tx.of(handoverStore).deleteExpired(now),
      await tx.of(invitationStore).forgetEndedTokens(now),
      await tx.of(addressConfirmationStore).forgetEndedTokens(now),
      await tx.of(accessAskStore).deleteUntoldBefore(now - ASK_DAYS * 24 * HOUR),
      await tx.of(cardStore).deleteSetupsBefore(now - SETUP_DAYS * 24 * HOUR),
      await tx.of(purchaseStore).deleteDeliveriesBefore(now - DELIVERY_DAYS * 24 * HOUR),
      await tx.of(overviewStore).deleteRefusals(dayAt(now - REFUSAL_DAYS * 24 * HOUR, "UTC")),
      await tx.of(idempotencyStore).deleteBefore(now - IDEMPOTENCY_DAYS * 24 * HOUR),
    ];
    await tx.of(sweepStore).end(now);
    return rows.reduce((sum, one) => sum + one, 0);
  });
  return gone + (await forgetReports(db, now - IMPORT_DAYS * 24 * HOUR));
};
