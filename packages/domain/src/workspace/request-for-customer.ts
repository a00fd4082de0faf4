/** A request that support enters for a customer: judged like any other, but for the plan, which it may be without (V2; F52). */

import { decideSubmission, type SubmittedRequest } from "../request/decide-submission.js";
import type { SubmissionContext, SubmissionInput, SubmissionRefusalCode } from "../request/step-checks.js";
import { accept, type Result } from "../shared/result.js";

export type EnteredRequest = Omit<SubmittedRequest, "planId"> & { readonly planId: string | null };

/** Stands for the plan that nobody asks for. */
const NO_PLAN = "none";

export const decideForCustomer = (
  question: SubmissionContext & { readonly input: SubmissionInput },
): Result<EnteredRequest, SubmissionRefusalCode> => {
  if (question.input.planId !== null) return decideSubmission(question);
  const judged = { plan: { id: NO_PLAN }, unavailableBecause: [] };
  const decided = decideSubmission({ ...question, judged, input: { ...question.input, planId: NO_PLAN } });
  return decided.ok ? accept({ ...decided.value, planId: null }) : decided;
};
