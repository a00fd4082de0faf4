/** What staff change of an agreement: its balance, its end, its pair, and that it holds at all; each with a reason (R11, F18, F56). */
import {
  type AuditAction,
  accept,
  decideAdjustment,
  decideExtension,
  decideMoreTime,
  decideReason,
  endOfDay,
  pendingTerm,
  type Result,
  refuse,
  type TextRefusalCode,
} from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../../kernel/db/index.js";
import {
  activationLinkStore,
  activationStore,
  type ManagedPlan,
  managedPlanStore,
  planStore,
} from "../../agreements/module.js";
import type { Act } from "./make-agreement.js";
import type { NewPair } from "./new-pair.js";

type Code = TextRefusalCode | "ADJUSTMENT_NOT_POSSIBLE" | "CHANGED_MEANWHILE";
type Changed = Result<ManagedPlan, Code>;

/** Null where there is no such agreement. */
type Change<Command> = (tx: WriteStores, planId: string, command: Command, act: Act) => Promise<Changed | null>;

/** The agreement as it is within the unit, locked; what `change` answers is written down in the audit record. */
const changing =
  <Command>(
    action: AuditAction,
    change: (
      tx: WriteStores,
      plan: ManagedPlan,
      command: Command,
      act: Act,
    ) => Promise<Result<Readonly<Record<string, unknown>>, Code>>,
  ): Change<Command> =>
  async (tx, planId, command, act) => {
    const plan = await tx.of(managedPlanStore).byIdForChange(planId);
    if (plan === null) return null;
    const done = await change(tx, plan, command, act);
    if (!done.ok) return done;
    const { actorId, at } = act;
    await tx.of(auditStore).append({ actorId, action, objectId: planId, details: done.value, at });
    return accept((await tx.of(managedPlanStore).byId(planId)) ?? plan);
  };

export interface Reason {
  readonly reason: string;
}

interface Correction extends Reason {
  readonly incidents: number;
  /** The balance that was seen. */
  readonly expectedBalance?: number | null;
}

export const adjustIncidents = changing<Correction>("agreement.adjust", async (tx, plan, command, { actorId, at }) => {
  const { expectedBalance } = command;
  if (typeof expectedBalance === "number" && expectedBalance !== plan.incidentsRemaining)
    return refuse("CHANGED_MEANWHILE", ["expectedBalance"]);
  const decided = decideAdjustment(plan, command);
  if (!decided.ok) return decided;
  const { incidents, reason } = decided.value;
  const isDone = await tx.of(planStore).adjust({ planId: plan.id, incidents, actorId, reason, at });
  // The reason stands in the ledger.
  return isDone ? accept({ incidents }) : refuse("ADJUSTMENT_NOT_POSSIBLE");
});

export const updateAgreementEnd = changing<Reason & { readonly endsOn: string }>(
  "agreement.extend",
  async (tx, plan, command, { at }) => {
    const decided = decideExtension(plan, command);
    if (!decided.ok) return decided;
    const { endsOn, reason } = decided.value;
    const term = { endsOn, endsAt: endOfDay(endsOn, plan.timeZone), at };
    const isDone = await tx.of(managedPlanStore).extend(plan.id, term);
    return isDone ? accept({ from: plan.endsOn, to: endsOn, reason }) : refuse("ADJUSTMENT_NOT_POSSIBLE");
  },
);

/** More time for the holder to activate it: the same IDs then work (S17). */
export const updateActivationEnd = changing<Reason & { readonly redeemBy: string }>(
  "agreement.extendActivation",
  async (tx, plan, command, { at }) => {
    const activation = await tx.of(activationStore).ofPlan(plan.id);
    const decided = decideMoreTime({ plan, activation, ...command }, at);
    if (!decided.ok) return decided;
    if (activation === null) return refuse("ADJUSTMENT_NOT_POSSIBLE", ["redeemBy"]);
    const { redeemBy, reason } = decided.value;
    const { basis } = activation;
    const term = pendingTerm(plan.programme, { basis, redeemBy }, { startsOn: plan.startsOn, zone: plan.timeZone });
    const day = { redeemBy, redeemEndsAt: endOfDay(redeemBy, plan.timeZone) };
    if (!(await tx.of(activationStore).giveTime(plan.id, { ...day, at }, term)))
      return refuse("ADJUSTMENT_NOT_POSSIBLE", ["redeemBy"]);
    return accept({ from: activation.redeemBy, to: redeemBy, reason });
  },
);

/** Nobody can register or use it any more; it stays where it is registered, as withdrawn. */
export const revokeAgreement = changing<Reason>("agreement.revoke", async (tx, plan, command, { at }) => {
  const decided = decideReason(command.reason);
  if (!decided.ok) return decided;
  if (!(await tx.of(planStore).revoke(plan.id, at))) return refuse("ADJUSTMENT_NOT_POSSIBLE");
  await tx.of(activationLinkStore).endOpen(plan.id, at);
  return accept({ reason: decided.value.reason });
});

export interface Rotation extends Reason {
  readonly pair: NewPair;
  /** Whether those who registered it by the old pair keep it. */
  readonly keepsHolders: boolean;
}

/** From now on the old pair opens nothing, and neither does an activation link given out before. */
export const rotatePair = changing<Rotation>("agreement.rotate", async (tx, plan, command, { at }) => {
  const decided = decideReason(command.reason);
  if (!decided.ok) return decided;
  if (plan.revokedAt !== null || !(await tx.of(managedPlanStore).replacePair(plan.id, command.pair.normal, at))) {
    return refuse("ADJUSTMENT_NOT_POSSIBLE");
  }
  await tx.of(activationLinkStore).endOpen(plan.id, at);
  const removed = command.keepsHolders ? 0 : await tx.of(managedPlanStore).unregisterAll(plan.id);
  return accept({ reason: decided.value.reason, removed });
});
