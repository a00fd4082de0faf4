/** A decision tree: the questions an experienced engineer would ask about one problem, as a file says them (R61, F63). */
import { hasForbiddenCharacters, lengthOf } from "../shared/text.js";
import { z } from "../shared/validation.js";

export const TREE_LIMITS = {
  title: 120,
  text: 1500,
  label: 120,
  command: 1000,
  commands: 6,
  answers: 6,
  steps: 40,
  problems: 10,
  /** Steps along one path, its end among them: more than this and a person is better served by an engineer. */
  path: 14,
} as const;

export const SHELLS = ["powershell", "cmd", "sql", "none"] as const;
export const TREE_OUTCOMES = ["solved", "unsolved"] as const;
export type TreeOutcome = (typeof TREE_OUTCOMES)[number];

// The message of a check is the code of a fault (tree-faults.ts).
const slug = z.string().regex(/^[a-z0-9-]{1,100}$/, "BAD_ID");
const textOf = (max: number, isMultiline: boolean) =>
  z.string().superRefine((text, context) => {
    if (text.trim() === "") context.addIssue({ code: "custom", message: "EMPTY" });
    else if (lengthOf(text) > max) context.addIssue({ code: "custom", message: "TOO_LONG", params: { max } });
    else if (hasForbiddenCharacters(text, isMultiline)) context.addIssue({ code: "custom", message: "CHARACTERS" });
  });
/** Romanian has a comma below its letters; the cedilla is Turkish. */
const romanianOf = (max: number, isMultiline: boolean) =>
  textOf(max, isMultiline).refine((text) => !/[şţŞŢ]/.test(text), "CEDILLA");
const bothLanguages = (max: number, isMultiline = false) =>
  z.strictObject({ en: textOf(max, isMultiline), ro: romanianOf(max, isMultiline) });

const text = bothLanguages(TREE_LIMITS.text, true);
const label = bothLanguages(TREE_LIMITS.label);
const command = z.strictObject({ shell: z.enum(SHELLS), text: textOf(TREE_LIMITS.command, true) });
const commands = z.array(command).max(TREE_LIMITS.commands).default([]);
const answer = z.strictObject({ id: slug, label, next: slug });

const question = z.strictObject({
  kind: z.literal("question"),
  text,
  commands,
  answers: z.array(answer).max(TREE_LIMITS.answers),
});
const evidence = z.strictObject({
  kind: z.literal("evidence"),
  text,
  commands,
  label,
  multiline: z.boolean().default(false),
  optional: z.boolean().default(false),
  next: slug,
});
const end = z.strictObject({ kind: z.literal("end"), outcome: z.enum(TREE_OUTCOMES), text });
const step = z.discriminatedUnion("kind", [question, evidence, end]);

export const TREE_SHAPE = z.strictObject({
  slug,
  /** Grows with every change: a walk belongs to one version. */
  version: z.number().int().min(1).max(1_000_000),
  family: slug,
  problems: z
    .array(z.strictObject({ category: slug, problem: slug }))
    .min(1)
    .max(TREE_LIMITS.problems),
  article: slug,
  title: bothLanguages(TREE_LIMITS.title),
  start: slug,
  steps: z.record(slug, step),
});

export type DecisionTree = z.output<typeof TREE_SHAPE>;
export type TreeStep = z.output<typeof step>;
export type TreeCommand = z.output<typeof command>;
export type TreeAnswer = z.output<typeof answer>;
export type TreeText = z.output<typeof text>;

/** A step by its name, never something every object has (`constructor`). */
export const stepOf = (tree: DecisionTree, id: string): TreeStep | undefined =>
  Object.hasOwn(tree.steps, id) ? tree.steps[id] : undefined;

export interface TreeEdge {
  readonly path: readonly (string | number)[];
  readonly to: string;
}

/** Where a step leads, with the place in the file that says so. */
export const edgesOf = (id: string, from: TreeStep): readonly TreeEdge[] => {
  if (from.kind === "end") return [];
  if (from.kind === "evidence") return [{ path: ["steps", id, "next"], to: from.next }];
  return from.answers.map(({ next }, place) => ({ path: ["steps", id, "answers", place, "next"], to: next }));
};
