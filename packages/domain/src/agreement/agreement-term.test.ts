import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { programmeOf, vectors } from "../../testing/seed-world.js";
import { agreementTerm } from "./agreement-term.js";

const YEAR = { term: { years: 1, extraDays: 0 } };
const PARTNER = { term: { years: 1, extraDays: 30 } };
const DAY_MS = 86_400_000;

/** Own arithmetic over day numbers, sharing nothing with the code under test. */
const dayNumber = (y: number, m: number, d: number): number => Math.round(Date.UTC(y, m - 1, d) / DAY_MS);
const textOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const expectedEnd = (start: string, extraDays: number): string => {
  const [y = 0, m = 0, d = 0] = start.split("-").map(Number);
  return textOf(dayNumber(y + 1, m, m === 2 && d === 29 && !isLeap(y + 1) ? 28 : d) + extraDays);
};
const range = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = Date.parse(from) / DAY_MS; day <= Date.parse(to) / DAY_MS; day += 1) days.push(textOf(day));
  return days;
};
const STARTS = [
  ...range("2027-02-20", "2028-03-10"),
  ...range("2099-02-26", "2099-03-02"),
  ...range("2100-02-26", "2100-03-02"),
  ...range("1999-02-26", "1999-03-02"),
  ...range("2000-02-27", "2000-03-02"),
  "1999-12-31",
];

describe("M-7: the golden table of terms", () => {
  it("R12, R13, M-7: every start date ends where plain arithmetic says", () => {
    const rows = STARTS.flatMap((start) => [YEAR, PARTNER].map((programme) => ({ start, programme })));
    expect(rows.length).toBeGreaterThanOrEqual(770);
    for (const { start, programme } of rows) {
      const term = agreementTerm(programme, start, "UTC");
      const endsOn = expectedEnd(start, programme.term.extraDays);
      expect(term, start).toEqual({
        startsOn: start,
        endsOn,
        startsAt: Date.parse(start),
        endsAt: Date.parse(endsOn) + DAY_MS,
      });
    }
  });
  it.each([
    [YEAR, "2027-03-01", "2028-03-01"],
    [YEAR, "2028-02-29", "2029-02-28"],
    [PARTNER, "2027-02-28", "2028-03-29"],
    [PARTNER, "2028-02-29", "2029-03-30"],
    [PARTNER, "2027-12-02", "2029-01-01"],
  ])("E15, M-7: %o from %s ends on %s", (programme, start, end) =>
    expect(agreementTerm(programme, start, "UTC").endsOn).toBe(end),
  );

  it.each([
    ["UTC", 0],
    ["Pacific/Kiritimati", -840],
    ["Etc/GMT+12", 720],
    ["America/St_Johns", 210],
    ["Asia/Kolkata", -330],
    ["Europe/Bucharest", -120],
  ])("M-7: the table is byte for byte the same in a process whose zone is %s", (zone, offset) => {
    const here = digest();
    vi.stubEnv("TZ", zone);
    try {
      // Proof that the process really lives in the zone now.
      expect(new Date("2027-01-15T12:00:00Z").getTimezoneOffset()).toBe(offset);
      expect(digest()).toBe(here);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

const ENTITLEMENT_ZONES = ["UTC", "Europe/Bucharest", "America/Los_Angeles", "Pacific/Apia"];
const digest = (): string => {
  const rows = STARTS.flatMap((start) =>
    ENTITLEMENT_ZONES.flatMap((zone) => [YEAR, PARTNER].map((programme) => agreementTerm(programme, start, zone))),
  );
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
};

describe("the end of an agreement", () => {
  it.each(vectors.agreementEnd)("R12, R13, R41: $programme from $start ends on $end", ({ programme, start, end }) => {
    expect(agreementTerm(programmeOf(programme), start, "UTC").endsOn).toBe(end);
  });
  it("R41: the last day counts whole in the agreement's zone, also where the clock changes", () => {
    const term = agreementTerm(YEAR, "2025-03-30", "Europe/Bucharest");
    expect(new Date(term.startsAt).toISOString()).toBe("2025-03-29T22:00:00.000Z");
    expect(new Date(term.endsAt).toISOString()).toBe("2026-03-30T21:00:00.000Z");
  });
  it("R41: a day that has no midnight begins at its first instant", () => {
    // Cairo moves its clock at midnight: 24 April 2026 begins at one o'clock.
    expect(new Date(agreementTerm(YEAR, "2026-04-24", "Africa/Cairo").startsAt).toISOString()).toBe(
      "2026-04-23T22:00:00.000Z",
    );
  });
});
