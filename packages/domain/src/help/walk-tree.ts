/** Walking a decision tree: where the answers of a person lead, and what they said on the way (R61, F63). */
import { accept, type Result, refuseAll } from "../shared/result.js";
import { checkText, invalid, type TextRefusalCode, type TextRule } from "../shared/text.js";
import {
  type DecisionTree,
  stepOf,
  TREE_LIMITS,
  type TreeAnswer,
  type TreeCommand,
  type TreeOutcome,
  type TreeStep,
  type TreeText,
} from "./decision-tree.js";

/** One thing a person did: the answer of a question, or the value of a piece of evidence. */
export interface TreeMove {
  readonly stepId: string;
  readonly answerId?: string | null | undefined;
  readonly value?: string | null | undefined;
}

/** What was asked and what was said. */
export interface TranscriptLine {
  readonly step: string;
  readonly text: TreeText;
  /** What the person was asked to run. */
  readonly commands: readonly TreeCommand[];
  /** Null for evidence. */
  readonly answer: Pick<TreeAnswer, "id" | "label"> | null;
  /** Evidence: what it is. Null for a question. */
  readonly label: TreeText | null;
  /** Null for a question, and for evidence left out. */
  readonly value: string | null;
}

export interface TreeWalk {
  readonly stepId: string;
  /** Where the person stands: to be answered, or the end. */
  readonly step: TreeStep;
  readonly isFinished: boolean;
  readonly outcome: TreeOutcome | null;
  readonly transcript: readonly TranscriptLine[];
}

/** Most characters of a piece of evidence: an output of some screens, or one line. Whole logs are attached as files. */
const VALUE_RULES = {
  multiline: { max: 4000, isMultiline: true },
  line: { max: 200, isMultiline: false },
} as const;

export const evidenceRule = (asked: { readonly multiline: boolean; readonly optional: boolean }): TextRule => ({
  ...VALUE_RULES[asked.multiline ? "multiline" : "line"],
  isRequired: !asked.optional,
});

/**
 * Where these moves lead. A browser may send anything: each move must belong to the step it comes to, name one of its
 * answers or give a value within its limits, and none may follow an end. `tree` is one that `judgeTree` took.
 */
export const walkTree = (
  tree: DecisionTree,
  moves: readonly TreeMove[],
  path: readonly string[] = ["moves"],
): Result<TreeWalk, TextRefusalCode> => {
  const transcript: TranscriptLine[] = [];
  let stepId = tree.start;
  for (const [place, move] of moves.slice(0, TREE_LIMITS.path).entries()) {
    const taken = take(stepId, knownStep(tree, stepId), move, [...path, String(place)]);
    if (!taken.ok) return taken;
    transcript.push(taken.value.line);
    stepId = taken.value.next;
  }
  // No path is that long, so the move beyond it belongs to no step.
  if (moves.length > TREE_LIMITS.path)
    return refuseAll([invalid([...path, String(TREE_LIMITS.path), "stepId"], "choice")]);
  const step = knownStep(tree, stepId);
  const outcome = step.kind === "end" ? step.outcome : null;
  return accept({ stepId, step, isFinished: outcome !== null, outcome, transcript });
};

interface Taken {
  readonly line: TranscriptLine;
  readonly next: string;
}

const take = (id: string, step: TreeStep, move: TreeMove, path: readonly string[]): Result<Taken, TextRefusalCode> => {
  if (move.stepId !== id || step.kind === "end") return refuseAll([invalid([...path, "stepId"], "choice")]);
  return step.kind === "question" ? answered(id, step, move, path) : given(id, step, move, path);
};

const answered = (
  id: string,
  { text, commands, answers }: TreeStep & { readonly kind: "question" },
  move: TreeMove,
  path: readonly string[],
): Result<Taken, TextRefusalCode> => {
  const chosen = answers.find((answer) => answer.id === move.answerId);
  if (chosen === undefined) return refuseAll([invalid([...path, "answerId"], "choice")]);
  // A value that no step asked for would be lost without a word.
  if (isSaid(move.value)) return refuseAll([invalid([...path, "value"], "text")]);
  const answer = { id: chosen.id, label: chosen.label };
  return accept({ line: { step: id, text, commands, answer, label: null, value: null }, next: chosen.next });
};

const given = (
  id: string,
  step: TreeStep & { readonly kind: "evidence" },
  move: TreeMove,
  path: readonly string[],
): Result<Taken, TextRefusalCode> => {
  if (isSaid(move.answerId)) return refuseAll([invalid([...path, "answerId"], "choice")]);
  const refusals = checkText(move.value, evidenceRule(step), [...path, "value"]);
  if (refusals.length > 0) return refuseAll(refusals);
  const value = isSaid(move.value) ? move.value : null;
  const { text, commands, label } = step;
  return accept({ line: { step: id, text, commands, answer: null, label, value }, next: step.next });
};

const isSaid = (value: string | null | undefined): value is string =>
  value !== undefined && value !== null && value !== "";

const knownStep = (tree: DecisionTree, id: string): TreeStep => {
  const step = stepOf(tree, id);
  if (step === undefined) throw new Error(`tree ${tree.slug} has no step ${id}`);
  return step;
};
