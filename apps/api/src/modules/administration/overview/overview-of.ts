/** Everything of the overview, read at one instant (F79). */
import { DAY, dayAt, type EpochMs, type Language, messageOf } from "@accord/domain";
import type { Database } from "../../../kernel/db/index.js";
import { overviewStore } from "../storage/overview.store.js";

export const OVERVIEW_DAYS = 90;
export const MOST_OVERVIEW_DAYS = 366;

export const overviewOf = async (db: Database, now: EpochMs, days: number, language: Language) => {
  const overview = db.read.of(overviewStore);
  const since = now - days * DAY;
  const [openRequests, firstResponses, plans, incidentsByWeek, purchases, refusals] = await Promise.all([
    overview.openRequests(now),
    overview.firstResponses(since, now),
    overview.plans(now),
    overview.incidentsByWeek(since),
    overview.purchases(since),
    overview.refusals(dayAt(since, "UTC")),
  ]);
  const told = refusals.map((one) => ({ ...one, message: plainMessage(language, one.code) }));
  return { openRequests, firstResponses, plans, incidentsByWeek, purchases, refusals: told };
};

/** Sentences with something to fill in belong to a case. A code of an older version has none. */
const plainMessage = (language: Language, code: string): string | null => {
  const message = (messageOf(language, code as never) as { message: string } | undefined)?.message ?? null;
  return message === null || message.includes("{") ? null : message;
};
