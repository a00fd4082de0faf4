/** Showing the full ID pair again, to whoever registered it and has just signed in (R17, R18, A-7). */
import { accept, type IdPair, MINUTE, type Result, refuse } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { planStore } from "./storage/plan.store.js";

/** @throws RequestError NOT_FOUND when this account has no such agreement, FORBIDDEN for a token */
export const revealAgreement = async (
  context: RequestContext,
  id: string,
): Promise<Result<IdPair, "REAUTHENTICATION_REQUIRED">> => {
  const account = accountOf(context);
  if (context.principal.kind !== "session") throw new RequestError("FORBIDDEN");
  const at = context.clock.now();
  if (at - context.principal.authenticatedAt > context.limits.reauthenticationMinutes * MINUTE)
    return refuse("REAUTHENTICATION_REQUIRED");
  const planId = idOf("pln", id);
  const plan = await context.db.read.of(planStore).byIdForAccount(planId, account.id);
  if (plan === null) throw new RequestError("NOT_FOUND");
  const pair = await context.db.read.of(planStore).pairOf(planId);
  if (pair === null) throw new RequestError("NOT_FOUND");
  await context.db.transaction("reveal agreement", (tx) =>
    tx.of(auditStore).append({ actorId: account.id, action: "agreement.reveal", objectId: planId, details: {}, at }),
  );
  return accept(pair);
};
