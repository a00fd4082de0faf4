/** What a person said to the virtual agent: kept in the draft, judged by the tree, read first by the engineer (R61, F63). */
import type { Language } from "../account/account.js";
import { accept, type Result, refuseAll } from "../shared/result.js";
import { checkText, type InputRefusal, invalid, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import { type DecisionTree, TREE_LIMITS, type TreeOutcome, type TreeText } from "./decision-tree.js";
import { type TranscriptLine, type TreeMove, walkTree } from "./walk-tree.js";

export interface DialogueWalk {
  readonly treeSlug: string;
  readonly version: number;
  /** May stop anywhere: the dialogue can be left at any step. */
  readonly steps: readonly TreeMove[];
}

/** As it was asked, in both languages: what a later version of the tree says changes nothing. */
export interface DialogueTranscript {
  readonly title: TreeText;
  /** Null: left before an end. */
  readonly outcome: TreeOutcome | null;
  readonly lines: readonly TranscriptLine[];
}

/** A walk that fits its tree, with what it says. */
export interface Walked {
  readonly walk: DialogueWalk;
  readonly transcript: DialogueTranscript;
}

/** The dialogue about a problem; null where there is none. */
export const treeFor = (
  trees: readonly DecisionTree[],
  family: string,
  category: string,
  problem: string,
): DecisionTree | null =>
  trees.find(
    (tree) =>
      tree.family === family && tree.problems.some((one) => one.category === category && one.problem === problem),
  ) ?? null;

/** What a submission may keep of a walk; `tree` is the one of its problem. Null: nothing was said. */
export const decideWalk = (
  tree: DecisionTree | null,
  walk: DialogueWalk | null,
  path: readonly string[],
): Result<Walked | null, TextRefusalCode> => {
  if (walk === null || walk.steps.length === 0) return accept(null);
  if (tree === null || tree.slug !== walk.treeSlug) return refuseAll([invalid([...path, "treeSlug"], "choice")]);
  // The same answer may mean something else in another version.
  if (tree.version !== walk.version) return refuseAll([invalid([...path, "version"], "choice")]);
  const walked = walkTree(tree, walk.steps, [...path, "steps"]);
  if (!walked.ok) return walked;
  const { outcome, transcript: lines } = walked.value;
  return accept({ walk, transcript: { title: tree.title, outcome, lines } });
};

const NAME = { max: 100, isRequired: false, isMultiline: false } as const;
const TYPED = { ...TEXT_RULES.description, isRequired: false } as const;

/** A draft keeps what was said, right or wrong, as long as it can be stored; whether it fits its tree is judged when it is sent. */
export const checkKeptWalk = ({ treeSlug, steps }: DialogueWalk, path: readonly string[]): readonly InputRefusal[] =>
  steps.length > TREE_LIMITS.path
    ? [invalid([...path, "steps"], "choice")]
    : [
        ...checkText(treeSlug, NAME, [...path, "treeSlug"]),
        ...steps.flatMap(({ stepId, answerId, value }, place) => {
          const at = [...path, "steps", String(place)];
          return [
            ...checkText(stepId, NAME, [...at, "stepId"]),
            ...checkText(answerId, NAME, [...at, "answerId"]),
            ...checkText(value, TYPED, [...at, "value"]),
          ];
        }),
      ];

export interface ToldTranscript {
  readonly title: string;
  readonly outcome: TreeOutcome | null;
  readonly lines: readonly {
    readonly question: string;
    readonly commands: readonly string[];
    /** Null: evidence that was left out. */
    readonly answer: string | null;
  }[];
}

/** The transcript as its reader understands it; evidence stays as it was pasted. */
export const tellTranscript = ({ title, outcome, lines }: DialogueTranscript, language: Language): ToldTranscript => ({
  title: title[language],
  outcome,
  lines: lines.map(({ text, commands, answer, value }) => ({
    question: text[language],
    commands: commands.map((command) => command.text),
    answer: answer === null ? value : answer.label[language],
  })),
});
