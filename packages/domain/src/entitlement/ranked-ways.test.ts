import { describe, expect, it } from "vitest";
import { rankedWays } from "./ranked-ways.js";
import { REMEDY_KINDS, type RemedyKind } from "./remedies.js";

const ways = (...kinds: RemedyKind[]) => kinds.map((kind) => ({ kind }));

describe("rankedWays", () => {
  it("F11, R36: each way once, whichever plan and reason it comes from, the best first", () => {
    const named = ways(
      "WAIT_UNTIL",
      "BUY_INCIDENT",
      "READ_ARTICLE",
      "BUY_INCIDENT",
      "ADD_AGREEMENT",
      "CHOOSE_OTHER_PLAN",
    );
    expect(rankedWays(named).map(({ kind }) => kind)).toEqual([
      "CHOOSE_OTHER_PLAN",
      "ADD_AGREEMENT",
      "BUY_INCIDENT",
      "WAIT_UNTIL",
    ]);
  });

  it("R56: of several plans that wait for their day, the one that begins first is named", () => {
    const until = (on: string) => ({ kind: "WAIT_UNTIL" as const, on });
    expect(rankedWays([until("2027-02-01"), until("2027-01-01"), until("2027-03-01")])).toEqual([until("2027-01-01")]);
  });

  it("R36: every kind of remedy has its place but the help pages", () => {
    expect(
      rankedWays(ways(...REMEDY_KINDS))
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(REMEDY_KINDS.filter((kind) => kind !== "READ_ARTICLE").sort());
  });
});
