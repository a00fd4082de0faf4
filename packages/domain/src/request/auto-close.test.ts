/** Silence: told on day five, closed on day seven, never closed without being told (F48). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AS_OF } from "../../testing/seed-world.js";
import { closesAt, noticeDueAt, silenceBounds, silenceStep } from "./auto-close.js";
import { REQUEST_STATUSES } from "./support-request.js";

const DAY = 86_400_000;
const waiting = { status: "WAITING_FOR_CUSTOMER", waitingSince: AS_OF, closingNoticeAt: null } as const;

const isFound = (
  { waitingSince, closingNoticeAt }: { waitingSince: number | null; closingNoticeAt: number | null },
  now: number,
): boolean => {
  const { untoldSince, toldSince, toldAt } = silenceBounds(now);
  if (waitingSince === null) return false;
  return closingNoticeAt === null
    ? waitingSince <= untoldSince
    : waitingSince <= toldSince && closingNoticeAt <= toldAt;
};

describe("a request nobody answers", () => {
  it("F48: told on day five, closed on day seven, to the millisecond", () => {
    expect(silenceStep(waiting, AS_OF + 5 * DAY - 1)).toBeNull();
    expect(silenceStep(waiting, AS_OF + 5 * DAY)).toEqual({ kind: "NOTICE" });
    const told = { ...waiting, closingNoticeAt: AS_OF + 5 * DAY };
    expect(silenceStep(told, AS_OF + 7 * DAY - 1)).toBeNull();
    expect(silenceStep(told, AS_OF + 7 * DAY)).toEqual({ kind: "CLOSE", closedReason: "NO_ANSWER" });
    expect(silenceStep({ ...told, status: "SOLVED" }, AS_OF + 7 * DAY)).toEqual({
      kind: "CLOSE",
      closedReason: "SOLVED",
    });
    expect([closesAt(waiting), closesAt(told)]).toEqual([AS_OF + 7 * DAY, AS_OF + 7 * DAY]);
    expect([noticeDueAt(waiting), noticeDueAt(told)]).toEqual([AS_OF + 5 * DAY, null]);
  });
  it("F48: a server that slept through day five tells first, and leaves the two days it promises", () => {
    const late = AS_OF + 30 * DAY;
    expect(silenceStep(waiting, late)).toEqual({ kind: "NOTICE" });
    const told = { ...waiting, closingNoticeAt: late };
    expect(silenceStep(told, late + 2 * DAY - 1)).toBeNull();
    expect(silenceStep(told, late + 2 * DAY)?.kind).toBe("CLOSE");
    expect(closesAt(told)).toBe(late + 2 * DAY);
  });
  it("F48: nothing is due while it is not the customer's turn", () => {
    for (const status of REQUEST_STATUSES) {
      expect(silenceStep({ status, waitingSince: null, closingNoticeAt: null }, AS_OF + 99 * DAY)).toBeNull();
      expect(closesAt({ status, waitingSince: null, closingNoticeAt: null })).toBeNull();
    }
    expect(silenceStep({ ...waiting, status: "IN_PROGRESS" }, AS_OF + 99 * DAY)).toBeNull();
  });
  it("F48: however often the job runs, there is one notice, one closing, and two days between them", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 4 * DAY }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.constantFrom("WAITING_FOR_CUSTOMER" as const, "SOLVED" as const), (runs, status) => {
        let now = AS_OF;
        let request: { status: typeof status | "CLOSED"; waitingSince: number | null; closingNoticeAt: number | null } =
          {
            status,
            waitingSince: AS_OF,
            closingNoticeAt: null,
          };
        const seen: { kind: string; at: number }[] = [];
        for (const gap of runs) {
          now += gap;
          const step = silenceStep(request, now);
          // Whoever looks for due requests by their wait finds this one, and it alone.
          expect(isFound(request, now)).toBe(step !== null);
          if (step === null) continue;
          seen.push({ kind: step.kind, at: now });
          request =
            step.kind === "NOTICE"
              ? { ...request, closingNoticeAt: now }
              : { status: "CLOSED", waitingSince: null, closingNoticeAt: null };
        }
        expect(seen.map((step) => step.kind)).toEqual(["NOTICE", "CLOSE"].slice(0, seen.length));
        const [notice, close] = seen;
        if (notice !== undefined) expect(notice.at - AS_OF).toBeGreaterThanOrEqual(5 * DAY);
        if (notice !== undefined && close !== undefined) {
          expect(close.at - notice.at).toBeGreaterThanOrEqual(2 * DAY);
          expect(close.at - AS_OF).toBeGreaterThanOrEqual(7 * DAY);
        }
      }),
    );
  });
});
