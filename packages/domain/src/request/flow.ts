/** What Next and a change do to a draft, and which of its steps is open (R58, R59, E3, E4). */
import type { DraftContent, FlowStep } from "./draft.js";
import { FLOW_STEPS } from "./draft.js";
import { chooseSeverity } from "./severity.js";
import { type StepContext, type StepState, stepProblems } from "./steps.js";

/** What a change changed by itself, to be said (E4, R60). */
export type FlowNotice = "SUPPORT_24X7_CLEARED" | "TOPIC_CLEARED";

/** The step that stands open; one always does. */
export const findOpenStep = (states: Readonly<Record<FlowStep, StepState>>): FlowStep =>
  FLOW_STEPS.find((step) => states[step] === "CURRENT") ?? "PROBLEM";

/** The draft once `step` was gone past by Next; the same where something is missing. Review is left by submitting alone. */
export const completeStep = (content: DraftContent, step: FlowStep, context: StepContext): DraftContent => {
  if (step === "REVIEW" || step === "CONFIRMATION" || stepProblems(content, context)[step].length > 0) return content;
  const done = FLOW_STEPS.filter((known) => known === step || content.completedSteps.includes(known));
  return { ...content, completedSteps: done };
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
