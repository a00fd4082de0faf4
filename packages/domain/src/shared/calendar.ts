/** Calendar arithmetic: the only door to temporal-polyfill. Civil dates are ISO text (`2027-04-01`), instants epoch milliseconds. */

import { Temporal } from "temporal-polyfill";
import { DAY } from "./durations.js";

/** A calendar day without a zone, ISO 8601: `2027-04-01`. */
export type CivilDate = string;
/** An instant: milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type EpochMs = number;
/** An IANA zone name: `Europe/Bucharest`. */
export type TimeZoneName = string;

interface KnownDay {
  readonly day: CivilDate;
  readonly from: EpochMs;
  /** First instant of the next day. */
  readonly until: EpochMs;
}

/** The day last asked for in each zone: asking a zone's rules anew costs more than everything else about a plan. */
const KNOWN_DAYS = new Map<TimeZoneName, KnownDay>();
/** More than there are zones; a zone can be written in upper and lower case, so there is no natural end. */
const MOST_KNOWN_DAYS = 1000;

/** The day it is in `zone` at `instant`. */
export const dayAt = (instant: EpochMs, zone: TimeZoneName): CivilDate => {
  const known = KNOWN_DAYS.get(zone);
  if (known !== undefined && instant >= known.from && instant < known.until) return known.day;
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  if (KNOWN_DAYS.size >= MOST_KNOWN_DAYS) KNOWN_DAYS.clear();
  KNOWN_DAYS.set(zone, { day, from: startOfDay(day, zone), until: endOfDay(day, zone) });
  return day;
};

/** Answers of a zone's rules, by what was asked: deadlines ask for the same few days again and again. */
const KNOWN_INSTANTS = new Map<string, EpochMs>();
const MOST_KNOWN_INSTANTS = 10_000;

const knownInstant = (question: string, reckon: () => EpochMs): EpochMs => {
  const known = KNOWN_INSTANTS.get(question);
  if (known !== undefined) return known;
  const instant = reckon();
  if (KNOWN_INSTANTS.size >= MOST_KNOWN_INSTANTS) KNOWN_INSTANTS.clear();
  KNOWN_INSTANTS.set(question, instant);
  return instant;
};

/** First instant of `day` in `zone` (daylight-saving gaps at midnight go to the first instant that exists). */
export const startOfDay = (day: CivilDate, zone: TimeZoneName): EpochMs =>
  knownInstant(
    `${day} ${zone}`,
    () => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds,
  );

/** First instant after the whole of `day` in `zone`: an inclusive end day ends here. */
export const endOfDay = (day: CivilDate, zone: TimeZoneName): EpochMs => startOfDay(addDays(day, 1), zone);

export const addDays = (day: CivilDate, days: number): CivilDate =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** 29 February plus a year is 28 February (E15). */
export const addYears = (day: CivilDate, years: number): CivilDate =>
  Temporal.PlainDate.from(day).add({ years }, { overflow: "constrain" }).toString();

/** The same day so many months on; the last day of a shorter month stands for one it does not have. */
export const addMonths = (day: CivilDate, months: number): CivilDate =>
  Temporal.PlainDate.from(day).add({ months }, { overflow: "constrain" }).toString();

/** Whole days from `from` to `to`; negative when `to` is earlier. ISO days are read as UTC, whose days are all alike. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (Date.parse(to) - Date.parse(from)) / DAY;

export const isCivilDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
};

/** The instant that RFC 3339 text names, such as `2026-11-23T08:30:00Z`; null: it names none. */
export const momentOf = (text: string): EpochMs | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
};

/** ISO weekday of a day: 1 (Monday) to 7. The first of January 1970 was a Thursday. */
export const weekdayOf = (day: CivilDate): number => ((((daysBetween("1970-01-01", day) + 3) % 7) + 7) % 7) + 1;

/** Wall clock in a zone: the day, ISO weekday 1 (Monday) to 7, and minutes since midnight. */
export const wallClock = (
  instant: EpochMs,
  zone: TimeZoneName,
): { day: CivilDate; weekday: number; minute: number } => {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return { day: at.toPlainDate().toString(), weekday: at.dayOfWeek, minute: at.hour * 60 + at.minute };
};

/** The instant at which `zone` shows `minute` (minutes since midnight; 1440 is the end of the day) on `day`. */
export const instantAt = (day: CivilDate, minute: number, zone: TimeZoneName): EpochMs =>
  knownInstant(
    `${day} ${minute} ${zone}`,
    () =>
      Temporal.PlainDate.from(day)
        .add({ days: Math.floor(minute / 1440) })
        .toPlainDateTime({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 })
        .toZonedDateTime(zone).epochMilliseconds,
  );

/** Names found to be zones; there are some six hundred. */
const KNOWN_ZONES = new Set<string>();

/** True for an IANA zone name as the zone tables write it; offsets (`+02:00`) and other letter case are refused. */
export const isTimeZone = (text: string): boolean => {
  if (KNOWN_ZONES.has(text)) return true;
  if (text.length > 64 || !/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(text)) return false;
  try {
    if (Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId !== text) return false;
    KNOWN_ZONES.add(text);
    return true;
  } catch {
    return false;
  }
};

/** True when both names mean one zone: `Europe/Kiev` is an older name of `Europe/Kyiv`. */
export const isSameTimeZone = (a: TimeZoneName, b: TimeZoneName): boolean => {
  if (a === b) return true;
  const canonical = (zone: string): string =>
    new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  return isTimeZone(a) && isTimeZone(b) && canonical(a) === canonical(b);
};
