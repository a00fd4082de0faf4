/** Taking a request back before anybody was assigned: closed, and its incident given back in the same unit (F49, S7, E22). */
import { accept, decideWithdrawal, type Result } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { refundEntry, refundIncident } from "../refund-incident.js";
import {
  assertCustomer,
  type Done,
  type HeldRequest,
  type RequestCommand,
  runRequestCommand,
} from "../run-request-command.js";
import type { CancelRequestInput } from "./conversation.types.js";

/** @throws RequestError NOT_FOUND, FORBIDDEN for the engineer, IDEMPOTENCY_KEY_REUSED */
export const cancelRequest = (context: RequestContext, input: CancelRequestInput): Promise<Result<Done>> =>
  runRequestCommand(context, { operation: "cancelRequest", action: "request.withdraw" }, input, withdraw);

const withdraw = async (held: HeldRequest): Promise<Result<RequestCommand>> => {
  assertCustomer(held);
  const { request, at, account, tx } = held;
  const decided = decideWithdrawal(request, at);
  if (!decided.ok) return decided;
  const reason = "CANCELLED_BEFORE_ASSIGNMENT";
  const isRefunded = await refundIncident(tx, { request, actorId: account.id, reason, at });
  return accept({
    changes: decided.value,
    entries: [
      { kind: "CLOSED", status: "CLOSED", params: { reason: "CANCELLED" } },
      ...(isRefunded ? [refundEntry(reason)] : []),
    ],
    details: { isRefunded },
  });
};
