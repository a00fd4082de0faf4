import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countries, countryOf, demo, regionOf, regions, SEVERITY_OF, vectors } from "../../testing/seed-world.js";
import { type FirstResponseQuestion, firstResponseDue } from "./first-response.js";
import { FIRST_RESPONSE_HOURS } from "./severity.js";

const MINUTE = 60_000;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Steps minute by minute with Intl's own clock: slow, simple, and nothing like the code under test. */
const oracle = (question: FirstResponseQuestion): number => {
  let left = FIRST_RESPONSE_HOURS[question.severity] * 60;
  const zone = question.region.businessTimeZone ?? question.timeZone;
  const hours = question.region.businessHours ?? { start: 540, end: 1020 };
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  let at = question.createdAt;
  for (; left > 0; at += MINUTE) {
    const parts = Object.fromEntries(clock.formatToParts(at).map((part) => [part.type, part.value]));
    const minute = Number(parts.hour) * 60 + Number(parts.minute);
    const weekday = WEEKDAYS.indexOf(parts.weekday ?? "") + 1;
    if (
      question.support24x7 ||
      (!question.country.weekend.includes(weekday) && minute >= hours.start && minute < hours.end)
    )
      left -= 1;
    else if (minute < hours.start - 90 || minute > hours.end) at += 59 * MINUTE - (at % MINUTE);
  }
  return at;
};

const question = (vector: {
  severity: "A" | "B" | "C";
  support24x7: boolean;
  country: string;
  timeZone: string;
  createdAt: string;
}): FirstResponseQuestion => ({
  severity: SEVERITY_OF[vector.severity],
  support24x7: vector.support24x7,
  country: countryOf(vector.country),
  region: regionOf(vector.country),
  timeZone: vector.timeZone,
  createdAt: Date.parse(vector.createdAt),
});
const iso = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");

describe("when the first answer is due", () => {
  it.each(vectors.firstResponse)(
    "R70, S2: severity $severity from $country ($timeZone) at $createdAt is due $due",
    (vector) => {
      expect(iso(firstResponseDue(question(vector)))).toBe(vector.due);
    },
  );
  it("S2: every request of the demo world", () => {
    const rated = demo.requests.filter((request) => request.severity !== null && request.createdAt !== null);
    expect(rated.length).toBeGreaterThan(5);
    for (const { severity, createdAt, support24x7, ...request } of rated) {
      if (severity === null || createdAt === null) continue;
      expect(
        iso(firstResponseDue(question({ ...request, severity, createdAt, support24x7: support24x7 === true }))),
        request.id,
      ).toBe(request.firstResponseDue);
    }
  });
  it("R69: with 24/7 support hours run through nights, weekends and clock changes (E16)", () => {
    const change = Date.parse("2026-10-24T23:30:00Z");
    const asked: FirstResponseQuestion = {
      severity: "CRITICAL",
      support24x7: true,
      country: countryOf("RO"),
      region: regionOf("RO"),
      timeZone: "Europe/Bucharest",
      createdAt: change,
    };
    expect(firstResponseDue(asked)).toBe(change + 2 * 60 * MINUTE);
  });
  it("E16: a night shift that crosses the clock change counts real hours, not the clock's", () => {
    const night = { businessTimeZone: null, businessHours: { start: 0, end: 6 * 60 } };
    const asked = {
      severity: "MODERATE",
      support24x7: false,
      country: { weekend: [6] },
      region: night,
      timeZone: "Europe/Bucharest",
    } as const;
    // Sunday 29 March 2026 skips 03:00-04:00: midnight to six is five hours.
    expect(iso(firstResponseDue({ ...asked, createdAt: Date.parse("2026-03-28T22:00:00Z") }))).toBe(
      "2026-03-29T02:00:00Z",
    );
    // Sunday 25 October 2026 has 03:00-04:00 twice: midnight to six is seven hours.
    expect(
      iso(firstResponseDue({ ...asked, severity: "MINIMAL", createdAt: Date.parse("2026-10-24T21:00:00Z") })),
    ).toBe("2026-10-25T23:00:00Z");
  });
  it("R70: North America is answered in Pacific hours whatever the customer's zone (M-9)", () => {
    const due = (timeZone: string) =>
      firstResponseDue({
        ...question({ severity: "B", support24x7: false, country: "US", timeZone, createdAt: "2026-11-23T12:00:00Z" }),
      });
    expect(due("America/New_York")).toBe(due("Pacific/Honolulu"));
  });
  it("R70: an unserved country has common office hours of its own zone", () => {
    const due = firstResponseDue(
      question({
        severity: "B",
        support24x7: false,
        country: "AQ",
        timeZone: "Antarctica/Troll",
        createdAt: "2026-11-23T12:00:00Z",
      }),
    );
    expect(iso(due)).toBe("2026-11-23T16:00:00Z");
  });
  it("S2: a calendar that is open to midnight, and one that never opens", () => {
    const asked = {
      severity: "MODERATE",
      support24x7: false,
      timeZone: "UTC",
      createdAt: Date.parse("2026-11-23T22:00:00Z"),
    } as const;
    const allDay = { businessTimeZone: null, businessHours: { start: 0, end: 1440 } };
    expect(iso(firstResponseDue({ ...asked, country: { weekend: [] }, region: allDay }))).toBe("2026-11-24T02:00:00Z");
    expect(() => firstResponseDue({ ...asked, country: { weekend: [1, 2, 3, 4, 5, 6, 7] }, region: allDay })).toThrow(
      RangeError,
    );
  });
  it("E16: three hundred random cases agree with a minute-stepping oracle, clock changes included", () => {
    const served = countries.filter((country) => country.regionId !== "unassigned" && country.timeZones.length > 0);
    // Weeks around the clock changes of both hemispheres, and everything between.
    const start = Date.parse("2026-01-01T00:00:00Z") / MINUTE;
    const near = fc
      .constantFrom("2026-03-06", "2026-03-27", "2026-04-03", "2026-10-02", "2026-10-23", "2026-10-30")
      .chain((day) => fc.nat(4 * 1440).map((by) => Date.parse(day) / MINUTE + by));
    const any = fc.record({
      country: fc.constantFrom(...served),
      zone: fc.nat(30),
      severity: fc.constantFrom("CRITICAL", "MODERATE", "MINIMAL"),
      support24x7: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
      minute: fc.oneof(
        near,
        fc.nat(2 * 525_600).map((by) => start + by),
      ),
    });
    fc.assert(
      fc.property(any, (one) => {
        const region = regions.find((candidate) => candidate.id === one.country.regionId);
        const timeZone = one.country.timeZones[one.zone % one.country.timeZones.length] ?? "UTC";
        if (region === undefined) throw new Error("no region");
        const asked: FirstResponseQuestion = {
          severity: one.severity as "CRITICAL",
          support24x7: one.support24x7,
          country: one.country,
          region,
          timeZone,
          createdAt: one.minute * MINUTE,
        };
        expect(firstResponseDue(asked)).toBe(oracle(asked));
      }),
      { numRuns: 300 },
    );
  });
});
