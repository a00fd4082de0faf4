/** What Next, Edit and a change do to a draft; says which later steps an edit puts in question (R58, R59, E3, E4). */
import type { DraftContent, FlowStep } from "./draft.js";
import { FLOW_STEPS } from "./draft.js";
import { chooseSeverity } from "./severity.js";
import { type StepContext, stepProblems, stepStates } from "./steps.js";

export interface FlowState {
  readonly content: DraftContent;
  readonly openStep: FlowStep;
  /** Steps gone past before that the last action made wrong. */
  readonly invalidated: readonly FlowStep[];
  /** What the last action changed by itself, to be said (E4). */
  readonly notices: readonly FlowNotice[];
}

export type FlowNotice = "SUPPORT_24X7_CLEARED" | "TOPIC_CLEARED" | "PLAN_NO_LONGER_COVERS";

export type FlowAction =
  | { readonly type: "edit"; readonly step: FlowStep }
  | { readonly type: "next" }
  | { readonly type: "change"; readonly changes: Partial<Omit<DraftContent, "completedSteps">> }
  | { readonly type: "submitted" };

/** Where a stored draft opens: at its first step that is not done. */
export const openFlow = (content: DraftContent, context: StepContext): FlowState => {
  const states = stepStates(content, context);
  return {
    content,
    openStep: FLOW_STEPS.find((step) => states[step] === "CURRENT") ?? "PROBLEM",
    invalidated: [],
    notices: [],
  };
};

/** `context` describes the draft as it is after the action: a changed product comes with its own topic and judgement. */
export const advanceFlow = (state: FlowState, action: FlowAction, context: StepContext): FlowState => {
  const quiet: FlowState = { ...state, invalidated: [], notices: [] };
  switch (action.type) {
    case "edit":
      return canOpen(state, action.step, context) ? { ...quiet, openStep: action.step } : quiet;
    case "next":
      return goNext(quiet, context);
    case "change":
      return applyChange(quiet, action.changes, context);
    case "submitted":
      return { ...quiet, content: { ...state.content, completedSteps: [...FLOW_STEPS] }, openStep: "CONFIRMATION" };
  }
};

/** Any step gone past, and the first one that is not done; nothing can be edited after submitting. */
const canOpen = (state: FlowState, step: FlowStep, context: StepContext): boolean =>
  !state.content.completedSteps.includes("CONFIRMATION") &&
  stepStates(state.content, context, step)[step] === "CURRENT";

/** Review is left by submitting alone. A step with something missing stays open. */
const goNext = (state: FlowState, context: StepContext): FlowState => {
  const step = state.openStep;
  if (step === "REVIEW" || step === "CONFIRMATION" || stepProblems(state.content, context)[step].length > 0)
    return state;
  const content = { ...state.content, completedSteps: withStep(state.content.completedSteps, step) };
  return { ...openFlow(content, context) };
};

const withStep = (steps: readonly FlowStep[], step: FlowStep): readonly FlowStep[] =>
  FLOW_STEPS.filter((known) => known === step || steps.includes(known));

const applyChange = (state: FlowState, changes: Partial<DraftContent>, context: StepContext): FlowState => {
  const { content, notices } = settleChange(state.content, changes);
  const problems = stepProblems(content, context);
  const invalidated = content.completedSteps.filter(
    (step) => step !== state.openStep && step !== "CONFIRMATION" && problems[step].length > 0,
  );
  const isPlanLost = content.planId !== null && problems.PLAN.some((refusal) => refusal.code === "PLAN_UNAVAILABLE");
  // A change that breaks an earlier step takes a person who was merely at a later one back to it.
  const states = stepStates(content, context, state.openStep);
  const openStep = FLOW_STEPS.find((step) => states[step] === "CURRENT") ?? state.openStep;
  return { content, openStep, invalidated, notices: isPlanLost ? [...notices, "PLAN_NO_LONGER_COVERS"] : notices };
};

/**
 * Each list depends on the one before it (R60): another product clears version, category and problem, another category the problem,
 * and what was said to the virtual agent belongs to one problem. Answers stay: each form has its own, to be found again.
 * The plan and the severity stay: the plan is judged anew (E3). Lowering the severity clears the 24/7 flag (E4).
 */
export const settleChange = (
  before: DraftContent,
  changes: Partial<DraftContent>,
): { readonly content: DraftContent; readonly notices: readonly FlowNotice[] } => {
  const next = { ...before, ...changes };
  const isOtherProduct = "productId" in changes && changes.productId !== before.productId;
  const isOtherCategory = "categoryId" in changes && changes.categoryId !== before.categoryId;
  const version = isOtherProduct && !("productVersionId" in changes) ? null : next.productVersionId;
  const category = isOtherProduct && !("categoryId" in changes) ? null : next.categoryId;
  const problem = (isOtherProduct || isOtherCategory) && !("problemId" in changes) ? null : next.problemId;
  const isOtherProblem = problem !== before.problemId || isOtherProduct || category !== before.categoryId;
  const dialogueWalk = isOtherProblem && !("dialogueWalk" in changes) ? null : next.dialogueWalk;
  const choice = chooseSeverity({ severity: before.severity, support24x7: next.support24x7 }, next.severity);
  const isTopicCleared = before.categoryId !== null && category === null && isOtherProduct;
  return {
    content: {
      ...next,
      productVersionId: version,
      categoryId: category,
      problemId: problem,
      dialogueWalk,
      severity: choice.severity,
      support24x7: choice.support24x7,
    },
    notices: [
      ...(before.support24x7 && choice.isSupport24x7Cleared ? (["SUPPORT_24X7_CLEARED"] as const) : []),
      ...(isTopicCleared ? (["TOPIC_CLEARED"] as const) : []),
    ],
  };
};
