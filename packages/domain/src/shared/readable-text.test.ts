import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReadable } from "./readable-text.js";
import { hasForbiddenCharacters } from "./text.js";

describe("K8: text that comes in is made readable", () => {
  it.each([
    ["\u001b[31mERROR\u001b[0m: disk full", "ERROR: disk full"],
    ["\u009b1;31mred\u009bm", "red"],
    ["\u001b]0;title\u0007prompt", "prompt"],
    ["\u001b]8;;https://x.example\u001b\\link", "link"],
    ["\u001b(Bplain\u001bM", "plain"],
    ["page 1\fpage 2\vline", "page 1\npage 2\nline"],
    ["old mac\rline", "old mac\nline"],
    ["a\u0085b", "a\nb"],
    ["one\r\n\ttwo\n", "one\r\n\ttwo\n"],
    ["nul \u0000 bell \u0007 del \u007f", "nul ␀ bell ␇ del ␡"],
    ["half \ud83d of one", "half � of one"],
    ["\u001b", "␛"],
    ["😀 ș ţ 日本語 \u202eabc", "😀 ș ţ 日本語 \u202eabc"],
  ])("%j becomes %j", (text, expected) => {
    expect(makeReadable(text)).toBe(expected);
  });
  it("one line holds no breaks and no tabs", () => {
    expect(makeReadable("a\tb\r\nc\vd", false)).toBe("a b c d");
  });
  it("whatever comes in may be stored, and what could be stored stays as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, isMultiline) => {
        const shown = makeReadable(text, isMultiline);
        expect(hasForbiddenCharacters(shown, isMultiline)).toBe(false);
        expect(makeReadable(shown, isMultiline)).toBe(shown);
        if (!hasForbiddenCharacters(text, isMultiline)) expect(shown).toBe(text);
      }),
    );
  });
});
