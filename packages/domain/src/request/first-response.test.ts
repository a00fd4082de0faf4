import { describe, expect, it } from "vitest";
import { countryOf, demo, regionOf, SEVERITY_OF, vectors } from "../../testing/seed-world.js";
import { type FirstResponseQuestion, firstResponseDue } from "./first-response.js";

const MINUTE = 60_000;

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
  it("E16: a day the zone skipped at the day line is no business day", () => {
    const due = firstResponseDue({
      severity: "MODERATE",
      support24x7: false,
      country: { weekend: [6, 7], holidays: [] },
      region: { businessTimeZone: "Pacific/Apia", businessHours: { start: 540, end: 1020 }, holidays: [] },
      timeZone: "Pacific/Apia",
      // Thursday, half past four in the afternoon; Friday 30 December 2011 never was.
      createdAt: Date.parse("2011-12-30T02:30:00Z"),
    });
    // The other three and a half of four hours: Monday 2 January, half past noon, at Samoa's new offset of 14 hours.
    expect(iso(due)).toBe("2012-01-01T22:30:00Z");
  });
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
});
