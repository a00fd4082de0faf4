/** Whether a file is a decision tree that a person can follow to an end, whatever they answer (R61, F63). */
import type { z } from "../shared/validation.js";
import { type DecisionTree, edgesOf, stepOf, TREE_LIMITS, TREE_SHAPE, type TreeStep } from "./decision-tree.js";
import type { TreeFault, TreeFaultCode } from "./tree-faults.js";

export type TreeJudgement =
  | { readonly ok: true; readonly tree: DecisionTree }
  | { readonly ok: false; readonly faults: readonly TreeFault[] };

/** The tree, or everything that is wrong with it, each with its place in the file. */
export const judgeTree = (value: unknown): TreeJudgement => {
  const parsed = TREE_SHAPE.safeParse(value);
  const faults = parsed.success
    ? [...faultsOfWords(parsed.data), ...faultsOfSteps(parsed.data)]
    : parsed.error.issues.flatMap((issue) => faultsOfForm(issue, value));
  return parsed.success && faults.length === 0 ? { ok: true, tree: parsed.data } : { ok: false, faults };
};

const fault = (code: TreeFaultCode, path: TreeFault["path"], params: TreeFault["params"] = {}): TreeFault => ({
  code,
  path,
  params,
});

const OWN_CODES: ReadonlySet<string> = new Set<TreeFaultCode>(["BAD_ID", "EMPTY", "TOO_LONG", "CHARACTERS", "CEDILLA"]);
const isOwnCode = (code: string): code is TreeFaultCode => OWN_CODES.has(code);

const faultsOfForm = (issue: z.core.$ZodIssue, value: unknown): TreeFault[] => {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => fault("UNKNOWN_NAME", [...path, key]));
  if (issue.code === "invalid_key") return [fault("BAD_ID", path)];
  if (path.length > 0 && valueAt(value, path) === undefined) return [fault("MISSING", path)];
  if (issue.code === "too_big" && issue.origin === "array")
    return [fault("TOO_MANY", path, { max: Number(issue.maximum) })];
  if (issue.code === "custom" && isOwnCode(issue.message)) return [fault(issue.message, path, maxOf(issue.params))];
  return [fault(isOwnCode(issue.message) ? issue.message : "WRONG_FORM", path)];
};

const maxOf = (params: Readonly<Record<string, unknown>> | undefined): TreeFault["params"] =>
  typeof params?.max === "number" ? { max: params.max } : {};

const valueAt = (value: unknown, path: TreeFault["path"]): unknown =>
  path.reduce<unknown>(
    (found, step) =>
      typeof found === "object" && found !== null && Object.hasOwn(found, step)
        ? (found as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );

const faultsOfWords = (tree: DecisionTree): TreeFault[] => {
  const sentences: [TreeFault["path"], { readonly en: string; readonly ro: string }][] = [
    [["title"], tree.title],
    ...Object.entries(tree.steps).map(([id, { text }]): [TreeFault["path"], typeof text] => [
      ["steps", id, "text"],
      text,
    ]),
  ];
  return [
    ...sentences.flatMap(([path, { en, ro }]) => (en === ro ? [fault("NOT_TRANSLATED", path)] : [])),
    ...secondOf(tree.problems, ({ category, problem }) => `${category}/${problem}`).map(([place, { problem }]) =>
      fault("PROBLEM_TWICE", ["problems", place], { problem }),
    ),
    ...Object.entries(tree.steps).flatMap(([id, step]) => (step.kind === "question" ? faultsOfAnswers(id, step) : [])),
  ];
};

const faultsOfAnswers = (id: string, { answers }: TreeStep & { readonly kind: "question" }): TreeFault[] => [
  ...(answers.length === 0 ? [fault("DEAD_END", ["steps", id])] : []),
  ...(answers.length === 1 ? [fault("ONE_ANSWER", ["steps", id, "answers"])] : []),
  ...secondOf(answers, (answer) => answer.id).map(([place, answer]) =>
    fault("ANSWER_TWICE", ["steps", id, "answers", place, "id"], { id: answer.id }),
  ),
];

/** Entries whose key stood before, with their place. */
const secondOf = <Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): [number, Entry][] => {
  const keys = entries.map(keyOf);
  return [...entries.entries()].filter(([place]) => keys.indexOf(keys[place] ?? "") < place);
};

const faultsOfSteps = (tree: DecisionTree): TreeFault[] => {
  const steps = Object.entries(tree.steps);
  const ends = steps.flatMap(([, step]) => (step.kind === "end" ? [step.outcome] : []));
  return [
    ...(steps.length > TREE_LIMITS.steps ? [fault("TOO_MANY", ["steps"], { max: TREE_LIMITS.steps })] : []),
    ...(stepOf(tree, tree.start) ? [] : [fault("NO_SUCH_STEP", ["start"], { to: tree.start })]),
    ...steps
      .flatMap(([id, step]) => edgesOf(id, step))
      .flatMap(({ path, to }) => (stepOf(tree, to) ? [] : [fault("NO_SUCH_STEP", path, { to })])),
    ...(ends.includes("solved") ? [] : [fault("NO_SOLVED_END", [])]),
    ...(ends.includes("unsolved") ? [] : [fault("NO_UNSOLVED_END", [])]),
    ...faultsOfPaths(tree),
  ];
};

/** Follows every answer from the start, and from what the start does not reach, so that a loop there is told too. */
const faultsOfPaths = (tree: DecisionTree): TreeFault[] => {
  const loops: TreeFault[] = [];
  const trail = new Set<string>();
  /** Steps left behind, each before all that lead to it. */
  const done = new Set<string>();
  const visit = (id: string): void => {
    const step = stepOf(tree, id);
    if (step === undefined || done.has(id)) return;
    trail.add(id);
    for (const { path, to } of edgesOf(id, step))
      if (trail.has(to)) loops.push(fault("LOOP", path, { to }));
      else visit(to);
    trail.delete(id);
    done.add(id);
  };
  visit(tree.start);
  const reached = new Set(done);
  const unreachable = Object.keys(tree.steps).filter((id) => !reached.has(id));
  for (const id of unreachable) visit(id);
  return [
    ...loops,
    ...unreachable.map((id) => fault("UNREACHABLE", ["steps", id])),
    ...(loops.length > 0 ? [] : tooFar(tree, [...reached].reverse())),
  ];
};

/** Steps that stand one place beyond the longest path allowed; `inOrder` has each step before those it leads to. */
const tooFar = (tree: DecisionTree, inOrder: readonly string[]): TreeFault[] => {
  const places = new Map([[tree.start, 1]]);
  for (const id of inOrder) {
    const step = stepOf(tree, id);
    const place = (places.get(id) ?? 1) + 1;
    for (const { to } of step ? edgesOf(id, step) : []) places.set(to, Math.max(places.get(to) ?? 1, place));
  }
  return [...places].flatMap(([id, place]) =>
    place === TREE_LIMITS.path + 1 ? [fault("PATH_TOO_LONG", ["steps", id], { max: TREE_LIMITS.path })] : [],
  );
};
