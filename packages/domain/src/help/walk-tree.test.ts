/** Walking decision trees: every walk ends, and what a browser sends is held against the tree (R61, F63). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallTree } from "../../testing/small-tree.js";
import { type DecisionTree, stepOf, TREE_LIMITS } from "./decision-tree.js";
import { judgeTree } from "./judge-tree.js";
import { treeFaultSentence } from "./tree-faults.js";
import { type TreeMove, walkTree } from "./walk-tree.js";

const treeOf = (value: unknown): DecisionTree => {
  const judged = judgeTree(value);
  if (!judged.ok) throw new Error(judged.faults.map(treeFaultSentence).join("\n"));
  return judged.tree;
};
const TREE = treeOf(smallTree());
const refusalsOf = (moves: readonly TreeMove[], tree = TREE) => {
  const walked = walkTree(tree, moves);
  return walked.ok ? [] : walked.refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
};
const NO: TreeMove = { stepId: "look", answerId: "no" };

describe("a walk through a decision tree", () => {
  it("R61: it begins at the start, unfinished and with nothing said", () => {
    expect(walkTree(TREE, [])).toEqual({
      ok: true,
      value: { stepId: "look", step: TREE.steps.look, isFinished: false, outcome: null, transcript: [] },
    });
  });

  it("F63: an answer leads on, and the end says what came of it", () => {
    expect(walkTree(TREE, [{ stepId: "look", answerId: "yes" }])).toMatchObject({
      value: { stepId: "solved", isFinished: true, outcome: "solved" },
    });
  });

  it("F63: the transcript holds each question with its answer and each piece of evidence with its value", () => {
    const value = "error 8524\nof the DSA";
    const walked = walkTree(TREE, [NO, { stepId: "output", value }]);
    expect(walked).toMatchObject({ value: { isFinished: true, outcome: "unsolved" } });
    expect(walked.ok && walked.value.transcript).toEqual([
      {
        step: "look",
        text: { en: "Does the light burn?", ro: "Does the light burn? (ro)" },
        commands: [{ shell: "powershell", text: "Get-Date" }],
        answer: { id: "no", label: { en: "No", ro: "No (ro)" } },
        label: null,
        value: null,
      },
      {
        step: "output",
        text: { en: "Please paste what the command says.", ro: "Please paste what the command says. (ro)" },
        commands: [],
        answer: null,
        label: { en: "Output", ro: "Output (ro)" },
        value,
      },
    ]);
  });

  it("F63: evidence that is optional may be left out; what is not may not", () => {
    const file = smallTree();
    file.steps.output.optional = true;
    const walked = walkTree(treeOf(file), [NO, { stepId: "output" }]);
    expect(walked.ok && walked.value.transcript.at(-1)?.value).toBeNull();
    expect(refusalsOf([NO, { stepId: "output" }])).toEqual(["INPUT_REQUIRED moves.1.value"]);
  });

  it.each<[string, readonly TreeMove[], readonly string[]]>([
    [
      "an answer that the question does not have",
      [{ stepId: "look", answerId: "maybe" }],
      ["INPUT_INVALID moves.0.answerId"],
    ],
    ["no answer", [{ stepId: "look" }], ["INPUT_INVALID moves.0.answerId"]],
    ["a value for a question", [{ ...NO, value: "lost" }], ["INPUT_INVALID moves.0.value"]],
    [
      "an answer for evidence",
      [NO, { stepId: "output", answerId: "yes", value: "x" }],
      ["INPUT_INVALID moves.1.answerId"],
    ],
    ["a step out of order", [{ stepId: "output", value: "x" }], ["INPUT_INVALID moves.0.stepId"]],
    ["a step twice", [NO, NO], ["INPUT_INVALID moves.1.stepId"]],
    ["a step that is nowhere", [{ stepId: "constructor", answerId: "no" }], ["INPUT_INVALID moves.0.stepId"]],
    [
      "a move after the end",
      [{ stepId: "look", answerId: "yes" }, { stepId: "solved" }],
      ["INPUT_INVALID moves.1.stepId"],
    ],
    ["a value too long", [NO, { stepId: "output", value: "x".repeat(4001) }], ["INPUT_TOO_LONG moves.1.value"]],
    ["a control character", [NO, { stepId: "output", value: "\u0000" }], ["INPUT_INVALID moves.1.value"]],
  ])("R61: %s is refused where it stands", (_name, moves, refusals) => {
    expect(refusalsOf(moves)).toEqual(refusals);
  });

  it("R61: evidence of one line has no line breaks and two hundred characters at most", () => {
    const file = smallTree();
    file.steps.output.multiline = false;
    const tree = treeOf(file);
    expect(refusalsOf([NO, { stepId: "output", value: "x".repeat(200) }], tree)).toEqual([]);
    expect(refusalsOf([NO, { stepId: "output", value: "x".repeat(201) }], tree)).toEqual([
      "INPUT_TOO_LONG moves.1.value",
    ]);
    expect(refusalsOf([NO, { stepId: "output", value: "a\nb" }], tree)).toEqual(["INPUT_INVALID moves.1.value"]);
  });
});

const both = (text: string) => ({ en: text, ro: `${text} (ro)` });
/** A valid tree: each step's first answer leads to the next step, the others anywhere further on. */
const trees = fc
  .array(fc.record({ isEvidence: fc.boolean(), jumps: fc.array(fc.nat(20), { maxLength: 4 }) }), { maxLength: 12 })
  .map((drawn) => {
    const names = [...drawn.map((_, at) => `s${at}`), "fork", "solved", "unsolved"];
    const question = (id: string, nexts: readonly string[]) => ({
      kind: "question" as const,
      text: both(id),
      answers: nexts.map((next, at) => ({ id: `a${at}`, label: both(`a${at}`), next })),
    });
    const steps = drawn.map(({ isEvidence, jumps }, at) => {
      const id = `s${at}`;
      const further = names.slice(at + 1);
      const next = further[0] ?? "fork";
      if (isEvidence) return [id, { kind: "evidence" as const, text: both(id), label: both("Output"), next }] as const;
      const others = [0, ...jumps].map((jump) => further[jump % further.length] ?? next);
      return [id, question(id, [next, ...others])] as const;
    });
    return {
      ...smallTree(),
      start: names[0] ?? "fork",
      steps: {
        ...Object.fromEntries(steps),
        fork: question("fork", ["solved", "unsolved"]),
        solved: { kind: "end" as const, outcome: "solved" as const, text: both("It works.") },
        unsolved: { kind: "end" as const, outcome: "unsolved" as const, text: both("It does not.") },
      },
    };
  });

/** What a person with these dice says at a step. */
const moveAt = (tree: DecisionTree, id: string, dice: number): TreeMove => {
  const step = stepOf(tree, id);
  if (step?.kind !== "question") return { stepId: id, value: `value ${dice}` };
  return { stepId: id, answerId: step.answers[dice % step.answers.length]?.id };
};

describe("any tree that is taken", () => {
  it("F63: a random walk ends, within the longest path, at an end of the tree, with everything said kept", () => {
    fc.assert(
      fc.property(trees, fc.infiniteStream(fc.nat(100)), (file, dice) => {
        const tree = treeOf(file);
        const moves: TreeMove[] = [];
        let walked = walkTree(tree, moves);
        while (walked.ok && !walked.value.isFinished) {
          expect(moves.length).toBeLessThan(TREE_LIMITS.path);
          moves.push(moveAt(tree, walked.value.stepId, Number(dice.next().value)));
          walked = walkTree(tree, moves);
        }
        if (!walked.ok) throw new Error("a walk by the answers of the tree was refused");
        const { stepId, outcome, transcript } = walked.value;
        expect(tree.steps[stepId]).toMatchObject({ kind: "end", outcome });
        expect(transcript.map(({ step, answer, value }) => ({ step, said: answer?.id ?? value }))).toEqual(
          moves.map(({ stepId, answerId, value }) => ({ step: stepId, said: answerId ?? value })),
        );
      }),
      { numRuns: 200, seed: 63 },
    );
  });

  it("F63: the same tree with one answer turned back is refused as a loop", () => {
    fc.assert(
      fc.property(trees, fc.nat(100), (file, drawn) => {
        const names = Object.keys(file.steps).filter((id) => id !== "solved" && id !== "unsolved");
        const back = names[drawn % names.length] ?? "fork";
        const fork = file.steps.fork;
        // Every step leads to the fork sooner or later, so an answer of the fork that leads back closes a circle.
        const answers = [...fork.answers, { id: "back", label: both("back"), next: back }];
        const judged = judgeTree({ ...file, steps: { ...file.steps, fork: { ...fork, answers } } });
        expect(judged.ok ? [] : judged.faults.map(({ code }) => code)).toContain("LOOP");
      }),
      { numRuns: 100, seed: 63 },
    );
  });
});
