/** A new activation link for an agreement that was issued before (F56, P16). */
import { accept, type Result, refuse } from "@accord/domain";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { commandOf, once } from "../../../kernel/graphql/idempotency.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { type ManagedPlan, managedPlanStore } from "../../agreements/module.js";
import { newToken } from "../../identity/module.js";
import type { CreateActivationLinkInput } from "./agreement-admin.inputs.js";
import { type ActivationUrl, makeActivationLink } from "./make-activation-link.js";

interface PassedOn {
  /** Null when the command is repeated under its key: the link is shown once. */
  readonly activation: ActivationUrl | null;
  readonly agreement: ManagedPlan;
}

/** @throws RequestError NOT_FOUND */
export const passOnAgreement = async (
  context: RequestContext,
  input: CreateActivationLinkInput,
): Promise<Result<PassedOn, "ADJUSTMENT_NOT_POSSIBLE">> => {
  const act = { actorId: accountOf(context).id, at: context.clock.now() };
  const { publicOrigin } = context.settings;
  const planId = idOf("pln", input.planId);
  const token = newToken();
  const command = commandOf(context, "createActivationLink", input);
  // Not part of what the command keeps: nothing but this answer ever holds the link.
  let activation: ActivationUrl | null = null;
  return context.db.transaction(
    "make activation link",
    async (tx): Promise<Result<PassedOn, "ADJUSTMENT_NOT_POSSIBLE">> => {
      await once(tx, command, async () => {
        const held = await tx.of(managedPlanStore).byIdForChange(planId);
        if (held === null) throw new RequestError("NOT_FOUND");
        if (held.revokedAt !== null) return tx.abort(refuse("ADJUSTMENT_NOT_POSSIBLE", ["planId"]));
        activation = await makeActivationLink(tx, { planId, token, publicOrigin }, act);
        return null;
      });
      const agreement = await tx.of(managedPlanStore).byId(planId);
      if (agreement === null) throw new RequestError("NOT_FOUND");
      return accept({ activation, agreement });
    },
  );
};
