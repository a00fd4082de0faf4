import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exponentOf, isCurrency } from "./currencies.js";
import { decimalOf, formatMoney, isAmountOf, minorUnitsOf } from "./money.js";

describe("money in the units of ISO 4217", () => {
  it("K3: decimals are ISO's, also where the runtime says otherwise", () => {
    expect(["EUR", "HUF", "IDR", "ISK", "UGX", "MGA", "IQD", "KWD", "CLF"].map(exponentOf)).toEqual([
      2, 2, 2, 0, 0, 2, 3, 3, 4,
    ]);
    expect([isCurrency("EUR"), isCurrency("XTS"), isCurrency("eur"), isCurrency("")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(() => exponentOf("XTS")).toThrow(RangeError);
  });
  it("K3: an amount for people has the decimals of its currency, or of its receipt", () => {
    const forint = { amountMinor: 17_990_000, currency: "HUF" };
    expect(formatMoney("en-GB", forint).replace(/\s/g, " ")).toBe("HUF 179,900.00");
    expect(formatMoney("en-GB", forint, 0).replace(/\s/g, " ")).toBe("HUF 179,900");
    expect(formatMoney("en-GB", { amountMinor: 69_900, currency: "ISK" }).replace(/\s/g, " ")).toBe("ISK 69,900");
  });
  it("K3: fewer decimals only where nothing is lost by it", () => {
    expect([decimalOf(17_990_000, "HUF", 0), decimalOf(17_990_050, "HUF", 0)]).toEqual(["179900", "179900.50"]);
    expect([decimalOf(650_000_000, "IQD", 0), decimalOf(5, "IQD")]).toEqual(["650000", "0.005"]);
  });
  it("K3: an amount has no more decimals than its currency", () => {
    expect([isAmountOf("69900", "ISK"), isAmountOf("69900.0", "ISK"), isAmountOf("69900.5", "ISK")]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isAmountOf("1.00", "XTS"), isAmountOf("1,00", "EUR")]).toEqual([false, false]);
  });
  it("K3: text and units are each other's, for any amount and currency", () => {
    const currency = fc.constantFrom("JPY", "EUR", "HUF", "KWD", "CLF", "LBP");
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999 }), currency, (amount, code) => {
        expect(minorUnitsOf(decimalOf(amount, code), code)).toBe(amount);
      }),
    );
  });
});
