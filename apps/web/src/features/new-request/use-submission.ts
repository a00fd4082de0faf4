/** Submitting from the review: a confirmation leaves the flow, a refusal leads to its step with everything kept (R86, E1, E2). */
import type { FlowStep } from "@accord/domain";
import { useState } from "react";
import { useNavigate } from "react-router";
import { failureOf } from "../../lib/failure";
import type { FormProblem } from "../../ui/error-summary";
import type { DraftSession } from "./draft/draft-session";
import { draftPathOf, STEP_SLUGS, stepOfPath } from "./flow-rules";
import { problemOfWire } from "./problem-text";
import { type KeptConfirmation, keepConfirmation } from "./steps/confirmation/kept-confirmation";
import { type SubmitAnswer, useSubmit } from "./steps/review/use-submit";

interface Options {
  readonly draftId: string;
  readonly session: DraftSession;
  readonly onRefused: (step: FlowStep, problems: readonly FormProblem[]) => void;
  readonly judgeAgain: () => Promise<unknown>;
}

const STEP_OF_CODE: Readonly<Record<string, FlowStep>> = {
  PLAN_UNAVAILABLE: "PLAN",
  HANDLED_BY_OTHER_PORTAL: "PROBLEM",
  SUPPORT_24X7_NEEDS_CRITICAL: "PLAN",
  ATTACHMENT_NOT_READY: "PROBLEM",
  ATTACHMENT_REFUSED: "PROBLEM",
};

/** The step to go back to: the first refusal that names one; the review when none does. */
function stepOfAnswer({ refusals }: Extract<SubmitAnswer, { refusals: unknown }>): FlowStep {
  for (const { code, path } of refusals) {
    const step = stepOfPath(draftPathOf(path)) ?? STEP_OF_CODE[code];
    if (step) return step;
  }
  return "REVIEW";
}

export function useSubmission({ draftId, session, onRefused, judgeAgain }: Options) {
  const navigate = useNavigate();
  const { submit, isSubmitting } = useSubmit(draftId);
  const [failure, setFailure] = useState<unknown>(null);

  const leave = async (kept: KeptConfirmation): Promise<void> => {
    session.finish();
    keepConfirmation(sessionStorage, draftId, kept);
    await navigate(`/requests/new/${draftId}/${STEP_SLUGS.CONFIRMATION}`, { replace: true, state: kept });
  };
  const send = async (): Promise<void> => {
    setFailure(null);
    try {
      await session.flush();
      const { content } = session.snapshot();
      const answer = await submit(content);
      if (!answer) return;
      if ("confirmation" in answer)
        return await leave({ confirmation: answer.confirmation, timeZone: content.timeZone });
      await judgeAgain().catch(() => undefined);
      onRefused(stepOfAnswer(answer), answer.refusals.map(problemOfWire));
    } catch (error) {
      setFailure(error);
      // The plan may have been removed meanwhile: judged anew, its step opens by itself.
      if (failureOf(error).code === "NOT_FOUND") await judgeAgain().catch(() => undefined);
    }
  };
  return {
    send,
    isSubmitting,
    failure,
    /** The draft was submitted before, perhaps from another window with other words. */
    isSubmittedBefore: failure !== null && failureOf(failure).code === "IDEMPOTENCY_KEY_REUSED",
  };
}
