import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasValidCheckDigit } from "../../../../tests/support/check-digit.js";
import { normaliseId, normaliseIdPair } from "./id-pair.js";
import { ID_PAIR_BYTES, issueIdPair } from "./issue-id-pair.js";

const bytes = fc.uint8Array({ minLength: ID_PAIR_BYTES, maxLength: ID_PAIR_BYTES });

describe("E13, E14: IDs as people paste them", () => {
  it.each([
    ["trn-4471-0098", "TRN44710098"],
    ["  TRN 4471\u00a00098\n", "TRN44710098"],
    ["TRN–4471—0098", "TRN44710098"],
    ["TRN\u2011\u20124471\u22120098", "TRN44710098"],
    ["ＴＲＮ－４４７１－００９８", "TRN44710098"],
    ["T\u200bR\u00adN_4471", "TRN4471"],
    ["0012", "0012"],
    ["", null],
    ["---", null],
    ["TRN/4471", null],
    ["ŢRN4471", null],
    ["A".repeat(65), null],
    ["-".repeat(5000), null],
  ])("E13: %j is read as %j", (text, expected) => expect(normaliseId(text)).toBe(expected));
  it("E14: leading zeros are part of an ID", () => {
    expect(normaliseIdPair("0001", "00042")).toEqual({ accessId: "0001", agreementId: "00042" });
  });
  it("R14, R15: both IDs are needed", () => {
    expect(normaliseIdPair("TRN4471", " ")).toBeNull();
    expect(normaliseIdPair(" ", "9100234417")).toBeNull();
  });
});

describe("R14: IDs of our own", () => {
  it("R14: 130 random bits a pair, and no look-alikes", () => {
    const pair = issueIdPair(new Uint8Array(ID_PAIR_BYTES).map((_, index) => index * 37));
    const [access, agreement] = [pair.accessId.replaceAll("-", ""), pair.agreementId.replaceAll("-", "")];
    expect([access.length, agreement.length]).toEqual([12, 16]);
    expect((agreement.length - 1) * 5).toBeGreaterThanOrEqual(60);
    expect(access + agreement).not.toMatch(/[ILOU]/);
    expect(pair.accessId).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    expect(pair.agreementId).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  });
  it("R14: too little randomness is no ID", () => {
    expect(() => issueIdPair(new Uint8Array(ID_PAIR_BYTES - 1))).toThrow(RangeError);
  });
  it("R14, E13: every byte counts, and every ID survives being pasted", () => {
    fc.assert(
      fc.property(bytes, bytes, (one, two) => {
        const [a, b] = [issueIdPair(one), issueIdPair(two)];
        const isSame = one.every((byte, index) => (byte & 31) === ((two[index] ?? 0) & 31));
        expect(a.accessId === b.accessId && a.agreementId === b.agreementId).toBe(isSame);
        const read = normaliseIdPair(a.accessId.toLowerCase().replaceAll("-", " — "), a.agreementId.normalize("NFKD"));
        expect(read).toEqual({
          accessId: a.accessId.replaceAll("-", ""),
          agreementId: a.agreementId.replaceAll("-", ""),
        });
        expect(hasValidCheckDigit(a.accessId) && hasValidCheckDigit(a.agreementId)).toBe(true);
      }),
    );
  });
  it("R15: the check digit finds every single wrong sign", () => {
    const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    fc.assert(
      fc.property(bytes, fc.nat(15), fc.nat(31), (random, place, sign) => {
        const id = issueIdPair(random).agreementId.replaceAll("-", "");
        const wrong = id.slice(0, place) + alphabet.charAt(sign) + id.slice(place + 1);
        expect(hasValidCheckDigit(wrong)).toBe(wrong === id);
      }),
    );
  });
  it("R15: imported IDs have no check digit and stay IDs", () => {
    expect(hasValidCheckDigit("TRN-4471-0098")).toBe(false);
    expect(normaliseId("TRN-4471-0098")).not.toBeNull();
  });
});
