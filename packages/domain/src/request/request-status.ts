/** Where a request stands, whose turn it is, and how it may move (R90, R98, F48, F49). */

import type { EpochMs } from "../shared/calendar.js";
import { DAY } from "../shared/durations.js";
import { accept, type Result, refuse } from "../shared/result.js";
import type { ClosedReason, RequestStatus, SupportRequest, Turn } from "./support-request.js";

/** Days after closing in which a request can be reopened; no incident is used (F49). */
export const REOPEN_WINDOW_DAYS = 14;

const WORKING: readonly RequestStatus[] = [
  "IN_PROGRESS",
  "WAITING_FOR_CUSTOMER",
  "WAITING_FOR_VENDOR",
  "SOLVED",
  "CLOSED",
];
const NEXT: Readonly<Record<RequestStatus, readonly RequestStatus[]>> = {
  NEW: ["ASSIGNED", "CLOSED"],
  ASSIGNED: WORKING,
  IN_PROGRESS: ["ASSIGNED", ...WORKING.slice(1)],
  WAITING_FOR_CUSTOMER: ["ASSIGNED", "IN_PROGRESS", "WAITING_FOR_VENDOR", "SOLVED", "CLOSED"],
  WAITING_FOR_VENDOR: ["ASSIGNED", "IN_PROGRESS", "WAITING_FOR_CUSTOMER", "SOLVED", "CLOSED"],
  SOLVED: ["IN_PROGRESS", "CLOSED"],
  CLOSED: [],
};

const TURN: Readonly<Record<RequestStatus, Turn>> = {
  NEW: "SUPPORT",
  ASSIGNED: "SUPPORT",
  IN_PROGRESS: "SUPPORT",
  WAITING_FOR_VENDOR: "SUPPORT",
  WAITING_FOR_CUSTOMER: "CUSTOMER",
  SOLVED: "CUSTOMER",
  CLOSED: "NOBODY",
};

/** The statuses a request may move to; a closed one only comes back by reopening. */
export const nextStatuses = (status: RequestStatus): readonly RequestStatus[] => NEXT[status];

export const isOpen = (request: Pick<SupportRequest, "status">): boolean => request.status !== "CLOSED";

/** Whose turn it is: a solved request waits for the customer to say so. */
export const turnOf = (request: Pick<SupportRequest, "status">): Turn => TURN[request.status];

export interface StatusChange {
  readonly status: RequestStatus;
  readonly closedReason: ClosedReason | null;
  readonly closedAt: EpochMs | null;
}

/** Moves a request on; closing goes through `closeRequest`, coming back through `reopenRequest`. */
export const changeStatus = (
  request: Pick<SupportRequest, "status">,
  status: RequestStatus,
): Result<StatusChange, "STATUS_CHANGE_NOT_ALLOWED" | "REQUEST_CLOSED"> => {
  if (!isOpen(request)) return refuse("REQUEST_CLOSED");
  if (status === "CLOSED" || !nextStatuses(request.status).includes(status)) {
    return refuse("STATUS_CHANGE_NOT_ALLOWED", ["status"], { act: "move" });
  }
  return accept({ status, closedReason: null, closedAt: null });
};

/** Closes an open request with its reason. */
export const closeRequest = (
  request: Pick<SupportRequest, "status">,
  reason: ClosedReason,
  at: EpochMs,
): Result<StatusChange, "REQUEST_CLOSED"> =>
  isOpen(request) ? accept({ status: "CLOSED", closedReason: reason, closedAt: at }) : refuse("REQUEST_CLOSED");

type Closed = Pick<SupportRequest, "status" | "closedReason" | "closedAt" | "engineerId">;

/** Withdrawn before anybody was assigned: its incident went back, so that nothing is left to reopen. */
export const isWithdrawn = (request: Pick<Closed, "closedReason" | "engineerId">): boolean =>
  request.closedReason === "CANCELLED" && request.engineerId === null;

/** Until when a closed request can be reopened; null when it is open, or was withdrawn. */
export const reopenableUntil = (request: Closed): EpochMs | null =>
  isOpen(request) || request.closedAt === null || isWithdrawn(request)
    ? null
    : request.closedAt + REOPEN_WINDOW_DAYS * DAY;

/** True up to the last millisecond of the window. */
export const canReopen = (request: Closed, at: EpochMs): boolean => at < (reopenableUntil(request) ?? at);

/** Brings a closed request back into work, or back to the queue where nobody had it; an open one has nothing to reopen. */
export const reopenRequest = (
  request: Closed,
  at: EpochMs,
): Result<StatusChange, "STATUS_CHANGE_NOT_ALLOWED" | "REOPEN_WINDOW_OVER"> => {
  if (reopenableUntil(request) === null) return refuse("STATUS_CHANGE_NOT_ALLOWED", null, { act: "reopen" });
  if (!canReopen(request, at)) return refuse("REOPEN_WINDOW_OVER", null, { days: REOPEN_WINDOW_DAYS });
  return accept({ status: request.engineerId === null ? "NEW" : "IN_PROGRESS", closedReason: null, closedAt: null });
};
