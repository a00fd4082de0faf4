/** What the owner engineer changes: the status, the severity, whether the incident is charged (F48, F49, E22, S7). */
import { accept, changeStatus, decideSeverity, type Result, refuse } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { type Done, type HeldRequest, type RequestCommand, refundEntry, refundIncident } from "../requests/module.js";
import { actAsOwner } from "./act-as-owner.js";
import type { RefundIncidentInput, UpdateRequestSeverityInput, UpdateRequestStatusInput } from "./workspace.inputs.js";

/** Closing has a reason and goes by closeRequest. @throws RequestError NOT_FOUND, FORBIDDEN for a contact */
export const updateRequestStatus = (context: RequestContext, input: UpdateRequestStatusInput): Promise<Result<Done>> =>
  actAsOwner(context, { operation: "updateRequestStatus", action: "request.changeStatus" }, input, ({ request }) => {
    const { status } = input;
    const decided = changeStatus(request, status);
    if (!decided.ok) return decided;
    return accept({
      changes: { status },
      entries: [{ kind: "STATUS_CHANGED", status }],
      details: { from: request.status, status },
    });
  });

/** Settles what a contact asked for; the same severity declines it. @throws RequestError NOT_FOUND, FORBIDDEN for a contact */
export const updateRequestSeverity = (
  context: RequestContext,
  input: UpdateRequestSeverityInput,
): Promise<Result<Done>> =>
  actAsOwner(context, { operation: "updateRequestSeverity", action: "request.changeSeverity" }, input, (held) =>
    setSeverity(held, input),
  );

const setSeverity = ({ request }: HeldRequest, input: UpdateRequestSeverityInput): Result<RequestCommand> => {
  const reason = input.reason ?? null;
  const decided = decideSeverity(request, input.severity, reason);
  if (!decided.ok) return decided;
  const { severity, support24x7, isChange } = decided.value;
  if (!isChange && request.severityAsk === null) return accept({ changes: null, entries: [] });
  return accept({
    changes: { severity, support24x7, severityAsk: null },
    entries: [{ kind: "SEVERITY_CHANGED", text: reason, params: { severity, from: request.severity, to: severity } }],
    details: { from: request.severity, severity },
  });
};

/** Once for a request, also when its plan has ended: then it expires at once (E22). @throws RequestError NOT_FOUND, FORBIDDEN for a contact */
export const refundAsOwner = (context: RequestContext, input: RefundIncidentInput): Promise<Result<Done>> =>
  actAsOwner(
    context,
    { operation: "refundIncident", action: "request.refund" },
    input,
    async ({ request, tx, at, account }) => {
      const { reason } = input;
      const isRefunded = await refundIncident(tx, { request, actorId: account.id, reason, at });
      if (!isRefunded) return refuse("REFUND_NOT_POSSIBLE");
      return accept({ changes: {}, entries: [refundEntry(reason)], details: { reason } });
    },
  );
