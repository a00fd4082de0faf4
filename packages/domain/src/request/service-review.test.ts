/** Closing, reopening, withdrawing, rating (F49, F51, E22, S7). */
import { describe, expect, it } from "vitest";
import { AS_OF } from "../../testing/seed-world.js";
import { decideClosing, decideRating, decideReopening, decideWithdrawal } from "./service-review.js";
import { REQUEST_STATUSES } from "./support-request.js";

const open = { status: "IN_PROGRESS", closedReason: null, closedAt: null, engineerId: "acc_e" } as const;
const closed = { ...open, status: "CLOSED", closedReason: "SOLVED", closedAt: AS_OF } as const;
const close = (changes: Partial<Parameters<typeof decideClosing>[0]>) =>
  decideClosing({ request: open, by: "CUSTOMER", reason: null, rating: null, at: AS_OF, ...changes });

describe("the end of a request", () => {
  it("F49: a contact closes what is solved, the engineer with any reason of the list", () => {
    const done = { value: { status: "CLOSED", closedReason: "SOLVED", closedAt: AS_OF } };
    expect(close({})).toMatchObject(done);
    expect(close({ reason: "SOLVED", rating: { score: 5, comment: null } })).toMatchObject(done);
    expect(close({ reason: "DUPLICATE" })).toMatchObject({ refusals: [{ code: "INPUT_INVALID", path: ["reason"] }] });
    expect(close({ by: "ENGINEER", reason: "DUPLICATE" })).toMatchObject({ value: { closedReason: "DUPLICATE" } });
    expect(close({ by: "ENGINEER" })).toMatchObject({ refusals: [{ code: "INPUT_REQUIRED", path: ["reason"] }] });
    expect(close({ request: closed })).toMatchObject({ refusals: [{ code: "REQUEST_CLOSED" }] });
  });
  it("F51: the rating at close is the contact's, from 1 to 5, with a word if they like", () => {
    expect(close({ rating: { score: 6, comment: "x".repeat(2001) } })).toMatchObject({
      refusals: [
        { code: "INPUT_INVALID", path: ["rating", "score"] },
        { code: "INPUT_TOO_LONG", path: ["rating", "comment"] },
      ],
    });
    const rating = { score: 5, comment: null };
    expect(close({ by: "ENGINEER", reason: "SOLVED", rating })).toMatchObject({ refusals: [{ path: ["rating"] }] });
    for (const status of REQUEST_STATUSES)
      expect([status, decideRating({ ...open, status }, rating).ok]).toEqual([
        status,
        status === "SOLVED" || status === "CLOSED",
      ]);
    for (const score of [0, 1.5, -1, 6, Number.NaN])
      expect(decideRating(closed, { score, comment: null }).ok).toBe(false);
    const withdrawn = { ...closed, closedReason: "CANCELLED", engineerId: null } as const;
    expect(decideRating(withdrawn, rating)).toMatchObject({ refusals: [{ params: { act: "rate" } }] });
  });
  it("F49: reopening says why", () => {
    expect(decideReopening(closed, "It came back.", AS_OF)).toMatchObject({ value: { status: "IN_PROGRESS" } });
    expect(decideReopening(closed, " ", AS_OF)).toMatchObject({
      refusals: [{ code: "INPUT_REQUIRED", path: ["reason"] }],
    });
    expect(decideReopening(open, "Why not.", AS_OF)).toMatchObject({
      refusals: [{ code: "STATUS_CHANGE_NOT_ALLOWED" }],
    });
  });
  it("E22, S7: withdrawn before anybody was assigned, and never afterwards", () => {
    const fresh = { ...open, status: "NEW", engineerId: null } as const;
    expect(decideWithdrawal(fresh, AS_OF)).toEqual({
      ok: true,
      value: { status: "CLOSED", closedReason: "CANCELLED", closedAt: AS_OF },
    });
    for (const status of REQUEST_STATUSES.filter((one) => one !== "CLOSED"))
      expect(decideWithdrawal({ ...open, status }, AS_OF)).toMatchObject({
        refusals: [{ code: "STATUS_CHANGE_NOT_ALLOWED", params: { act: "withdraw" } }],
      });
    expect(decideWithdrawal(closed, AS_OF)).toMatchObject({ refusals: [{ code: "REQUEST_CLOSED" }] });
  });
});
