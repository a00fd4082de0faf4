/** What a person has typed so far in the six steps; everything may be missing (F32). A draft is not a request. */
import type { ContactMethod } from "../account/account.js";
import type { DialogueWalk } from "../help/dialogue-walk.js";
import type { DraftAnswers } from "../help/draft-answers.js";
import type { EpochMs } from "../shared/calendar.js";
import type { Severity } from "./support-request.js";

export const FLOW_STEPS = ["PROBLEM", "PLAN", "PRIMARY_CONTACT", "SHARING", "REVIEW", "CONFIRMATION"] as const;
export type FlowStep = (typeof FLOW_STEPS)[number];

export interface ContactDetails {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly preferredContactMethod: ContactMethod;
  /** The submitter's own entry: it binds to the account that submits. */
  readonly isSelf: boolean;
}

export interface DraftContent {
  readonly productId: string | null;
  readonly productVersionId: string | null;
  readonly categoryId: string | null;
  readonly problemId: string | null;
  readonly title: string;
  readonly description: string;
  readonly planId: string | null;
  readonly severity: Severity | null;
  readonly support24x7: boolean;
  readonly country: string | null;
  readonly timeZone: string | null;
  readonly primaryContact: ContactDetails | null;
  readonly additionalContacts: readonly ContactDetails[];
  /** What was said to the virtual agent about the chosen problem. */
  readonly dialogueWalk: DialogueWalk | null;
  /** What was answered to questions about problems, the chosen one and those that were chosen before. */
  readonly answers: readonly DraftAnswers[];
  /** The furthest step the person went past with Next. */
  readonly completedSteps: readonly FlowStep[];
}

export interface RequestDraft {
  /** `drf_…` */
  readonly id: string;
  readonly accountId: string;
  readonly content: DraftContent;
  /** Raised by one on each save; a save names the revision it saw (CHANGED_MEANWHILE). */
  readonly revision: number;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
  readonly expiresAt: EpochMs;
}

export const EMPTY_DRAFT: DraftContent = {
  productId: null,
  productVersionId: null,
  categoryId: null,
  problemId: null,
  title: "",
  description: "",
  planId: null,
  severity: null,
  support24x7: false,
  country: null,
  timeZone: null,
  primaryContact: null,
  additionalContacts: [],
  dialogueWalk: null,
  answers: [],
  completedSteps: [],
};

/** A stored draft as it is now: what an earlier version of the program did not keep is empty. */
export const completeDraft = (stored: Partial<DraftContent>): DraftContent => ({ ...EMPTY_DRAFT, ...stored });
