/** Ids and the small pure parts of storage: order, secrecy, folding, placeholders. */
import { describe, expect, it } from "vitest";
import { newId } from "./ids.js";
import { createPairCipher } from "./pair-cipher.js";
import { likePattern } from "./search-sql.js";
import { toNumbered } from "./sql.js";

describe("ids", () => {
  it("carry their prefix and sort in the order they were made, within a millisecond too", () => {
    const made = Array.from({ length: 10_000 }, () => newId("req", 1_795_422_600_000));
    expect(made[0]).toMatch(/^req_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(new Set(made).size).toBe(10_000);
    expect([...made].sort()).toEqual(made);
    expect(newId("req", 1_795_422_700_000) > (made.at(-1) ?? "")).toBe(true);
    expect(newId("req", 1_795_422_500_000) < (made[0] ?? "")).toBe(true);
    // Ids of other instants in between do not start the count anew.
    expect(newId("req", 1_795_422_600_000) > (made.at(-1) ?? "")).toBe(true);
  });

  it("have random ends of their own, however many are drawn", () => {
    const ends = Array.from({ length: 5_000 }, (_, index) => newId("req", 1_795_422_600_000 + index).slice(-11));
    expect(new Set(ends).size).toBe(5_000);
  });
});

describe("pair cipher", () => {
  const pair = { accessId: "ACC1", agreementId: "AGR1" };
  const cipher = createPairCipher(Buffer.alloc(32, 1), Buffer.alloc(32, 2));

  it("A-7: opens what it sealed for the same plan, and nothing altered, moved or of another key", () => {
    const sealed = cipher.seal(pair, "pln_1");
    expect(cipher.open(sealed, "pln_1")).toEqual(pair);
    expect(cipher.seal(pair, "pln_1")).not.toBe(sealed);
    expect(() => cipher.open(sealed, "pln_2")).toThrow();
    const altered = Buffer.from(sealed, "base64");
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    expect(() => cipher.open(altered.toString("base64"), "pln_1")).toThrow();
    expect(() => createPairCipher(Buffer.alloc(32, 1), Buffer.alloc(32, 3)).open(sealed, "pln_1")).toThrow();
  });

  it("A-7: looks up by pepper and both halves, wherever the border between them is", () => {
    expect(cipher.lookup(pair)).toBe(cipher.lookup({ ...pair }));
    expect(cipher.lookup(pair)).not.toBe(cipher.lookup({ accessId: "ACC1A", agreementId: "GR1" }));
    expect(createPairCipher(Buffer.alloc(32, 9), Buffer.alloc(32, 2)).lookup(pair)).not.toBe(cipher.lookup(pair));
  });
});

describe("text", () => {
  it("a pattern finds the signs of LIKE literally", () => {
    expect(likePattern("50%_\\s")).toBe("%50\\%\\_\\\\s%");
  });

  it("numbers placeholders as PostgreSQL counts them", () => {
    expect(toNumbered("a = ? AND b IN (?, ?)")).toBe("a = $1 AND b IN ($2, $3)");
  });
});
