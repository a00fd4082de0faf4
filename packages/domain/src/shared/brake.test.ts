import { describe, expect, it } from "vitest";
import { brakeWait, LONGEST_BRAKE } from "./brake.js";

describe("K4: the brake of an address", () => {
  it("rises from one second to a minute and no further", () => {
    expect(Array.from({ length: 9 }, (_unused, excess) => brakeWait(excess) / 1000)).toEqual([
      1, 2, 4, 8, 16, 32, 60, 60, 60,
    ]);
  });

  it("is never longer than a minute and never nothing, whatever was counted", () => {
    for (const excess of [-5, 0, 0.5, 17, 1e9, Number.MAX_SAFE_INTEGER]) {
      expect(brakeWait(excess)).toBeGreaterThanOrEqual(1000);
      expect(brakeWait(excess)).toBeLessThanOrEqual(LONGEST_BRAKE);
    }
  });
});
