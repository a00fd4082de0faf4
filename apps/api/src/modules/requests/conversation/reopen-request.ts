/** Bringing a closed request back within fourteen days; no incident is used (F49). */
import { accept, decideReopening, type Result } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { type Done, type HeldRequest, type RequestCommand, runRequestCommand } from "../run-request-command.js";
import type { ReopenRequestInput } from "./conversation.types.js";

/** @throws RequestError NOT_FOUND, IDEMPOTENCY_KEY_REUSED */
export const reopenRequest = (context: RequestContext, input: ReopenRequestInput): Promise<Result<Done>> =>
  runRequestCommand(context, { operation: "reopenRequest", action: "request.reopen" }, input, (held) =>
    reopen(held, input),
  );

const reopen = ({ request, at }: HeldRequest, { reason }: ReopenRequestInput): Result<RequestCommand> => {
  const decided = decideReopening(request, reason, at);
  if (!decided.ok) return decided;
  const { status } = decided.value;
  return accept({ changes: decided.value, entries: [{ kind: "REOPENED", text: reason, status }], details: { status } });
};
