import { describe, expect, it } from "vitest";
import { accountOf } from "../../testing/seed-world.js";
import type { Account } from "../account/account.js";
import { purchaseAllowed } from "./purchase-allowed.js";

const codes = (account: Account, isPurchaseEnabled: boolean): string[] => {
  const result = purchaseAllowed(account, { isPurchaseEnabled });
  return result.ok ? [] : result.refusals.map((refusal) => refusal.code);
};

describe("who may buy an incident", () => {
  it("R23, R72: a personal account, where purchase is on", () => {
    expect(codes(accountOf({ kind: "PERSONAL" }), true)).toEqual([]);
    expect(codes(accountOf({ kind: "PERSONAL" }), false)).toEqual(["PURCHASE_NOT_ENABLED"]);
  });
  it("R35, E20: a work or partner account is refused by the rule itself, not by a screen", () => {
    for (const kind of ["WORK", "PARTNER"] as const) {
      expect(codes(accountOf({ kind }), true)).toEqual(["ACCOUNT_KIND_NOT_ALLOWED"]);
      expect(codes(accountOf({ kind }), false)).toEqual(["ACCOUNT_KIND_NOT_ALLOWED", "PURCHASE_NOT_ENABLED"]);
    }
  });
  it("R35: a guest of a directory is a work account; R72: staff buy nothing", () => {
    expect(codes(accountOf({ kind: "WORK", isGuest: true }), true)).toEqual(["ACCOUNT_KIND_NOT_ALLOWED"]);
    expect(
      purchaseAllowed(accountOf({ kind: "PERSONAL", roles: ["ENGINEER"] }), { isPurchaseEnabled: true }),
    ).toMatchObject({ refusals: [{ code: "ACCOUNT_KIND_NOT_ALLOWED", params: { context: "staff" } }] });
  });
  it("R52: not before the profile", () => {
    expect(codes(accountOf({ kind: "PERSONAL", profile: null }), true)).toEqual(["PROFILE_INCOMPLETE"]);
  });
});
