/** The demo world moves to the day of seeding: whole days from its own date to now, the time of day kept. */
import {
  addDays,
  type CivilDate,
  DAY,
  dayAt,
  daysBetween,
  type EpochMs,
  startOfDay,
  type TimeZoneName,
} from "@accord/domain";

export interface DemoDates {
  day(day: CivilDate): CivilDate;
  instant(text: string): EpochMs;
}

/**
 * Dates of a world that stands still at `asOf` (ISO instant), as seen at `now`; days are those of `zone`.
 * Nothing lies in the future: seeded earlier in the day than `asOf`, what happened on its last day moves closer to midnight.
 */
export const demoDates = (asOf: string, now: EpochMs, zone: TimeZoneName): DemoDates => {
  const end = Date.parse(asOf);
  const lastDay = dayAt(end, zone);
  const today = dayAt(now, zone);
  const days = daysBetween(lastDay, today);
  const isEarlier = now < end + days * DAY;
  const lastDayBegins = startOfDay(lastDay, zone);
  const todayBegins = startOfDay(today, zone);
  return {
    day: (day) => addDays(day, days),
    instant: (text) => {
      const at = Date.parse(text);
      return isEarlier && at >= lastDayBegins ? Math.max(todayBegins, at + now - end) : at + days * DAY;
    },
  };
};
