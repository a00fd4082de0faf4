import { describe, expect, it } from "vitest";
import { countryOf, needOf, programmeOf, programmes } from "../../testing/seed-world.js";
import { judgeOffer } from "./judge-offer.js";
import { minorUnitsOf } from "./money.js";
import { offersFor } from "./offers.js";
import { packAdvice } from "./pack-advice.js";
import { taxWithin } from "./tax.js";

const sold = (country: string) => offersFor(countryOf(country), programmes);
const idsOf = (country: string): string[] => sold(country).offers.map(({ id }) => id);

describe("what is sold where", () => {
  it("R74, F26: both packs where the five-pack is sold, in the country's own currency, the single incident first (R75)", () => {
    expect(idsOf("DE")).toEqual(["pay-per-incident:EUR", "professional-support-5-pack:EUR"]);
    expect(idsOf("RO")).toEqual(["pay-per-incident:RON", "professional-support-5-pack:RON"]);
    expect(sold("DE")).toMatchObject({ notSold: [], currency: "EUR", isFallbackCurrency: false });
  });
  it("E19, R74: elsewhere the five-pack is absent, and the reason is known", () => {
    expect(idsOf("MD")).toEqual(["pay-per-incident:USD"]);
    expect(sold("MD").notSold).toMatchObject([{ packSize: 5, because: "NOT_SOLD_IN_REGION" }]);
  });
  it("F26: a country without a price of its own pays in dollars, and that is said", () => {
    expect(sold("MD")).toMatchObject({ currency: "USD", isFallbackCurrency: true });
    expect(sold("US").isFallbackCurrency).toBe(false);
  });
  it("F26: where nothing is sold there is no offer; a programme without any price is not sold", () => {
    const nowhere = { ...countryOf("DE"), isSinglePackSold: false, isFivePackSold: false };
    expect(offersFor(nowhere, programmes).offers).toEqual([]);
    const [unpriced] = offersFor(countryOf("DE"), [{ ...programmeOf("pay-per-incident"), prices: [] }]).notSold;
    expect(unpriced?.because).toBe("NO_PRICE");
  });
  it("F26: agreements and retired programmes are never for sale", () => {
    const retired = { ...programmeOf("pay-per-incident"), retiredOn: "2026-01-01" };
    expect(offersFor(countryOf("DE"), [retired, programmeOf("software-assurance-24x7")])).toMatchObject({
      offers: [],
      notSold: [],
    });
  });
  it("F26: amounts are whole numbers of the smallest unit: cents, and whole yen", () => {
    expect(sold("DE").offers[0]).toMatchObject({ amountMinor: 49_900, currency: "EUR", packSize: 1 });
    expect(sold("JP").offers[0]).toMatchObject({ amountMinor: 74_800, currency: "JPY" });
    expect([minorUnitsOf("12.345", "KWD"), minorUnitsOf("7", "EUR")]).toEqual([12_345, 700]);
    for (const [amount, currency] of [
      ["1.001", "EUR"],
      ["0.5", "JPY"],
      ["-1", "EUR"],
      ["1e3", "EUR"],
      ["", "EUR"],
    ] as const)
      expect(() => minorUnitsOf(amount, currency)).toThrow(RangeError);
  });
  it("F28: the tax line is what the price already holds", () => {
    expect(sold("DE").offers[0]).toMatchObject({ taxKind: "VAT", taxBasisPoints: 1900, taxMinor: 7967 });
    expect(sold("US").offers[0]).toMatchObject({ taxKind: null, taxBasisPoints: 0, taxMinor: 0 });
    expect([taxWithin(11_900, 1900), taxWithin(100, 0), taxWithin(1, 1900), taxWithin(74_800, 1000)]).toEqual([
      1900, 0, 0, 6800,
    ]);
  });
});

describe("an offer judged for a version", () => {
  const [single] = sold("DE").offers;
  const reasons = (version: string) =>
    single === undefined
      ? ["none"]
      : judgeOffer(single, needOf(version), "UTC").unavailableBecause.map(({ code }) => code);

  it("R50: an old version in extended support can be bought for", () => {
    expect(reasons("windows-server-2019")).toEqual([]);
  });
  it("R50: nothing is sold for a version past its end, and the reason is told before a card is asked", () => {
    expect(reasons("windows-server-2012-r2")).toEqual(["LIFECYCLE_PHASE_NOT_COVERED"]);
  });
});

describe("advice before a pack", () => {
  const offers = sold("DE").offers;

  it("R75, F27: by one's own last twelve months: expected waste and break-even", () => {
    expect(packAdvice(2, offers)).toEqual({
      packSize: 5,
      usedLast12Months: 2,
      expectedUnused: 3,
      breakEven: 5,
      recommendsPack: false,
    });
    expect(packAdvice(0, offers)).toMatchObject({ expectedUnused: 5, recommendsPack: false });
    expect(packAdvice(7, offers)).toMatchObject({ expectedUnused: 0, recommendsPack: true });
  });
  it("F27: no advice without a pack, nor across currencies; a pack dearer than its incidents never pays", () => {
    expect(packAdvice(9, sold("MD").offers)).toBeNull();
    const [one, pack] = [
      { packSize: 1, amountMinor: 100, currency: "EUR" },
      { packSize: 5, amountMinor: 600, currency: "EUR" },
    ];
    expect(packAdvice(9, [one, { ...pack, currency: "USD" }])).toBeNull();
    expect(packAdvice(9, [one, pack])).toMatchObject({ breakEven: 6, recommendsPack: false });
  });
});
