import { describe, expect, it } from "vitest";
import { AS_OF, demo } from "../../testing/seed-world.js";
import { newRequestNumber } from "./request-number.js";
import {
  canReopen,
  changeStatus,
  closeRequest,
  isOpen,
  nextStatuses,
  REOPEN_WINDOW_DAYS,
  reopenableUntil,
  reopenRequest,
  turnOf,
} from "./request-status.js";
import { REQUEST_STATUSES } from "./support-request.js";

describe("R98: the states of a request", () => {
  it("R90, R98: every status but CLOSED is open, and says whose turn it is", () => {
    expect(REQUEST_STATUSES.filter((status) => !isOpen({ status }))).toEqual(["CLOSED"]);
    expect(Object.fromEntries(REQUEST_STATUSES.map((status) => [status, turnOf({ status })]))).toEqual({
      NEW: "SUPPORT",
      ASSIGNED: "SUPPORT",
      IN_PROGRESS: "SUPPORT",
      WAITING_FOR_VENDOR: "SUPPORT",
      WAITING_FOR_CUSTOMER: "CUSTOMER",
      SOLVED: "CUSTOMER",
      CLOSED: "NOBODY",
    });
  });
  it("R98: a request moves along its machine and nowhere else", () => {
    for (const from of REQUEST_STATUSES) {
      for (const to of REQUEST_STATUSES) {
        const result = changeStatus({ status: from }, to);
        const isAllowed = from !== "CLOSED" && to !== "CLOSED" && nextStatuses(from).includes(to);
        expect([from, to, result.ok]).toEqual([from, to, isAllowed]);
        if (!result.ok)
          expect(result.refusals[0]?.code).toBe(from === "CLOSED" ? "REQUEST_CLOSED" : "STATUS_CHANGE_NOT_ALLOWED");
      }
    }
    expect(nextStatuses("NEW")).toEqual(["ASSIGNED", "CLOSED"]);
    expect(nextStatuses("SOLVED")).toEqual(["IN_PROGRESS", "CLOSED"]);
  });
  it("R98: closing needs an open request and keeps its reason", () => {
    expect(closeRequest({ status: "SOLVED" }, "SOLVED", AS_OF)).toEqual({
      ok: true,
      value: { status: "CLOSED", closedReason: "SOLVED", closedAt: AS_OF },
    });
    expect(closeRequest({ status: "CLOSED" }, "SOLVED", AS_OF)).toMatchObject({
      ok: false,
      refusals: [{ code: "REQUEST_CLOSED" }],
    });
  });
  it("R98: reopening within fourteen days, to the millisecond", () => {
    const closed = {
      status: "CLOSED",
      closedReason: "SOLVED",
      closedAt: AS_OF,
      engineerId: "acc_engineer",
    } as const;
    const end = AS_OF + REOPEN_WINDOW_DAYS * 86_400_000;
    expect([canReopen(closed, end - 1), canReopen(closed, end)]).toEqual([true, false]);
    expect(reopenRequest(closed, end - 1)).toMatchObject({
      ok: true,
      value: { status: "IN_PROGRESS", closedAt: null, closedReason: null },
    });
    expect(reopenRequest(closed, end)).toMatchObject({
      ok: false,
      refusals: [{ code: "REOPEN_WINDOW_OVER", params: { days: 14 } }],
    });
    const nothing = { ok: false, refusals: [{ code: "STATUS_CHANGE_NOT_ALLOWED", params: { act: "reopen" } }] };
    expect(reopenRequest({ ...closed, status: "NEW", closedAt: null }, AS_OF)).toMatchObject(nothing);
    // Nobody had it: back to the queue; withdrawn with its incident: nothing is left to reopen.
    expect(reopenRequest({ ...closed, engineerId: null }, AS_OF)).toMatchObject({ value: { status: "NEW" } });
    const withdrawn = { ...closed, closedReason: "CANCELLED", engineerId: null } as const;
    expect(reopenRequest(withdrawn, AS_OF)).toMatchObject(nothing);
    expect(reopenableUntil(withdrawn)).toBeNull();
    expect(reopenableUntil(closed)).toBe(end);
  });
});

describe("R86: the number on the confirmation page", () => {
  it("R86: sixteen digits: the day and a running count, as in the demo world", () => {
    expect(newRequestNumber(Date.parse("2026-11-23T23:59:59Z"), 417)).toBe("2611230010000417");
    for (const request of demo.requests.filter((one) => one.number !== null && one.createdAt !== null)) {
      expect(newRequestNumber(Date.parse(request.createdAt ?? ""), Number(request.number?.slice(-6)))).toBe(
        request.number,
      );
    }
  });
  it("R86: different counts give different numbers of the same length, and nothing else is a count", () => {
    const numbers = [0, 1, 999_999, 1_000_000, 9_989_999_999].map((sequence) => newRequestNumber(AS_OF, sequence));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => /^\d{16}$/.test(number))).toBe(true);
    for (const wrong of [-1, 1.5, 9_990_000_000, Number.NaN])
      expect(() => newRequestNumber(AS_OF, wrong)).toThrow(RangeError);
  });
});
