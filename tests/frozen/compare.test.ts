/** A change nobody meant is told, one that was meant is not, and an amendment outlived by its change is told too. */
import { describe, expect, it } from "vitest";
import { type Amendment, differencesOf, judge } from "./compare.js";

const was = { data: { purchases: { nodes: [{ amountMinor: 1 }, { amountMinor: 2 }] } } };
const is = { data: { purchases: { nodes: [{ amountMinor: 100 }, { amountMinor: 2 }, { amountMinor: 3 }] } } };
const ANSWER = "purchases as buyerHU";
const amendment: Amendment = {
  file: "planted.json",
  reason: "Planted.",
  answers: "purchases as buyer*",
  path: "data.purchases.nodes.*.amountMinor",
};

describe("recorded answers against today's", () => {
  const differences = differencesOf(ANSWER, was, is);

  it("tell every value and every row that is another", () => {
    expect(differences).toEqual([
      { answer: ANSWER, path: "data.purchases.nodes.length", was: 2, is: 3 },
      { answer: ANSWER, path: "data.purchases.nodes.0.amountMinor", was: 1, is: 100 },
    ]);
    expect(differencesOf(ANSWER, { a: 1, b: [] }, { a: 1 })).toEqual([
      { answer: ANSWER, path: "b", was: [], is: undefined },
    ]);
  });

  it("take what an amendment says, and nothing beside it", () => {
    expect(judge(differences, [amendment]).unmeant.map(({ path }) => path)).toEqual(["data.purchases.nodes.length"]);
    expect(judge(differences, [{ ...amendment, was: 1, is: 100 }]).unmeant).toHaveLength(1);
    expect(judge(differences, [{ ...amendment, was: 1, is: 101 }]).unmeant).toHaveLength(2);
  });

  it("tell an amendment that nothing needs any more", () => {
    expect(judge(differences, [amendment]).unneeded).toEqual([]);
    expect(judge(differencesOf(ANSWER, was, was), [amendment]).unneeded).toEqual([amendment]);
  });
});
