/** What a request gathers beside its status: first answer, waiting, notice of closing, asked severity, rating (R90, F48, F49, F51). */
import type { EpochMs } from "../shared/calendar.js";
import { turnOf } from "./request-status.js";
import type { RequestStatus, Severity } from "./support-request.js";

/** A contact asks for another severity; support decides. */
export interface SeverityAsk {
  readonly severity: Severity;
  readonly reason: string;
  readonly at: EpochMs;
  readonly actorId: string | null;
}

export interface Rating {
  /** 1 (bad) to 5 (good). */
  readonly score: number;
  readonly comment: string | null;
  readonly at: EpochMs;
}

export interface RequestLife {
  /** The team it was routed to. */
  readonly teamId: string | null;
  /** When an engineer first wrote to the customer. */
  readonly firstRespondedAt: EpochMs | null;
  /** Since when nobody has done anything while the customer is to act; null while it is not the customer's turn. */
  readonly waitingSince: EpochMs | null;
  /** When the contacts were told that it will be closed. */
  readonly closingNoticeAt: EpochMs | null;
  readonly severityAsk: SeverityAsk | null;
  readonly rating: Rating | null;
}

/** Whether a request in this status is closed when the customer stays silent. */
export const waitsForCustomer = (status: RequestStatus): boolean => turnOf({ status }) === "CUSTOMER";

/** Whether the clock of the first answer stands still in this status (F67). */
export const isPausing = (status: RequestStatus): boolean => status === "WAITING_FOR_CUSTOMER";
