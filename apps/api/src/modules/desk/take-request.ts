/** An engineer takes a request of the team's queue; of several at once, one gets it (R98, F52). */
import { accept, takeRequest as decideTaking, joinName, mayTake, type Result } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import {
  type Done,
  type HeldRequest,
  type RequestCommand,
  type RequestInput,
  runRequestCommand,
} from "../requests/module.js";
import { teamIdsOf } from "../teams/module.js";
import { assertNoCustomer, isKnownTo } from "./act-as-owner.js";

/** @throws RequestError NOT_FOUND, FORBIDDEN for another team's engineer, IDEMPOTENCY_KEY_REUSED */
export const takeRequest = (context: RequestContext, input: RequestInput): Promise<Result<Done>> =>
  runRequestCommand(context, { operation: "takeRequest", action: "request.take", maySee: isKnownTo }, input, (held) =>
    take(context, held),
  );

const take = (context: RequestContext, held: HeldRequest): Result<RequestCommand> => {
  const { account, request } = held;
  assertNoCustomer(held);
  if (held.party !== "ENGINEER" && !mayTake(account, request, teamIdsOf(context, account)))
    throw new RequestError("FORBIDDEN");
  const decided = decideTaking(request, account.id);
  if (!decided.ok) return decided;
  const { engineerId, status, isChange } = decided.value;
  if (!isChange) return accept({ changes: null, entries: [] });
  const name = joinName(account);
  return accept({
    changes: { engineerId, ...(status === null ? {} : { status }) },
    entries: [{ kind: "ASSIGNED", status, params: { name } }],
    details: { engineerId },
  });
};
