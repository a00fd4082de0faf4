/** The six steps as states of a draft: pure, so that the page, the API and the tests agree (R32-R34, R58, R59, R62, R85, F31). */
import { type AskedForm, checkDraftAnswers } from "../help/draft-answers.js";
import type { DraftContent, FlowStep } from "./draft.js";
import { FLOW_STEPS } from "./draft.js";
import {
  checkPlan,
  checkPrimaryContact,
  checkProblem,
  checkSharing,
  type SubmissionContext,
  type SubmissionRefusal,
} from "./step-checks.js";

export const STEP_STATES = ["LOCKED", "CURRENT", "DONE", "INVALID"] as const;
/** LOCKED: not reached; CURRENT: open; DONE: gone past and still right; INVALID: gone past, but no longer right. */
export type StepState = (typeof STEP_STATES)[number];

/** A draft is judged with what is asked about its problem. Null: nothing is, or it is not known yet. */
export interface StepContext extends SubmissionContext {
  readonly form: AskedForm | null;
}

/** What stands between each step and being done. Review has what the steps before it lack. */
export const stepProblems = (
  draft: DraftContent,
  context: StepContext,
): Record<FlowStep, readonly SubmissionRefusal[]> => {
  const before = {
    PROBLEM: [...checkProblem(draft, context), ...checkDraftAnswers(context.form, draft.answers)],
    PLAN: checkPlan(draft, context),
    PRIMARY_CONTACT: checkPrimaryContact(draft),
    SHARING: checkSharing(draft),
  };
  return { ...before, REVIEW: Object.values(before).flat(), CONFIRMATION: [] };
};

/**
 * The state of each step. `openStep` is the one the person opened with Edit; without it the first step that is not done is open.
 * A step behind the first unfinished one is locked unless it was gone past before. What was submitted is edited no more.
 */
export const stepStates = (
  draft: DraftContent,
  context: StepContext,
  openStep: FlowStep | null = null,
): Record<FlowStep, StepState> => {
  const problems = stepProblems(draft, context);
  const isPast = (step: FlowStep): boolean => draft.completedSteps.includes(step);
  const isDone = (step: FlowStep): boolean => isPast(step) && (step === "CONFIRMATION" || problems[step].length === 0);
  const first = FLOW_STEPS.find((step) => !isDone(step)) ?? "CONFIRMATION";
  const mayOpen = (step: FlowStep): boolean => step === first || (isPast(step) && !isPast("CONFIRMATION"));
  const open = openStep !== null && mayOpen(openStep) ? openStep : first;
  const stateOf = (step: FlowStep): StepState => {
    if (step === open) return "CURRENT";
    if (isPast(step)) return isDone(step) ? "DONE" : "INVALID";
    return "LOCKED";
  };
  return {
    PROBLEM: stateOf("PROBLEM"),
    PLAN: stateOf("PLAN"),
    PRIMARY_CONTACT: stateOf("PRIMARY_CONTACT"),
    SHARING: stateOf("SHARING"),
    REVIEW: stateOf("REVIEW"),
    CONFIRMATION: stateOf("CONFIRMATION"),
  };
};
