/** Removing an agreement from this account alone (E11). */
import { accept, type Result } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { commandOf, once } from "../../kernel/graphql/idempotency.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { referenceStore } from "../references/module.js";
import type { RemoveAgreementInput } from "./agreements.types.js";
import { planStore } from "./storage/plan.store.js";

/** @throws RequestError NOT_FOUND when this account has no such agreement; a purchased pack stays with its buyer */
export const removeAgreement = async (
  context: RequestContext,
  input: RemoveAgreementInput,
): Promise<Result<{ removedPlanId: string }>> => {
  const planId = idOf("pln", input.planId);
  const command = commandOf(context, "removeAgreement", input);
  const done = await context.db.transaction("remove agreement", (tx) =>
    once(tx, command, () => remove(context, tx, planId)),
  );
  return accept(done);
};

const remove = async (context: RequestContext, tx: WriteStores, planId: string): Promise<{ removedPlanId: string }> => {
  const { id: actorId } = accountOf(context);
  const plan = await tx.of(planStore).byIdForAccount(planId, actorId);
  if (plan === null || plan.programme.origin !== "AGREEMENT") throw new RequestError("NOT_FOUND");
  await tx.of(planStore).unregister(planId, actorId);
  await tx.of(referenceStore).forget(actorId, planId);
  const at = context.clock.now();
  await tx.of(auditStore).append({ actorId, action: "agreement.unregister", objectId: planId, details: {}, at });
  return { removedPlanId: planId };
};
