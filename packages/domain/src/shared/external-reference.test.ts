/** The form of references and metadata (F73). */
import { describe, expect, it } from "vitest";
import { findMetadataFault, isExternalReference, REFERENCE_LIMITS } from "./external-reference.js";

describe("what other systems call things", () => {
  it.each([
    ["ERP-4711", true],
    ["ț/ 12", true],
    ["x".repeat(REFERENCE_LIMITS.reference), true],
    ["x".repeat(REFERENCE_LIMITS.reference + 1), false],
    ["", false],
    [" ERP", false],
    ["two\nlines", false],
    ["\u0000", false],
  ])("F73: %j is a reference: %s", (text, isOne) => {
    expect(isExternalReference(text)).toBe(isOne);
  });

  it("F73: metadata has at most twenty names, each once, with a value on one line", () => {
    const entry = (name: string, value = "x") => ({ name, value });
    const many = Array.from({ length: 21 }, (_, place) => entry(`n${place}`));
    expect(findMetadataFault([])).toBeNull();
    expect(findMetadataFault(many.slice(0, 20))).toBeNull();
    expect(findMetadataFault(many)).toEqual({ place: 20, fault: "COUNT" });
    expect(findMetadataFault([entry("a"), entry("a")])).toEqual({ place: 1, fault: "TWICE" });
    for (const name of ["", "a b", "-a", "ă", "x".repeat(41)])
      expect(findMetadataFault([entry(name)])).toEqual({ place: 0, fault: "NAME" });
    for (const value of ["", " x", "a\nb", "x".repeat(501)])
      expect(findMetadataFault([entry("a", value)])).toEqual({ place: 0, fault: "VALUE" });
  });
});
