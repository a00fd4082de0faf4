/** Closing by a contact (solved) or by the engineer (any reason), with the contact's rating if they like (F49, F51). */
import { accept, decideClosing, type Result } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import {
  type CommandEntry,
  type Done,
  type HeldRequest,
  type RequestCommand,
  runRequestCommand,
} from "../run-request-command.js";
import type { CloseRequestInput } from "./conversation.types.js";

/** @throws RequestError NOT_FOUND, IDEMPOTENCY_KEY_REUSED */
export const closeRequest = (context: RequestContext, input: CloseRequestInput): Promise<Result<Done>> =>
  runRequestCommand(context, { operation: "closeRequest", action: "request.close" }, input, (held) =>
    close(held, input),
  );

const close = ({ request, party, at, account }: HeldRequest, input: CloseRequestInput): Result<RequestCommand> => {
  if (party === null) throw new RequestError("FORBIDDEN");
  const score = input.rating?.score;
  const rating = score === undefined ? null : { score, comment: input.rating?.comment ?? null };
  const decided = decideClosing({ request, by: party, reason: input.reason ?? null, rating, at });
  if (!decided.ok) return decided;
  const { closedReason } = decided.value;
  const closed: CommandEntry = { kind: "CLOSED", status: "CLOSED", params: { reason: closedReason ?? "" } };
  const entries = rating === null ? [closed] : [closed, ratedEntry(rating)];
  const changes = { ...decided.value, ...(rating === null ? {} : { rating: { ...rating, at } }) };
  return accept({ changes, entries, details: { reason: closedReason, party, actorId: account.id } });
};

export const ratedEntry = ({ score, comment }: { score: number; comment: string | null }): CommandEntry => ({
  kind: "RATED",
  text: comment,
  params: { score },
});
