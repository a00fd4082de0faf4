/** F64: an honest figure of what was solved without a request. */
import { describe, expect, test } from "vitest";
import { SOLVED_AFTER, solvedStateOf } from "./solved.js";

const quorum = { family: "windows-server", categoryId: "failover-clustering", problemId: "quorum-lost" };
const other = { ...quorum, problemId: "cluster-node-evicted-or-quarantined" };
const AT = 1_000_000;
const claim = { at: AT, problems: [quorum] };
const later = AT + SOLVED_AFTER * 10;

describe("F64: solved", () => {
  test.each([
    ["nobody came back", [], later, "SOLVED"],
    ["three days are not over", [], AT + SOLVED_AFTER - 1, "WAITING"],
    ["three days are over to the millisecond", [], AT + SOLVED_AFTER, "SOLVED"],
    ["a request at the same instant", [{ ...quorum, createdAt: AT }], later, "CAME_BACK"],
    ["a request in the last millisecond", [{ ...quorum, createdAt: AT + SOLVED_AFTER - 1 }], later, "CAME_BACK"],
    ["a request after three days", [{ ...quorum, createdAt: AT + SOLVED_AFTER }], later, "SOLVED"],
    ["a request before", [{ ...quorum, createdAt: AT - 1 }], later, "SOLVED"],
    ["a request about another problem", [{ ...other, createdAt: AT + 1 }], later, "SOLVED"],
    ["the problem of another family", [{ ...quorum, family: "virtualization", createdAt: AT + 1 }], later, "SOLVED"],
    ["came back before three days are over", [{ ...quorum, createdAt: AT + 1 }], AT + 2, "CAME_BACK"],
  ] as const)("F64: %s", (_title, requests, now, state) => {
    expect(solvedStateOf(claim, requests, now)).toBe(state);
  });

  test("F64: where nobody chose a problem, each of the article's counts", () => {
    const wide = { at: AT, problems: [quorum, other] };
    expect(solvedStateOf(wide, [{ ...other, createdAt: AT + 1 }], later)).toBe("CAME_BACK");
    expect(solvedStateOf({ at: AT, problems: [] }, [{ ...other, createdAt: AT + 1 }], later)).toBe("SOLVED");
  });
});
