import { describe, expect, it } from "vitest";
import { checkText, TEXT_RULES } from "./text.js";

const codes = (value: unknown, rule: keyof typeof TEXT_RULES) =>
  checkText(value, TEXT_RULES[rule], ["field"]).map((refusal) => refusal.code);

describe("R6: what may be typed", () => {
  it.each(["\u0000", "a\u0007b", "\u001b[31m", "a\u007f", "a\u0085b", "\u009b", "\ud83d", "\ude00x", "x\ud83dy"])(
    "R6: %j is refused",
    (text) => {
      expect(codes(text, "title")).toEqual(["INPUT_INVALID"]);
      expect(codes(text, "description")).toEqual(["INPUT_INVALID"]);
    },
  );
  it("R6: a description keeps line breaks and tabs, a title does not", () => {
    expect(codes("one\n\ttwo\r\nthree", "description")).toEqual([]);
    expect(codes("one\rtwo", "description")).toEqual(["INPUT_INVALID"]);
    expect(codes("one\ntwo", "title")).toEqual(["INPUT_INVALID"]);
    expect(codes("one\ttwo", "personName")).toEqual(["INPUT_INVALID"]);
  });
  it.each([
    "ă î ș ț €",
    "👩‍👩‍👧‍👦 family",
    "日本語",
    "<script>alert(1)</script>",
    "'; DROP TABLE x; --",
    "\u202eabc",
    "é",
  ])("R6: %j passes", (text) => {
    expect(codes(text, "title")).toEqual([]);
  });
  it("R6: lengths count characters, not halves", () => {
    expect(codes("😀".repeat(200), "title")).toEqual([]);
    expect(codes("😀".repeat(201), "title")).toEqual(["INPUT_TOO_LONG"]);
    expect(codes("x".repeat(20_000), "description")).toEqual([]);
    expect(codes("x".repeat(20_001), "description")).toEqual(["INPUT_TOO_LONG"]);
    expect(checkText("x".repeat(500), TEXT_RULES.personName, ["field"])[0]?.params).toEqual({ max: 100 });
  });
  it("R60: nothing, or nothing but space, is missing; anything else is no text", () => {
    for (const value of [undefined, null, "", "   ", "\u2003"])
      expect(codes(value, "title")).toEqual(["INPUT_REQUIRED"]);
    for (const value of [7, {}, ["x"], true]) expect(codes(value, "title")).toEqual(["INPUT_INVALID"]);
  });
});
