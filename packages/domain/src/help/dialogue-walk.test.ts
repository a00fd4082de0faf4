/** What is said to the virtual agent is held against the tree of its problem and read in either language (R61, F63). */
import { describe, expect, it } from "vitest";
import { smallTree } from "../../testing/small-tree.js";
import { EMPTY_DRAFT } from "../request/draft.js";
import { settleChange } from "../request/flow.js";
import type { DecisionTree } from "./decision-tree.js";
import { checkKeptWalk, type DialogueWalk, decideWalk, tellTranscript, treeFor } from "./dialogue-walk.js";
import { judgeTree } from "./judge-tree.js";

const judged = judgeTree(smallTree());
const TREE = judged.ok ? judged.tree : ({} as DecisionTree);
const WALK: DialogueWalk = {
  treeSlug: "small-tree",
  version: 1,
  steps: [
    { stepId: "look", answerId: "no" },
    { stepId: "output", value: "error 5" },
  ],
};
const refusalsOf = (tree: DecisionTree | null, walk: DialogueWalk) => {
  const decided = decideWalk(tree, walk, ["dialogueWalk"]);
  return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
};

describe("what is said to the virtual agent", () => {
  it("R61: a problem has the tree that names it, of its own family only", () => {
    expect(treeFor([TREE], "windows-server", "active-directory", "account-lockouts")).toBe(TREE);
    expect(treeFor([TREE], "windows-server", "active-directory", "dns")).toBeNull();
    expect(treeFor([TREE], "sql-server", "active-directory", "account-lockouts")).toBeNull();
  });

  it("F63: a walk that fits is kept with what it says, finished or left on the way", () => {
    expect(decideWalk(TREE, WALK, ["dialogueWalk"])).toMatchObject({
      value: { walk: WALK, transcript: { outcome: "unsolved", lines: [{ step: "look" }, { step: "output" }] } },
    });
    expect(decideWalk(TREE, { ...WALK, steps: WALK.steps.slice(0, 1) }, ["dialogueWalk"])).toMatchObject({
      value: { transcript: { outcome: null, lines: [{ step: "look" }] } },
    });
  });

  it("F63: nothing said is nothing kept", () => {
    expect(decideWalk(TREE, null, [])).toEqual({ ok: true, value: null });
    expect(decideWalk(null, { ...WALK, steps: [] }, [])).toEqual({ ok: true, value: null });
  });

  it("F63: another tree, another version and what does not fit are refused where they stand", () => {
    expect(refusalsOf(null, WALK)).toEqual(["INPUT_INVALID dialogueWalk.treeSlug"]);
    expect(refusalsOf(TREE, { ...WALK, treeSlug: "other" })).toEqual(["INPUT_INVALID dialogueWalk.treeSlug"]);
    expect(refusalsOf(TREE, { ...WALK, version: 2 })).toEqual(["INPUT_INVALID dialogueWalk.version"]);
    expect(refusalsOf(TREE, { ...WALK, steps: [{ stepId: "look", answerId: "maybe" }] })).toEqual([
      "INPUT_INVALID dialogueWalk.steps.0.answerId",
    ]);
  });

  it("F63, F80: a transcript is told in the reader's language, evidence as it was pasted", () => {
    const decided = decideWalk(TREE, WALK, []);
    if (!decided.ok || decided.value === null) throw new Error("a walk that fits was refused");
    expect(tellTranscript(decided.value.transcript, "ro")).toEqual({
      title: "A small tree (ro)",
      outcome: "unsolved",
      lines: [
        { question: "Does the light burn? (ro)", commands: ["Get-Date"], answer: "No (ro)" },
        { question: "Please paste what the command says. (ro)", commands: [], answer: "error 5" },
      ],
    });
    expect(tellTranscript(decided.value.transcript, "en").lines[0]?.answer).toBe("No");
  });

  it("F32, R61: a draft keeps what does not fit, and refuses what is far too long", () => {
    expect(checkKeptWalk({ ...WALK, version: 7, steps: [{ stepId: "gone", value: "x".repeat(20_000) }] }, [])).toEqual(
      [],
    );
    const steps = [{ stepId: "s".repeat(101), answerId: "\u0000", value: "x".repeat(20_001) }];
    const codes = checkKeptWalk({ ...WALK, steps }, ["w"]).map(({ code, path }) => `${code} ${path?.join(".")}`);
    expect(codes).toEqual([
      "INPUT_TOO_LONG w.steps.0.stepId",
      "INPUT_INVALID w.steps.0.answerId",
      "INPUT_TOO_LONG w.steps.0.value",
    ]);
    const many = Array.from({ length: 15 }, () => ({ stepId: "look" }));
    expect(checkKeptWalk({ ...WALK, steps: many }, ["w"])).toMatchObject([{ path: ["w", "steps"] }]);
  });

  it("R60, R61: another problem begins without what was said about the one before; other words change nothing", () => {
    const before = { ...EMPTY_DRAFT, productId: "p", categoryId: "c", problemId: "x", dialogueWalk: WALK };
    for (const change of [{ problemId: "y" }, { categoryId: "d" }, { productId: "q" }])
      expect(settleChange(before, change).content.dialogueWalk).toBeNull();
    for (const change of [{ title: "T" }, { problemId: "x" }, { productVersionId: "v" }])
      expect(settleChange(before, change).content.dialogueWalk).toBe(WALK);
  });
});
