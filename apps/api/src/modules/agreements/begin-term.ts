/** Registering an agreement that waits for its holder activates it: its term begins, in the unit of the registration (R56, S17). */
import { activatedTerm, type EpochMs, isAwaitingActivation, type SupportPlan } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../kernel/db/index.js";
import { activationStore } from "./storage/activation.store.js";
import { planStore } from "./storage/plan.store.js";

/** The plan as it stands afterwards; the same where there is nothing to activate, or somebody else just did. */
export const beginTerm = async (
  tx: WriteStores,
  plan: SupportPlan,
  { accountId, at }: { readonly accountId: string; readonly at: EpochMs },
): Promise<SupportPlan> => {
  const activation = await tx.of(activationStore).ofPlan(plan.id);
  if (!isAwaitingActivation(activation)) return plan;
  const term = activatedTerm(plan, activation, at);
  if (!(await tx.of(activationStore).activate(plan.id, accountId, term, at)))
    return (await tx.of(planStore).byId(plan.id)) ?? plan;
  const details = { startsOn: term.startsOn, endsOn: term.endsOn };
  await tx.of(auditStore).append({ actorId: accountId, action: "agreement.activate", objectId: plan.id, details, at });
  return { ...plan, ...term };
};
