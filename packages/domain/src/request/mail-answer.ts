/** What a mail does to the request it answers (F50). */
import type { Account } from "../account/account.js";
import { accept, type Result, refuse } from "../shared/result.js";
import { statusAfterAnswer } from "./conversation.js";
import type { RequestLife } from "./request-life.js";
import { isOpen } from "./request-status.js";
import type { RequestContact, RequestStatus, SupportRequest } from "./support-request.js";
import type { TimelineEntry } from "./timeline.js";
import { partyOf } from "./visibility.js";

type Answered = Pick<SupportRequest, "status"> & Pick<RequestLife, "firstRespondedAt">;

/** An answer by mail moves a request as one written in the portal does, whatever could be read of it. */
export const decideMailAnswer = (
  request: Answered,
): Result<{ readonly status: RequestStatus | null }, "REQUEST_CLOSED"> =>
  isOpen(request) ? accept({ status: statusAfterAnswer(request) }) : refuse("REQUEST_CLOSED");

/** A note that a program seemed to have sent turns out to be a person's: it counts from now on. */
export const decideMarkAsMessage = (
  entry: Pick<TimelineEntry, "kind">,
  request: Answered,
): Result<{ readonly status: RequestStatus | null }, "ALREADY_A_MESSAGE" | "REQUEST_CLOSED"> =>
  entry.kind === "AUTO_REPLY" ? decideMailAnswer(request) : refuse("ALREADY_A_MESSAGE");

/** Whether this account may say so: whoever acts in an open request. */
export const mayMarkAsMessage = (
  account: Pick<Account, "id" | "email" | "isEmailProven" | "roles">,
  request: Pick<SupportRequest, "status" | "engineerId">,
  contacts: readonly RequestContact[],
  entry: Pick<TimelineEntry, "kind">,
): boolean => entry.kind === "AUTO_REPLY" && isOpen(request) && partyOf(account, request, contacts) !== null;
