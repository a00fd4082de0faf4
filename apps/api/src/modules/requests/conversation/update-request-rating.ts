/** One question and a word about the support, of a contact, once the work is solved or closed (F51). */
import { accept, decideRating, type Result } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import {
  assertCustomer,
  type Done,
  type HeldRequest,
  type RequestCommand,
  runRequestCommand,
} from "../run-request-command.js";
import { ratedEntry } from "./close-request.js";
import type { UpdateRequestRatingInput } from "./conversation.types.js";

/** @throws RequestError NOT_FOUND, FORBIDDEN for the engineer, IDEMPOTENCY_KEY_REUSED */
export const updateRequestRating = (context: RequestContext, input: UpdateRequestRatingInput): Promise<Result<Done>> =>
  runRequestCommand(context, { operation: "updateRequestRating", action: "request.rate" }, input, (held) =>
    rate(held, input),
  );

const rate = (held: HeldRequest, { score, comment }: UpdateRequestRatingInput): Result<RequestCommand> => {
  assertCustomer(held);
  const decided = decideRating(held.request, { score, comment: comment ?? null });
  if (!decided.ok) return decided;
  const rating = decided.value;
  return accept({
    changes: { rating: { ...rating, at: held.at } },
    entries: [ratedEntry(rating)],
    details: { score: rating.score },
  });
};
