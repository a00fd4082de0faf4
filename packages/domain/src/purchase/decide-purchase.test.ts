import { describe, expect, it } from "vitest";
import { AS_OF, accountOf, countryOf, needOf, programmes } from "../../testing/seed-world.js";
import { decidePurchase, type PurchaseAsk } from "./decide-purchase.js";
import { decideRefund } from "./decide-refund.js";
import { declineCodeOf } from "./decline-codes.js";
import { decimalOf } from "./money.js";
import { offersFor } from "./offers.js";
import { isCardExpired, type Purchase } from "./purchase.js";
import { receiptNumber, receiptStatement } from "./receipt.js";

const ASK: PurchaseAsk = {
  account: accountOf({ kind: "PERSONAL" }),
  settings: { isPurchaseEnabled: true },
  offerId: "pay-per-incident:RON",
  sold: offersFor(countryOf("RO"), programmes),
  card: { expMonth: 12, expYear: 2030, removedAt: null },
  consent: true,
  consentVersion: "2026-11-01",
  currentConsentVersion: "2026-11-01",
  billing: {},
  need: null,
  timeZone: "UTC",
  now: AS_OF,
};
const refused = (changes: Partial<PurchaseAsk>): string[] => {
  const result = decidePurchase({ ...ASK, ...changes });
  return result.ok ? [] : result.refusals.map(({ code, path }) => [code, ...(path ?? [])].join(" "));
};

describe("may this be charged", () => {
  it("R23, R78: a personal account, an offer of its country, a saved card and consent", () => {
    expect(decidePurchase(ASK)).toMatchObject({
      ok: true,
      value: {
        offer: { id: "pay-per-incident:RON" },
        billing: { name: "Ana Ionescu", address: null, taxNumber: null },
      },
    });
  });
  it("E20, R35, R72: a work or partner account learns of its kind alone, whatever else is wrong", () => {
    for (const kind of ["WORK", "PARTNER"] as const)
      expect(refused({ account: accountOf({ kind }), consent: false, card: null })).toEqual([
        "ACCOUNT_KIND_NOT_ALLOWED",
      ]);
  });
  it("E19, R74, M-6: a pack of another region, a price of another currency, and what does not exist are not sold", () => {
    for (const offerId of ["professional-support-5-pack:RON", "pay-per-incident:RON"])
      expect(refused({ sold: offersFor(countryOf("MD"), programmes), offerId })).toEqual([
        "PACK_NOT_SOLD_IN_REGION offerId",
      ]);
    expect(refused({ offerId: "pay-per-incident" })).toEqual(["PACK_NOT_SOLD_IN_REGION offerId"]);
  });
  it("R79: no consent, or consent to other terms than these", () => {
    expect(refused({ consent: false })).toEqual(["CONSENT_REQUIRED consent"]);
    expect(refused({ consentVersion: "2020-01-01" })).toEqual(["CONSENT_REQUIRED consent"]);
    expect(refused({ consentVersion: null })).toEqual([]);
  });
  it("R78: a card that is gone, somebody else's or expired is not charged", () => {
    for (const card of [
      null,
      { expMonth: 12, expYear: 2030, removedAt: 1 },
      { expMonth: 10, expYear: 2026, removedAt: null },
    ])
      expect(refused({ card })).toEqual(["PAYMENT_METHOD_NOT_USABLE paymentMethodId"]);
    expect(isCardExpired({ expMonth: 11, expYear: 2026 }, Date.UTC(2026, 11, 1, 11))).toBe(false);
    expect(isCardExpired({ expMonth: 11, expYear: 2026 }, Date.UTC(2026, 11, 1, 12))).toBe(true);
  });
  it("R50: nothing is charged for a version past its end; an old one in extended support is fine", () => {
    expect(refused({ need: needOf("windows-server-2012-r2") })).toEqual(["PLAN_UNAVAILABLE offerId"]);
    expect(refused({ need: needOf("windows-server-2019") })).toEqual([]);
  });
  it("F28: what the receipt says of its buyer is checked, and every refusal is told at once", () => {
    const billing = { name: "x".repeat(201), address: "Str. Lungă 1\nBrașov", taxNumber: "\u0000" };
    expect(refused({ billing, consent: false })).toEqual([
      "INPUT_TOO_LONG billing name",
      "INPUT_INVALID billing taxNumber",
      "CONSENT_REQUIRED consent",
    ]);
    expect(decidePurchase({ ...ASK, billing: { name: "  ", address: " A\nB " } })).toMatchObject({
      value: { billing: { name: "Ana Ionescu", address: "A\nB" } },
    });
  });
  it("E18: a provider's many codes are told in our few", () => {
    expect(["insufficient_funds", "do_not_honor", ""].map(declineCodeOf)).toEqual([
      "insufficient_funds",
      "card_declined",
      "card_declined",
    ]);
  });
});

describe("giving a purchase back", () => {
  const bought = { state: "SUCCEEDED", packSize: 5, refundAskedAt: null } as const;
  const plan = (left: number) => ({ id: "pln_1", incidentsTotal: 5, incidentsRemaining: left });
  const ask = { reason: "Bought twice." };

  it("F28: unused: the whole grant is taken back", () => {
    expect(decideRefund(bought, plan(5), ask)).toMatchObject({ value: { planId: "pln_1", incidents: -5 } });
  });
  it("F28: not once one was used, not twice, not before it is paid, not without a reason", () => {
    for (const [purchase, left] of [
      [bought, 4],
      [{ ...bought, refundAskedAt: 1 }, 5],
      [{ ...bought, state: "UNKNOWN" }, 5],
      [{ ...bought, state: "REFUNDED" }, 5],
    ] as const)
      expect(decideRefund(purchase, plan(left), ask)).toMatchObject({ refusals: [{ code: "REFUND_NOT_POSSIBLE" }] });
    expect(decideRefund(bought, null, ask)).toMatchObject({ refusals: [{ code: "REFUND_NOT_POSSIBLE" }] });
    expect(decideRefund(bought, plan(5), { reason: " " })).toMatchObject({
      refusals: [{ code: "INPUT_REQUIRED", path: ["reason"] }],
    });
  });
});

describe("receipts", () => {
  it("F28: numbers of a year, amounts as decimals", () => {
    expect([receiptNumber(2026, 123), receiptNumber(2027, 1_234_567)]).toEqual(["ACC-2026-000123", "ACC-2027-1234567"]);
    expect([decimalOf(49_900, "EUR"), decimalOf(5, "EUR"), decimalOf(74_800, "JPY"), decimalOf(0, "KWD")]).toEqual([
      "499.00",
      "0.05",
      "74800",
      "0.000",
    ]);
  });
  it("F28: the signed text names every fact, and no typed text can forge a line of it", () => {
    const purchase = {
      id: "pur_1",
      offerId: "pay-per-incident:EUR",
      packSize: 1,
      amountMinor: 49_900,
      currency: "EUR",
      exponent: 2,
      taxMinor: 7967,
      taxBasisPoints: 1900,
      receiptNumber: "ACC-2026-000001",
      receiptAt: Date.UTC(2026, 10, 23),
      billing: { name: "Ana\namount 0.01 EUR", address: null, taxNumber: "RO1" },
    } as Purchase;
    const lines = (receiptStatement(purchase) ?? "").split("\n");
    expect(lines).toHaveLength(11);
    expect(lines.filter((line) => line.startsWith("amount "))).toEqual(["amount 499.00 EUR"]);
    expect(receiptStatement({ ...purchase, receiptNumber: null })).toBeNull();
  });
  it("K3: a receipt is written with its own decimals, whatever its currency has now", () => {
    const facts = { amountMinor: 17_990_000, taxMinor: 3_824_600, currency: "HUF", taxBasisPoints: 2700 };
    const signed = {
      receiptNumber: "ACC-2026-000001",
      receiptAt: 0,
      billing: { name: "", address: null, taxNumber: null },
    };
    const linesOf = (exponent: number) =>
      receiptStatement({ ...facts, ...signed, exponent } as Purchase)
        ?.split("\n")
        .slice(6, 8);
    expect(linesOf(0)).toEqual(["amount 179900 HUF", "tax 38246 HUF at 2700 basis points"]);
    expect(linesOf(2)).toEqual(["amount 179900.00 HUF", "tax 38246.00 HUF at 2700 basis points"]);
  });
});
