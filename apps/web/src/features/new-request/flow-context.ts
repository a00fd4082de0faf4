/** What every step of the flow may read and do: the draft, the person, the catalogue facts, and how to move. */
import type { DraftContent, FlowStep } from "@accord/domain";
import { createContext, use } from "react";
import type { FlowStartQuery } from "./new-request-page.generated";
import type { PlansForVersionQuery } from "./steps/plan/form.generated";
import type { ChosenProductQuery } from "./steps/problem/form.generated";
import type { AskedQuestions } from "./steps/problem/questions/use-asked-form";

export interface Flow {
  readonly draftId: string;
  readonly content: DraftContent;
  readonly change: (patch: Partial<DraftContent>) => void;
  readonly start: FlowStartQuery;
  /** The chosen product, once loaded. */
  readonly product: ChosenProductQuery["product"] | undefined;
  /** This account's plans judged for the chosen version, once loaded. */
  readonly plans: PlansForVersionQuery | undefined;
  /** False while `plans` are still those of the version chosen before. */
  readonly isJudged: boolean;
  readonly plansError: unknown;
  /** What is asked about the chosen problem. */
  readonly questions: AskedQuestions;
  /** Judges the plans anew and returns them. */
  readonly judgeAgain: () => Promise<PlansForVersionQuery | undefined>;
  /** The server's clock as last heard of, ISO instant. */
  readonly now: string;
  /** True when the submitter will see the request (R88, E8). */
  readonly isSubmitterContact: boolean;
  /** Sentence of the problem at a field of the open step, by its element id. */
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly goTo: (step: FlowStep) => void;
  /** Says something in the live region. */
  readonly announce: (text: string) => void;
  /** Sends what is not saved yet. */
  readonly saveNow: () => Promise<void>;
  /** The draft is gone on purpose: nothing is saved any more. */
  readonly finish: () => void;
}

export const FlowContext = createContext<Flow | null>(null);

/** The flow around this component; a step is never drawn outside of one. */
export function useFlow(): Flow {
  const flow = use(FlowContext);
  if (!flow) throw new Error("A step of the flow needs its FlowContext.");
  return flow;
}

/** Element id of the field at a path of the draft: `["primaryContact", "email"]` → `flow-primaryContact-email`. */
export const fieldIdOf = (path: readonly string[]): string => `flow-${path.join("-")}`;
