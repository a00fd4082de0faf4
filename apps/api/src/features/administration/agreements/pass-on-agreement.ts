/** A new activation link for an agreement that was issued before (F56, P16). */
import { accept, type Result, refuse } from "@accord/domain";
import type { OneTimeToken } from "../../../adapters/identity/one-time-token.js";
import { accountOf, type RequestContext } from "../../../context.js";
import { RequestError } from "../../../graphql/request-error.js";
import type { ManagedPlan } from "../../../storage/index.js";
import { type ActivationUrl, makeActivationLink } from "./make-activation-link.js";

interface PassedOn {
  readonly activation: ActivationUrl;
  readonly agreement: ManagedPlan;
}

/** @throws RequestError NOT_FOUND */
export const passOnAgreement = async (
  context: RequestContext,
  planId: string,
  token: OneTimeToken,
): Promise<Result<PassedOn, "ADJUSTMENT_NOT_POSSIBLE">> => {
  const act = { actorId: accountOf(context).id, at: context.clock.now() };
  const { publicOrigin } = context.settings;
  return context.db.run("make activation link", async (tx) => {
    const agreement = await tx.managedPlans.byIdForChange(planId);
    if (agreement === null) throw new RequestError("NOT_FOUND");
    if (agreement.revokedAt !== null) return refuse("ADJUSTMENT_NOT_POSSIBLE", ["planId"]);
    const activation = await makeActivationLink(tx, { planId, token, publicOrigin }, act);
    return accept({ activation, agreement });
  });
};
