import { describe, expect, it } from "vitest";
import { hashSecret, isWellFormedToken, newAccessToken } from "./access-token.js";

describe("personal access tokens", () => {
  it("A-11: are accord_pat_, 43 digits of base 62 and a checksum, and kept as SHA-256 only", () => {
    const { token, hash } = newAccessToken();
    expect(token).toMatch(/^accord_pat_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
    expect(hash).toBe(hashSecret(token));
    expect(hash).toHaveLength(43);
    expect(isWellFormedToken(token)).toBe(true);
  });

  it("A-11: hold all 256 bits, small and large numbers alike", () => {
    const smallest = newAccessToken(new Uint8Array(32)).token;
    const largest = newAccessToken(new Uint8Array(32).fill(255)).token;
    expect(smallest).toContain(`_${"0".repeat(43)}_`);
    expect([smallest, largest].every(isWellFormedToken)).toBe(true);
    expect(new Set(Array.from({ length: 500 }, () => newAccessToken().token)).size).toBe(500);
  });

  it("a mistyped one is told apart without the database", () => {
    const { token } = newAccessToken();
    const at = 20;
    const other = token[at] === "x" ? "y" : "x";
    for (const wrong of [
      token.slice(0, at) + other + token.slice(at + 1),
      token.slice(0, -1),
      `${token}0`,
      token.toUpperCase(),
      "",
      "accord_pat__",
    ]) {
      expect(isWellFormedToken(wrong)).toBe(false);
    }
  });
});
