/** Splitting a request: an incident is one problem that cannot be split; each part is one of its own, after the customer agrees (S1, S8, F55). */

import { isOpen } from "../request/request-status.js";
import type { SupportRequest } from "../request/support-request.js";
import type { EpochMs } from "../shared/calendar.js";
import { accept, type Result, refuse, refuseAll } from "../shared/result.js";
import { checkText, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";

export const SPLIT_STATES = ["PROPOSED", "ACCEPTED", "DECLINED"] as const;
export type SplitState = (typeof SPLIT_STATES)[number];

export interface SplitProposal {
  /** `spl_…` */
  readonly id: string;
  readonly requestId: string;
  readonly title: string;
  readonly description: string;
  readonly state: SplitState;
  readonly proposedBy: string;
  readonly proposedAt: EpochMs;
  readonly decidedBy: string | null;
  readonly decidedAt: EpochMs | null;
  /** The request it led to. */
  readonly newRequestId: string | null;
}

/** A proposal for an open request; one at a time. */
export const decideProposal = (
  request: Pick<SupportRequest, "status">,
  proposals: readonly Pick<SplitProposal, "state">[],
  text: { readonly title: string; readonly description: string },
): Result<
  { readonly title: string; readonly description: string },
  TextRefusalCode | "REQUEST_CLOSED" | "CHANGED_MEANWHILE"
> => {
  if (!isOpen(request)) return refuse("REQUEST_CLOSED");
  if (proposals.some(({ state }) => state === "PROPOSED")) return refuse("CHANGED_MEANWHILE");
  const refusals = [
    ...checkText(text.title, TEXT_RULES.title, ["title"]),
    ...checkText(text.description, TEXT_RULES.description, ["description"]),
  ];
  return refusals.length > 0 ? refuseAll(refusals) : accept({ title: text.title, description: text.description });
};

/** The customer's answer; a closed request can only be declined for. */
export const decideSplitAnswer = (
  request: Pick<SupportRequest, "status">,
  proposal: Pick<SplitProposal, "state">,
  isAccepted: boolean,
): Result<"ACCEPTED" | "DECLINED", "REQUEST_CLOSED" | "CHANGED_MEANWHILE"> => {
  if (proposal.state !== "PROPOSED") return refuse("CHANGED_MEANWHILE");
  if (isAccepted && !isOpen(request)) return refuse("REQUEST_CLOSED");
  return accept(isAccepted ? "ACCEPTED" : "DECLINED");
};
