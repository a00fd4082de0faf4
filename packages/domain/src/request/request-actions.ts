/** What a viewer may do with a request: one answer for the API and for the buttons of the page (R90, R96, R97, F49, F51). */
import type { Account } from "../account/account.js";
import { isStaff } from "../account/capabilities.js";
import type { EpochMs } from "../shared/calendar.js";
import { EDIT_WINDOW_MINUTES } from "./conversation.js";
import { canReopen, isOpen, isWithdrawn, reopenableUntil } from "./request-status.js";
import type { RequestContact, SupportRequest } from "./support-request.js";
import { isOwnerEngineer, mayAddContact, partyOf } from "./visibility.js";

export interface RequestActions {
  readonly reply: boolean;
  readonly close: boolean;
  readonly reopen: boolean;
  readonly askSeverityChange: boolean;
  readonly withdraw: boolean;
  readonly rate: boolean;
  readonly attach: boolean;
  readonly addContacts: boolean;
  /** End of the time in which it may be reopened; null where it may not. */
  readonly reopenUntil: EpochMs | null;
  readonly editWindowMinutes: number;
}

type Viewer = Pick<Account, "id" | "email" | "isEmailProven" | "roles">;
type Judged = Pick<SupportRequest, "status" | "closedReason" | "closedAt" | "engineerId">;

/** Before anybody was assigned, a request can be taken back with its incident. */
export const canWithdraw = (request: Pick<Judged, "status" | "engineerId">): boolean =>
  request.status === "NEW" && request.engineerId === null;

/** Solved or closed work can be rated. */
export const canBeRated = (request: Judged): boolean =>
  (request.status === "SOLVED" || request.status === "CLOSED") && !isWithdrawn(request);

export const actionsFor = (
  viewer: Viewer,
  request: Judged,
  contacts: readonly RequestContact[],
  now: EpochMs,
): RequestActions => {
  const party = partyOf(viewer, request, contacts);
  const isCustomer = party === "CUSTOMER";
  const isWritable = party !== null && isOpen(request);
  const reopen = party !== null && canReopen(request, now);
  return {
    reply: isWritable,
    close: isWritable,
    reopen,
    askSeverityChange: isCustomer && isOpen(request),
    withdraw: isCustomer && canWithdraw(request),
    rate: isCustomer && canBeRated(request),
    attach: isWritable,
    addContacts: mayAddContact(viewer, request, contacts),
    reopenUntil: reopen ? reopenableUntil(request) : null,
    editWindowMinutes: EDIT_WINDOW_MINUTES,
  };
};

/** Notes are written by the engineer who owns the request, and by engineers of the team it was routed to (F42). */
export const mayWriteNote = (
  viewer: Viewer,
  request: Pick<SupportRequest, "engineerId"> & { readonly teamId: string | null },
  teamIds: readonly string[],
): boolean =>
  isOwnerEngineer(viewer, request) || (isStaff(viewer) && request.teamId !== null && teamIds.includes(request.teamId));
