/** Submitting from the review: a confirmation leaves the flow, a refusal leads to its step with everything kept (R86, E1, E2). */

import type { FlowStep } from "@accord/domain";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { askAgain } from "../../lib/ask-again";
import { KEEPS_PAGE } from "../../lib/client";
import { useCommand } from "../../lib/commands/use-command";
import { failureOf } from "../../lib/failure";
import type { UserErrorFields } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import type { FormProblem } from "../../ui/error-summary";
import type { DraftSession } from "./draft/draft-session";
import { draftPathOf, STEP_SLUGS, stepOfPath } from "./flow-rules";
import { entryIndex, goBackTo } from "./leave-flow";
import { problemOfWire } from "./problem-text";
import { keepConfirmation } from "./steps/confirmation/kept-confirmation";
import type { AskedQuestions } from "./steps/problem/questions/use-asked-form";
import { SubmitRequestDocument } from "./steps/review/submit.generated";
import { submitInput } from "./steps/review/submit-input";

interface Options {
  readonly draftId: string;
  readonly session: DraftSession;
  readonly onRefused: (step: FlowStep, problems: readonly FormProblem[]) => void;
  readonly judgeAgain: () => Promise<unknown>;
  readonly questions: AskedQuestions;
}

const STEP_OF_CODE: Readonly<Record<string, FlowStep>> = {
  PLAN_UNAVAILABLE: "PLAN",
  HANDLED_BY_OTHER_PORTAL: "PROBLEM",
  SUPPORT_24X7_NEEDS_CRITICAL: "PLAN",
  ATTACHMENT_NOT_READY: "PROBLEM",
  ATTACHMENT_REFUSED: "PROBLEM",
};

/** The step to go back to: the first refusal that names one; the review when none does. */
function stepOfRefusals(refusals: readonly UserErrorFields[]): FlowStep {
  for (const { code, path } of refusals) {
    const step = stepOfPath(draftPathOf(path ?? null)) ?? STEP_OF_CODE[code];
    if (step) return step;
  }
  return "REVIEW";
}

export function useSubmission({ draftId, session, onRefused, judgeAgain, questions }: Options) {
  const navigate = useNavigate();
  const accountId = useViewer().account.id;
  // What is judged anew only makes the steps more exact; without an answer they stay as they are.
  const tryToJudge = () => askAgain(judgeAgain);
  const [firstEntry] = useState(entryIndex);
  const command = useCommand(SubmitRequestDocument, {
    context: KEEPS_PAGE,
    // The confirmation is a page of its own.
    done: null,
    onDone: async ({ confirmation }) => {
      if (confirmation === null) return;
      const kept = { accountId, confirmation, timeZone: session.snapshot().content.timeZone };
      session.finish();
      keepConfirmation(draftId, kept);
      await goBackTo(firstEntry);
      await navigate(`/requests/new/${draftId}/${STEP_SLUGS.CONFIRMATION}`, { replace: true, state: kept });
    },
    onRefused: async ({ userErrors }) => {
      // What is asked may have moved on while the draft was open.
      await Promise.all([tryToJudge(), questions.askAgain()]);
      onRefused(stepOfRefusals(userErrors), userErrors.map(problemOfWire));
    },
    onFailed: async (error) => {
      // The plan may have been removed meanwhile: judged anew, its step opens by itself.
      if (failureOf(error).code === "NOT_FOUND") await tryToJudge();
    },
  });
  const isTaken = useRef(false);
  const send = async (): Promise<void> => {
    // A second press finds the first under way, or taken while its page is still here.
    if (isTaken.current) return;
    isTaken.current = true;
    try {
      await session.flush();
      const form = questions.form === undefined ? await questions.askAgain() : questions.form;
      const answer = await command.send({ input: submitInput(draftId, session.snapshot().content, form ?? null) });
      isTaken.current = answer !== null;
    } catch (error) {
      isTaken.current = false;
      throw error;
    }
  };
  const { failure } = command;
  return {
    send,
    isSubmitting: command.isBusy,
    failure,
    /** The draft was submitted before, perhaps from another window with other words. */
    isSubmittedBefore: failure !== null && failureOf(failure).code === "IDEMPOTENCY_KEY_REUSED",
  };
}
