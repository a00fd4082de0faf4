/** A tree as the contract tells it: in one language, each step with all its fields. */
import type { DecisionTree, Language, TreeOutcome, TreeStep } from "@accord/domain";
import type { DialogueOutcome, DialogueShell, DialogueStepType, DialogueType } from "./dialogue.type.js";

const OUTCOMES: Readonly<Record<TreeOutcome, DialogueOutcome>> = { solved: "SOLVED", unsolved: "UNSOLVED" };
const SHELLS = { powershell: "POWERSHELL", cmd: "CMD", sql: "SQL", none: "NONE" } as const satisfies Record<
  string,
  DialogueShell
>;

export const outcomeOf = (outcome: TreeOutcome | null): DialogueOutcome | null =>
  outcome === null ? null : OUTCOMES[outcome];

export const tellDialogue = (tree: DecisionTree, language: Language): DialogueType => ({
  slug: tree.slug,
  version: tree.version,
  title: tree.title[language],
  articleId: tree.article,
  start: tree.start,
  steps: Object.entries(tree.steps).map(([id, step]) => tellStep(id, step, language)),
});

const tellStep = (id: string, step: TreeStep, language: Language): DialogueStepType => {
  const isEvidence = step.kind === "evidence";
  return {
    stepId: id,
    kind: step.kind === "question" ? "QUESTION" : isEvidence ? "EVIDENCE" : "END",
    text: step.text[language],
    commands: step.kind === "end" ? [] : step.commands.map(({ shell, text }) => ({ shell: SHELLS[shell], text })),
    answers:
      step.kind === "question"
        ? step.answers.map((answer) => ({ answerId: answer.id, label: answer.label[language], next: answer.next }))
        : [],
    label: isEvidence ? step.label[language] : null,
    isMultiline: isEvidence && step.multiline,
    isOptional: isEvidence && step.optional,
    next: isEvidence ? step.next : null,
    outcome: step.kind === "end" ? outcomeOf(step.outcome) : null,
  };
};
