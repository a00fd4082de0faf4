/** Registering an agreement that waits for its holder activates it: its term begins, in the unit of the registration (R56, S17). */
import { activatedTerm, type EpochMs, isAwaitingActivation, type SupportPlan } from "@accord/domain";
import type { WriteStores } from "../../storage/index.js";

/** The plan as it stands afterwards; the same where there is nothing to activate, or somebody else just did. */
export const beginTerm = async (
  tx: WriteStores,
  plan: SupportPlan,
  { accountId, at }: { readonly accountId: string; readonly at: EpochMs },
): Promise<SupportPlan> => {
  const activation = await tx.activations.ofPlan(plan.id);
  if (!isAwaitingActivation(activation)) return plan;
  const term = activatedTerm(plan, activation, at);
  if (!(await tx.activations.activate(plan.id, accountId, term, at))) return (await tx.plans.byId(plan.id)) ?? plan;
  const details = { startsOn: term.startsOn, endsOn: term.endsOn };
  await tx.audit.append({ actorId: accountId, action: "agreement.activate", objectId: plan.id, details, at });
  return { ...plan, ...term };
};
