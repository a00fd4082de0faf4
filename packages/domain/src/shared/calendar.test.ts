/** Days in a zone, whichever were asked for before; days between days (E15, E23). */
import { describe, expect, test } from "vitest";
import { dayAt, daysBetween } from "./calendar.js";

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
