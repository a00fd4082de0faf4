import { describe, expect, it } from "vitest";
import { PURCHASE_STATES, type PurchaseState } from "./purchase.js";
import { isOpenPurchase, nextPurchaseState, type SeenOfCharge } from "./purchase-state.js";

const PAID = { state: "SUCCEEDED", amountMinor: 100, currency: "EUR" } as const;
const seen = (state: Exclude<SeenOfCharge["state"], "SUCCEEDED">): SeenOfCharge => ({ state });
const purchase = (state: PurchaseState) => ({ state, amountMinor: 100, currency: "EUR" });
const next = (state: PurchaseState, what: SeenOfCharge): PurchaseState | null =>
  nextPurchaseState(purchase(state), what)?.state ?? null;
const OPEN = PURCHASE_STATES.filter((state) => isOpenPurchase({ state }));

describe("the state machine of a purchase (M-5)", () => {
  it("M-5: money that was taken grants exactly once, from every state before it", () => {
    for (const state of [...OPEN, "DECLINED"] as const)
      expect(nextPurchaseState(purchase(state), PAID)).toMatchObject({ state: "SUCCEEDED", grants: true });
    for (const state of ["SUCCEEDED", "REFUNDED"] as const) expect(next(state, PAID)).toBeNull();
  });
  it("M-5: another amount or currency grants nothing and stays open", () => {
    for (const wrong of [
      { ...PAID, currency: "USD" },
      { ...PAID, amountMinor: 1 },
    ])
      for (const state of OPEN)
        expect(nextPurchaseState(purchase(state), wrong)).toEqual({
          state: "UNKNOWN",
          grants: false,
          takesBack: false,
          isMismatch: true,
        });
  });
  it("E18: a decline ends what is open, and never undoes what was paid", () => {
    for (const what of [seen("DECLINED"), seen("NEVER_CHARGED")]) {
      for (const state of OPEN) expect(next(state, what)).toBe("DECLINED");
      for (const state of ["SUCCEEDED", "DECLINED", "REFUNDED"] as const) expect(next(state, what)).toBeNull();
    }
  });
  it("M-5: no answer is unknown, never a failure; a challenge that was told stays a challenge", () => {
    expect(OPEN.map((state) => next(state, seen("NO_ANSWER")))).toEqual(["UNKNOWN", "UNKNOWN", null, null]);
    expect(OPEN.map((state) => next(state, seen("PROCESSING")))).toEqual(["UNKNOWN", "UNKNOWN", "UNKNOWN", null]);
    expect(OPEN.map((state) => next(state, seen("CHALLENGE")))).toEqual(["CHALLENGE", "CHALLENGE", null, "CHALLENGE"]);
    expect(OPEN.map((state) => next(state, seen("CALLED")))).toEqual(["CALLING", null, null, null]);
  });
  it("F28: a refund takes the incidents back once, and ends everything", () => {
    expect(nextPurchaseState(purchase("SUCCEEDED"), seen("REFUNDED"))).toMatchObject({
      state: "REFUNDED",
      takesBack: true,
    });
    expect(nextPurchaseState(purchase("UNKNOWN"), seen("REFUNDED"))).toMatchObject({
      state: "REFUNDED",
      takesBack: false,
    });
    for (const what of [PAID, seen("DECLINED"), seen("REFUNDED"), seen("NO_ANSWER")])
      expect(next("REFUNDED", what)).toBeNull();
  });
  it("M-5: news in any order and any number lead to one end", () => {
    const news: SeenOfCharge[] = [seen("CALLED"), seen("NO_ANSWER"), seen("PROCESSING"), seen("CHALLENGE"), PAID, PAID];
    const orders = news.map((_one, turn) => [...news.slice(turn), ...news.slice(0, turn)]);
    for (const order of [...orders, ...orders.map((one) => [...one].reverse())]) {
      let state: PurchaseState = "CREATED";
      let grants = 0;
      for (const what of order) {
        const step = nextPurchaseState(purchase(state), what);
        state = step?.state ?? state;
        grants += Number(step?.grants ?? false);
      }
      expect([state, grants]).toEqual(["SUCCEEDED", 1]);
    }
  });
});
