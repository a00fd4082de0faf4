/** When the first answer is due: elapsed hours with 24/7 support, business hours of the country's region without (S2, R70, E16). */
import type { Country, Region } from "../region/region.js";
import { addDays, dayAt, type EpochMs, instantAt, type TimeZoneName, wallClock } from "../shared/calendar.js";
import { FIRST_RESPONSE_HOURS } from "./severity.js";
import type { Severity } from "./support-request.js";

const HOUR_MS = 3_600_000;
/** A region without hours of its own is served in common office hours of the customer's zone. */
const COMMON_HOURS = { start: 9 * 60, end: 17 * 60 };
/** Two weeks hold business time in every calendar that has one business day a week. */
const MAX_DAYS = 60;

export interface FirstResponseQuestion {
  readonly severity: Severity;
  readonly support24x7: boolean;
  readonly country: Pick<Country, "weekend">;
  readonly region: Pick<Region, "businessTimeZone"> & { readonly businessHours: Region["businessHours"] | null };
  /** The zone of the request; counts only where the region has no zone of its own. */
  readonly timeZone: TimeZoneName;
  readonly createdAt: EpochMs;
}

/**
 * The instant by which an engineer answers. Counts real time inside each business day, so a clock change costs or gives nothing.
 * @throws RangeError when the calendar has no business time at all.
 */
export const firstResponseDue = (question: FirstResponseQuestion): EpochMs => {
  let left = FIRST_RESPONSE_HOURS[question.severity] * HOUR_MS;
  if (question.support24x7) return question.createdAt + left;
  const zone = question.region.businessTimeZone ?? question.timeZone;
  const hours = question.region.businessHours ?? COMMON_HOURS;
  let day = dayAt(question.createdAt, zone);
  for (let step = 0; step < MAX_DAYS; step += 1, day = addDays(day, 1)) {
    if (question.country.weekend.includes(weekdayOf(day, zone))) continue;
    const from = Math.max(instantAt(day, hours.start, zone), question.createdAt);
    const until = instantAt(day, hours.end, zone);
    if (until <= from) continue;
    if (from + left <= until) return from + left;
    left -= until - from;
  }
  throw new RangeError("the calendar has no business hours");
};

const weekdayOf = (day: string, zone: TimeZoneName): number => wallClock(instantAt(day, 12 * 60, zone), zone).weekday;
