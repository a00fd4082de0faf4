/** A contact wants another severity: so at once while nobody is assigned, the deadline reckoned anew; later the engineer decides (F49, S23). */
import { accept, decideSeverityAsk, type Result } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import {
  assertCustomer,
  type Done,
  type HeldRequest,
  type RequestCommand,
  runRequestCommand,
} from "../run-request-command.js";
import type { CreateSeverityAskInput } from "./conversation.types.js";

/** @throws RequestError NOT_FOUND, FORBIDDEN for the engineer, IDEMPOTENCY_KEY_REUSED */
export const createSeverityAsk = (context: RequestContext, input: CreateSeverityAskInput): Promise<Result<Done>> =>
  runRequestCommand(context, { operation: "createSeverityAsk", action: "request.askSeverityChange" }, input, (held) =>
    ask(held, input),
  );

const ask = (held: HeldRequest, { severity, reason }: CreateSeverityAskInput): Result<RequestCommand> => {
  assertCustomer(held);
  const { request, account, at } = held;
  const decided = decideSeverityAsk(request, severity, reason);
  if (!decided.ok) return decided;
  const details = { severity, from: request.severity };
  if (decided.value.kind === "ASKED")
    return accept({
      changes: { severityAsk: { severity, reason, at, actorId: account.id } },
      entries: [{ kind: "SEVERITY_CHANGE_ASKED", text: reason, params: { severity } }],
      details,
    });
  const { support24x7 } = decided.value;
  return accept({
    changes: { severity, support24x7 },
    entries: [{ kind: "SEVERITY_CHANGED", text: reason, params: { severity, from: request.severity, to: severity } }],
    details,
  });
};
