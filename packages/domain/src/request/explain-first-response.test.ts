import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countries, countryOf, regionOf, regions } from "../../testing/seed-world.js";
import type { PublicHoliday } from "../region/region.js";
import type { SpanKind } from "./business-time.js";
import {
  type ExplainedQuestion,
  explainFirstResponse,
  firstResponseDue,
  firstResponseState,
  firstResponseTarget,
  nearBreachAt,
  type Pause,
} from "./first-response.js";
import { SEVERITIES } from "./support-request.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const at = (iso: string): number => Date.parse(iso);
const iso = (instant: number): string => new Date(instant).toISOString().replace(":00.000Z", "Z");

/** Steps minute by minute, the wall clock asked of Intl each quarter of an hour: slow, simple, and nothing like the code under test. */
const oracle = (question: ExplainedQuestion): number => {
  let left = firstResponseTarget(question.severity) / MINUTE;
  const zone = question.region.businessTimeZone ?? question.timeZone;
  const hours = question.region.businessHours ?? { start: 540, end: 1020 };
  const clock = clockOf(zone);
  let minute = question.createdAt / MINUTE;
  let asked = { quarter: -1, day: "", weekday: 0, minute: 0 };
  for (; left > 0; minute += 1) {
    const quarter = Math.floor(minute / 15);
    if (quarter !== asked.quarter) asked = { quarter, ...readClock(clock, quarter * 15 * MINUTE) };
    const wall = asked.minute + (minute - quarter * 15);
    const isPaused = question.pauses.some(
      (pause) => minute * MINUTE >= pause.from && minute * MINUTE < (pause.until ?? question.now),
    );
    const isBusiness =
      !question.country.weekend.includes(asked.weekday) &&
      ![...(question.region.holidays ?? []), ...(question.country.holidays ?? [])].some(
        (holiday) => holiday.on === asked.day,
      ) &&
      wall >= hours.start &&
      wall < hours.end;
    if (!isPaused && (question.support24x7 || isBusiness)) left -= 1;
  }
  return minute * MINUTE;
};

const CLOCKS = new Map<string, Intl.DateTimeFormat>();
const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = CLOCKS.get(timeZone);
  const fields = { weekday: "short", year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const made =
    known ??
    new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", hour: "2-digit", minute: "2-digit", ...fields });
  CLOCKS.set(timeZone, made);
  return made;
};
/** `Mon, 11/23/2026, 08:15` */
const readClock = (clock: Intl.DateTimeFormat, instant: number): { day: string; weekday: number; minute: number } => {
  const text = clock.format(instant);
  const [month = "", day = "", year = ""] = text.slice(5, 15).split("/");
  return {
    day: `${year}-${month}-${day}`,
    weekday: WEEKDAYS.indexOf(text.slice(0, 3)) + 1,
    minute: Number(text.slice(17, 19)) * 60 + Number(text.slice(20, 22)),
  };
};

const romanian = (changes: Partial<ExplainedQuestion>): ExplainedQuestion => ({
  severity: "MODERATE",
  support24x7: false,
  country: countryOf("RO"),
  region: regionOf("RO"),
  timeZone: "Europe/Bucharest",
  createdAt: at("2026-11-20T14:10:00Z"),
  pauses: [],
  now: at("2026-11-20T14:10:00Z"),
  ...changes,
});
const told = (question: ExplainedQuestion): string[] =>
  explainFirstResponse(question).spans.map((span) => `${iso(span.from)} ${iso(span.until)} ${span.kind}`);

describe("why the first answer is due then", () => {
  it("F68: a Friday afternoon is counted, the night and the weekend are named and skipped", () => {
    expect(told(romanian({}))).toEqual([
      "2026-11-20T14:10Z 2026-11-20T15:00Z COUNTED",
      "2026-11-20T15:00Z 2026-11-20T22:00Z OUTSIDE_BUSINESS_HOURS",
      "2026-11-20T22:00Z 2026-11-22T22:00Z WEEKEND",
      "2026-11-22T22:00Z 2026-11-23T07:00Z OUTSIDE_BUSINESS_HOURS",
      "2026-11-23T07:00Z 2026-11-23T10:10Z COUNTED",
    ]);
  });
  it("F66: a public holiday is skipped under its own name", () => {
    const holidays: PublicHoliday[] = [
      { on: "2026-11-30", name: "Sfântul Andrei" },
      { on: "2026-12-01", name: "Ziua Națională" },
    ];
    const [ofRegion, ofCountry] = [holidays.slice(0, 1), holidays.slice(1)];
    const asked = romanian({
      createdAt: at("2026-11-27T14:30:00Z"),
      country: { ...countryOf("RO"), holidays: ofCountry },
      region: { ...regionOf("RO"), holidays: ofRegion },
    });
    const skipped = explainFirstResponse(asked).spans.filter((span) => span.kind === "HOLIDAY");
    expect(skipped.map((span) => span.name)).toEqual(["Sfântul Andrei", "Ziua Națională"]);
    expect(iso(explainFirstResponse(asked).dueAt)).toBe("2026-12-02T10:30Z");
  });
  it("F67: time in which support waits for the customer is not counted, and is named", () => {
    const pauses: Pause[] = [{ from: at("2026-11-20T14:40:00Z"), until: at("2026-11-23T08:00:00Z") }];
    expect(told(romanian({ pauses }))).toEqual([
      "2026-11-20T14:10Z 2026-11-20T14:40Z COUNTED",
      "2026-11-20T14:40Z 2026-11-23T08:00Z WAITING_FOR_CUSTOMER",
      "2026-11-23T08:00Z 2026-11-23T11:30Z COUNTED",
    ]);
  });
  it("F67: while a pause lasts the deadline moves with the clock", () => {
    const pauses: Pause[] = [{ from: at("2026-11-20T14:40:00Z"), until: null }];
    const due = (now: string) => iso(explainFirstResponse(romanian({ pauses, now: at(now) })).dueAt);
    expect(due("2026-11-23T08:00:00Z")).toBe("2026-11-23T11:30Z");
    expect(due("2026-11-23T09:00:00Z")).toBe("2026-11-23T12:30Z");
  });
  it("F67: a pause is kept when the severity changes", () => {
    const pauses: Pause[] = [{ from: at("2026-11-23T07:00:00Z"), until: at("2026-11-23T09:00:00Z") }];
    const due = (severity: "MODERATE" | "MINIMAL") =>
      iso(explainFirstResponse(romanian({ severity, pauses, createdAt: at("2026-11-23T07:00:00Z") })).dueAt);
    expect([due("MODERATE"), due("MINIMAL")]).toEqual(["2026-11-23T13:00Z", "2026-11-24T09:00Z"]);
  });
  it("R69: with 24/7 support every hour counts, a pause apart", () => {
    const createdAt = at("2026-10-24T23:30:00Z");
    const pauses: Pause[] = [{ from: createdAt + HOUR, until: createdAt + 3 * HOUR }];
    const explained = explainFirstResponse(romanian({ severity: "CRITICAL", support24x7: true, createdAt, pauses }));
    expect(explained).toMatchObject({ dueAt: createdAt + 4 * HOUR, isBusinessTime: false, targetMs: 2 * HOUR });
    expect(explained.spans.map((span) => span.kind)).toEqual(["COUNTED", "WAITING_FOR_CUSTOMER", "COUNTED"]);
  });
  it("F67: pauses that overlap, touch, lie before the submission or end before they begin", () => {
    const createdAt = at("2026-11-23T07:00:00Z");
    const pauses: Pause[] = [
      { from: createdAt + 90 * MINUTE, until: createdAt + 2 * HOUR },
      { from: createdAt + HOUR, until: createdAt + 90 * MINUTE },
      { from: createdAt + HOUR, until: createdAt + 80 * MINUTE },
      { from: createdAt - HOUR, until: createdAt - MINUTE },
      { from: createdAt + 3 * HOUR, until: createdAt + 2 * HOUR },
    ];
    expect(iso(explainFirstResponse(romanian({ createdAt, pauses })).dueAt)).toBe("2026-11-23T12:00Z");
  });
});

describe("how near the deadline is", () => {
  const dueAt = at("2026-11-23T12:00:00Z");
  const state = (now: number, respondedAt: number | null = null) =>
    firstResponseState({ dueAt, nearBreachAt: dueAt - HOUR, respondedAt, now });
  it("F65: pending, near for the last quarter, breached after it; the deadline itself is in time", () => {
    expect([dueAt - HOUR - 1, dueAt - HOUR, dueAt, dueAt + 1].map((now) => state(now))).toEqual([
      "PENDING",
      "NEAR_BREACH",
      "NEAR_BREACH",
      "BREACHED",
    ]);
  });
  it.each([
    ["within a day", "2026-11-23T07:00:00Z", {}, "2026-11-23T11:00Z", "2026-11-23T10:00Z"],
    [
      "over a night: the last hour begins the afternoon before",
      "2026-11-23T11:30:00Z",
      {},
      "2026-11-24T07:30Z",
      "2026-11-23T14:30Z",
    ],
    [
      "a quarter that fills the morning begins with it, not at the close before",
      "2026-11-23T12:00:00Z",
      {},
      "2026-11-24T08:00Z",
      "2026-11-24T07:00Z",
    ],
    ["over a weekend", "2026-11-27T11:30:00Z", {}, "2026-11-30T07:30Z", "2026-11-27T14:30Z"],
    [
      "24/7: time on the clock",
      "2026-11-23T22:00:00Z",
      { support24x7: true },
      "2026-11-24T02:00Z",
      "2026-11-24T01:00Z",
    ],
    [
      "a pause within the last quarter does not count",
      "2026-11-23T07:00:00Z",
      { pauses: [{ from: at("2026-11-23T10:30:00Z"), until: at("2026-11-23T11:30:00Z") }] },
      "2026-11-23T12:00Z",
      "2026-11-23T10:00Z",
    ],
  ] as const)("K8, F65: near in the time that counts: %s", (_name, createdAt, more, due, near) => {
    const explained = explainFirstResponse(romanian({ createdAt: at(createdAt), ...more }));
    expect([iso(explained.dueAt), iso(nearBreachAt(explained))]).toEqual([due, near]);
  });
  it("F65: an answer settles it, in time or late", () => {
    expect([state(dueAt + HOUR, dueAt), state(dueAt + HOUR, dueAt + 1)]).toEqual(["MET", "MISSED"]);
  });
});

describe("random calendars", () => {
  const served = countries.filter((country) => country.regionId !== "unassigned" && country.timeZones.length > 0);
  const start = at("2026-01-01T00:00:00Z") / MINUTE;
  // Weeks around the clock changes of both hemispheres, and everything between.
  const nearAChange = fc
    .constantFrom("2026-03-06", "2026-03-27", "2026-04-03", "2026-10-02", "2026-10-23", "2026-10-30")
    .chain((day) => fc.nat(4 * 1440).map((by) => Date.parse(day) / MINUTE + by));
  const anyTime = fc.nat(2 * 525_600).map((by) => start + by);
  const pause = fc.record({ after: fc.integer({ min: -600, max: 4000 }), minutes: fc.nat(3000), isOpen: fc.boolean() });
  const anyQuestion = fc
    .record({
      country: fc.constantFrom(...served),
      zone: fc.nat(30),
      severity: fc.constantFrom(...SEVERITIES),
      support24x7: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
      minute: fc.oneof(nearAChange, anyTime),
      pauses: fc.array(pause, { maxLength: 3 }),
      holidays: fc.uniqueArray(fc.nat(6), { maxLength: 2 }),
      sinceCreated: fc.nat(6000),
    })
    .map(({ country, zone, severity, support24x7, minute, pauses, holidays, sinceCreated }): ExplainedQuestion => {
      const region = regions.find((candidate) => candidate.id === country.regionId);
      if (region === undefined) throw new Error("no region");
      const createdAt = minute * MINUTE;
      return {
        country: {
          ...country,
          holidays: holidays.map((after) => ({
            on: new Date(createdAt + after * 24 * HOUR).toISOString().slice(0, 10),
            name: `holiday ${after}`,
          })),
        },
        region,
        severity,
        support24x7,
        timeZone: country.timeZones[zone % country.timeZones.length] ?? "UTC",
        createdAt,
        now: createdAt + sinceCreated * MINUTE,
        pauses: pauses.map(({ after, minutes, isOpen }) => ({
          from: createdAt + after * MINUTE,
          until: isOpen ? null : createdAt + (after + minutes) * MINUTE,
        })),
      };
    });

  it("E16, F66, F67: ten thousand random cases agree with a minute-stepping oracle, clock changes, holidays and pauses included", () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        expect(explainFirstResponse(asked).dueAt).toBe(oracle(asked));
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it("F68: the spans join, lead from the submission to the deadline, and what is counted is the target", () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const { spans, dueAt, targetMs } = explainFirstResponse(asked);
        const counted = spans.filter((span) => span.kind === ("COUNTED" satisfies SpanKind));
        expect(counted.reduce((sum, span) => sum + span.until - span.from, 0)).toBe(targetMs);
        expect([spans[0]?.from, spans.at(-1)?.until, spans.at(-1)?.kind]).toEqual([asked.createdAt, dueAt, "COUNTED"]);
        spans.forEach((span, index) => {
          expect(span.until).toBeGreaterThan(span.from);
          const next = spans[index + 1];
          if (next === undefined) return;
          expect(next.from).toBe(span.until);
          expect([next.kind, next.name]).not.toEqual([span.kind, span.name]);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("F67: a pause never brings the deadline nearer", () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        expect(explainFirstResponse(asked).dueAt).toBeGreaterThanOrEqual(firstResponseDue(asked));
      }),
      { numRuns: 500 },
    );
  });
});
