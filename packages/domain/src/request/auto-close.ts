/** Closing what nobody answers: seven days after the last word of either side, told of on day five (F48). */

import type { EpochMs } from "../shared/calendar.js";
import { DAY } from "../shared/durations.js";
import type { RequestLife } from "./request-life.js";
import type { ClosedReason, RequestStatus, SupportRequest } from "./support-request.js";

/** Days without a word after which a request that waits for the customer is closed. */
export const SILENT_DAYS = 7;
/** Day on which the contacts are told. */
export const NOTICE_DAY = 5;

type Waiting = Pick<SupportRequest, "status"> & Pick<RequestLife, "waitingSince" | "closingNoticeAt">;

/** When the contacts are due to be told; null while it is not their turn, or once they were. */
export const noticeDueAt = ({ waitingSince, closingNoticeAt }: Waiting): EpochMs | null =>
  waitingSince === null || closingNoticeAt !== null ? null : waitingSince + NOTICE_DAY * DAY;

/** When it closes; a notice that came late still leaves the days it promises. Null while it is not the customer's turn. */
export const closesAt = ({ waitingSince, closingNoticeAt }: Waiting): EpochMs | null =>
  waitingSince === null
    ? null
    : Math.max(
        waitingSince + SILENT_DAYS * DAY,
        (closingNoticeAt ?? Number.NEGATIVE_INFINITY) + (SILENT_DAYS - NOTICE_DAY) * DAY,
      );

export type SilenceStep =
  | { readonly kind: "NOTICE" }
  | { readonly kind: "CLOSE"; readonly closedReason: Extract<ClosedReason, "SOLVED" | "NO_ANSWER"> };

const REASON: Partial<Record<RequestStatus, "SOLVED" | "NO_ANSWER">> = {
  SOLVED: "SOLVED",
  WAITING_FOR_CUSTOMER: "NO_ANSWER",
};

/** What the silence asks for at `now`, one step at a time: never a closing without a notice before it. */
export const silenceStep = (request: Waiting, now: EpochMs): SilenceStep | null => {
  const closedReason = REASON[request.status];
  const end = closesAt(request);
  if (closedReason === undefined || end === null) return null;
  const notice = noticeDueAt(request);
  if (notice !== null) return now >= notice ? { kind: "NOTICE" } : null;
  return now >= end ? { kind: "CLOSE", closedReason } : null;
};

/** Up to when a request has waited, and was told, for something to be due at `now`: what a search for such requests asks for. */
export interface SilenceBounds {
  /** Not told yet: it has waited since then, or longer. */
  readonly untoldSince: EpochMs;
  /** Told: it has waited since then, or longer… */
  readonly toldSince: EpochMs;
  /** …and was told then, or earlier. */
  readonly toldAt: EpochMs;
}

export const silenceBounds = (now: EpochMs): SilenceBounds => ({
  untoldSince: now - NOTICE_DAY * DAY,
  toldSince: now - SILENT_DAYS * DAY,
  toldAt: now - (SILENT_DAYS - NOTICE_DAY) * DAY,
});
