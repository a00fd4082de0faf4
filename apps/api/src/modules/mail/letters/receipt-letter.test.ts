/** The receipt as a mail: what was paid, in the buyer's language; what the buyer typed only to a proven address (F28; I-7). */
import type { Account, Programme, Purchase } from "@accord/domain";
import { describe, expect, it } from "vitest";
import { writeReceipt } from "./receipt-letter.js";

const purchase = {
  id: "pur_1",
  programmeId: "pay-per-incident",
  packSize: 1,
  amountMinor: 249_000,
  currency: "RON",
  taxKind: "VAT",
  taxBasisPoints: 2100,
  taxMinor: 43_215,
  billing: { name: "Carpatia <b>SRL</b>", address: "Str. Lungă 1\nBrașov", taxNumber: "RO123" },
  receiptNumber: "ACC-2026-000007",
  receiptAt: Date.UTC(2026, 10, 23, 8, 30),
} as Purchase;
const account = (language: "en" | "ro", isEmailProven = true): Account =>
  ({
    email: "sam@mail.example",
    isEmailProven,
    profile: { language, timeZone: "Europe/Bucharest" },
  }) as Account;
const programmes = new Map([["pay-per-incident", { name: "Single incident", nameRo: "Un incident" } as Programme]]);
const letter = (about: Account, changes: Partial<Purchase> = {}) =>
  writeReceipt({
    purchase: { ...purchase, ...changes },
    account: about,
    programmes,
    publicOrigin: "https://support.example",
  });

describe("the receipt by mail", () => {
  it("F28: number, total, tax line, buyer and the page, in English", () => {
    const made = letter(account("en"));
    expect(made?.subject).toBe("Receipt ACC-2026-000007");
    for (const part of [
      "Single incident",
      "RON",
      "2,490.00",
      "Includes VAT 21%",
      "432.15",
      "Str. Lungă 1, Brașov",
      "RO123",
    ])
      expect(made?.text.replaceAll("\u00a0", " ")).toContain(part);
    expect(made?.text).toContain("https://support.example/receipts/pur_1");
    expect(made?.html).not.toContain("<b>SRL</b>");
    expect([made?.to, made?.requestId]).toEqual(["sam@mail.example", null]);
  });

  it("F28: the same in Romanian, amounts and days as they are written there", () => {
    const text = letter(account("ro"))?.text.replaceAll("\u00a0", " ") ?? "";
    for (const part of ["Un incident", "2.490,00", "Include TVA 21", "23 noiembrie 2026", "Cod fiscal"])
      expect(text).toContain(part);
  });

  it("I-7: to an address nobody has proven goes nothing that the buyer typed", () => {
    const text = letter(account("en", false))?.text ?? "";
    expect(text).toContain("ACC-2026-000007");
    expect(text).not.toMatch(/SRL|Lungă|RO123/);
  });

  it("F28: no receipt before it is paid, and no tax line where none is charged", () => {
    expect(letter(account("en"), { receiptNumber: null })).toBeNull();
    expect(letter(account("en"), { taxKind: null })?.text).not.toContain("Includes");
  });
});
