/** Removing an agreement from this account alone (E11). */
import { accept, type Result } from "@accord/domain";
import { accountOf, type RequestContext } from "../../context.js";
import { idOf } from "../../graphql/ids.js";
import { RequestError } from "../../graphql/request-error.js";

/** @throws RequestError NOT_FOUND when this account has no such agreement; a purchased pack stays with its buyer */
export const removeAgreement = async (
  context: RequestContext,
  id: string,
): Promise<Result<{ removedPlanId: string }>> => {
  const account = accountOf(context);
  const planId = idOf("pln", id);
  const at = context.clock.now();
  await context.db.run("remove agreement", async (tx) => {
    const plan = await tx.plans.byIdForAccount(planId, account.id);
    if (plan === null || plan.programme.origin !== "AGREEMENT") throw new RequestError("NOT_FOUND");
    await tx.plans.unregister(planId, account.id);
    await tx.audit.append({ actorId: account.id, action: "agreement.unregister", objectId: planId, details: {}, at });
  });
  return accept({ removedPlanId: planId });
};
