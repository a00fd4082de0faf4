/** Writing in a request: who writes what, what it does to the status, how long it may be edited (R91, F42, F48, S23). */

import type { Account } from "../account/account.js";
import type { EpochMs } from "../shared/calendar.js";
import { MINUTE } from "../shared/durations.js";
import { accept, type Result, refuse, refuseAll } from "../shared/result.js";
import { checkText, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import type { RequestLife } from "./request-life.js";
import { changeStatus, isOpen } from "./request-status.js";
import type { RequestStatus, SupportRequest } from "./support-request.js";
import type { TimelineEntry } from "./timeline.js";
import type { Party } from "./visibility.js";

/** Minutes in which the writer may correct a communication. */
export const EDIT_WINDOW_MINUTES = 15;

export interface Communication {
  readonly request: Pick<SupportRequest, "status"> & Pick<RequestLife, "firstRespondedAt">;
  /** Who writes: a contact or the engineer who owns the request. */
  readonly by: Party;
  readonly text: string;
  /** A note that no customer ever learns of; engineers only. */
  readonly isInternal: boolean;
  /** Status the engineer moves the request to; null: as it is. */
  readonly markAs: RequestStatus | null;
}

export interface DecidedCommunication {
  readonly kind: "REPLY" | "NOTE";
  /** Where the request goes; null: it stays. */
  readonly status: RequestStatus | null;
  /** The engineer answers the customer for the first time. */
  readonly isFirstResponse: boolean;
}

/** Whether it may be written, and what follows. A closed request takes notes only. */
export const decideCommunication = ({
  request,
  by,
  text,
  isInternal,
  markAs,
}: Communication): Result<DecidedCommunication, TextRefusalCode | "REQUEST_CLOSED" | "STATUS_CHANGE_NOT_ALLOWED"> => {
  const refusals = checkText(text, TEXT_RULES.communication, ["text"]);
  if (refusals.length > 0) return refuseAll(refusals);
  if (!isOpen(request) && !isInternal) return refuse("REQUEST_CLOSED");
  const kind = isInternal ? "NOTE" : "REPLY";
  if (by === "CUSTOMER") return accept({ kind, status: statusAfterAnswer(request), isFirstResponse: false });
  const isFirstResponse = !isInternal && request.firstRespondedAt === null;
  if (markAs === null || markAs === request.status) return accept({ kind, status: null, isFirstResponse });
  const changed = changeStatus(request, markAs);
  if (changed.ok) return accept({ kind, status: markAs, isFirstResponse });
  return refuseAll(changed.refusals.map((refusal) => ({ ...refusal, path: ["markAs"] })));
};

/** Where a customer's answer takes a request that waits for one: back to the engineer, who may not have begun. */
export const statusAfterAnswer = (request: Communication["request"]): RequestStatus | null => {
  if (request.status === "SOLVED") return "IN_PROGRESS";
  if (request.status !== "WAITING_FOR_CUSTOMER") return null;
  return request.firstRespondedAt === null ? "ASSIGNED" : "IN_PROGRESS";
};

type Written = Pick<TimelineEntry, "kind" | "actorId" | "at">;

/** Replies and notes belong to who wrote them; nobody else changes them. */
export const isOwnCommunication = (account: Pick<Account, "id">, entry: Written): boolean =>
  (entry.kind === "REPLY" || entry.kind === "NOTE") && entry.actorId === account.id;

export const isInEditWindow = (entry: Pick<Written, "at">, now: EpochMs): boolean =>
  now < entry.at + EDIT_WINDOW_MINUTES * MINUTE;

export const canEdit = (account: Pick<Account, "id">, entry: Written, now: EpochMs): boolean =>
  isOwnCommunication(account, entry) && isInEditWindow(entry, now);

/** A new text for one's own communication. */
export const decideEdit = (
  entry: Pick<Written, "at">,
  text: string,
  now: EpochMs,
): Result<string, TextRefusalCode | "EDIT_WINDOW_OVER"> => {
  const refusals = checkText(text, TEXT_RULES.communication, ["text"]);
  if (refusals.length > 0) return refuseAll(refusals);
  return isInEditWindow(entry, now) ? accept(text) : refuse("EDIT_WINDOW_OVER", null, { minutes: EDIT_WINDOW_MINUTES });
};
