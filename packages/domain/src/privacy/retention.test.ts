import { describe, expect, it } from "vitest";
import { REOPEN_WINDOW_DAYS } from "../request/request-status.js";
import { DAY } from "../shared/durations.js";
import { judgeRetention, LEAST_RETENTION_DAYS, overSince } from "./retention.js";

const AT = Date.UTC(2026, 10, 23, 8, 30);

describe("how long what has ended stays", () => {
  it("F83: it is over when its days are, to the millisecond; a legal hold beats them; without days it stays", () => {
    const judge = (since: number, days: number | null, isHeld = false) => judgeRetention({ since, isHeld }, days, AT);
    expect(judge(AT - 365 * DAY, 365)).toBe("OVER");
    expect(judge(AT - 365 * DAY + 1, 365)).toBe("STAYS");
    expect(judge(AT - 365 * DAY, 365, true)).toBe("HELD");
    expect(judge(AT - 365 * DAY + 1, 365, true)).toBe("STAYS");
    expect(judge(0, null)).toBe("STAYS");
    expect(overSince(null, AT)).toBe(null);
  });

  it("F83, F49: nothing is over while a request can be reopened", () => {
    expect(LEAST_RETENTION_DAYS).toBeGreaterThan(REOPEN_WINDOW_DAYS);
  });
});
