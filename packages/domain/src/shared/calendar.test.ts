/** Days in a zone, whichever were asked for before; days between days (E15, E23). */
import { describe, expect, test } from "vitest";
import { addDays, dayAt, daysBetween, endOfDay, instantAt, isTimeZone, startOfDay, weekdayOf } from "./calendar.js";

const HOUR = 3_600_000;
/** A zone that skipped a day, zones whose clocks change at midnight, half-hour offsets, the edges of the day line. */
const ZONES = [
  "UTC",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Europe/Bucharest",
  "Asia/Kolkata",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
];
const TURNS = [
  "2011-12-30T10:00:00Z",
  "2018-11-04T03:00:00Z",
  "2027-03-28T01:00:00Z",
  "2028-02-29T12:00:00Z",
  "2026-12-31T23:00:00Z",
];

const dayByIntl = (zone: string): ((instant: number) => string) => {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return (instant) => format.format(instant);
};

describe("dayAt", () => {
  test.each(ZONES)(
    "E23: tells the day in %s hour by hour around turns of day and clock, forwards and backwards",
    (zone) => {
      const expected = dayByIntl(zone);
      for (const turn of TURNS) {
        const hours = Array.from({ length: 96 }, (_, index) => Date.parse(turn) + (index - 48) * HOUR);
        for (const instant of [...hours, ...hours.toReversed()]) {
          for (const exact of [instant - 1, instant]) expect(dayAt(exact, zone)).toBe(expected(exact));
        }
      }
    },
  );
});

describe("daysBetween", () => {
  test.each([
    ["2027-03-01", "2028-03-01", 366],
    ["2028-03-01", "2027-03-01", -366],
    ["2027-03-27", "2027-03-29", 2],
    ["2027-01-01", "2027-01-01", 0],
    ["1999-12-31", "2100-03-01", 36_585],
  ])("E15: from %s to %s are %i days", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

describe("weekdayOf", () => {
  test("R70: goes round from Monday to Sunday, before 1970 and over leap days too", () => {
    const names = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });
    const week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    for (const first of ["1969-12-20", "1999-12-25", "2028-02-20", "2100-02-20"]) {
      for (let day = first, count = 0; count < 20; day = addDays(day, 1), count += 1)
        expect(week[weekdayOf(day) - 1]).toBe(names.format(Date.parse(day)));
    }
  });
});

describe("instants of a day", () => {
  test("E16, E23: are the same asked once, again, and in between for other minutes, days and zones", () => {
    const ask = (): number[] =>
      ZONES.flatMap((zone) =>
        ["2026-10-25", "2027-03-28", "2028-02-29"].flatMap((day) => [
          startOfDay(day, zone),
          endOfDay(day, zone),
          ...[0, 150, 540, 1440].map((minute) => instantAt(day, minute, zone)),
        ]),
      );
    const first = ask();
    expect(ask()).toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(60);
    expect(instantAt("2027-03-28", 540, "Europe/Bucharest")).toBe(Date.parse("2027-03-28T06:00:00Z"));
    expect(instantAt("2027-03-27", 540, "Europe/Bucharest")).toBe(Date.parse("2027-03-27T07:00:00Z"));
  });

  test("a name is a zone, or is none, however often it is asked", () => {
    for (const _time of [1, 2]) {
      expect(isTimeZone("Europe/Bucharest")).toBe(true);
      expect(isTimeZone("europe/bucharest")).toBe(false);
      expect(isTimeZone("Mars/Olympus")).toBe(false);
    }
  });
});
