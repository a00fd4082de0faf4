/** Agreements and the plans they become: registering, activating, balance, and why a plan can or cannot be used (R11, R65). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { agreementsObjects } from "./objects.js";
import { agreementsPolicies } from "./policies.js";
import { REMINDER_EVERY_MS, remindOfActivation } from "./remind-of-activation.js";
import { activationLinkStore } from "./storage/activation-link.store.js";
import { agreementsStorage } from "./storage/tables.js";

export const agreements = {
  ...agreementsPolicies,
  ...agreementsObjects,
  storage: agreementsStorage,
  schema: async () => (await import("./graphql.js")).agreementsSchema,
  jobs: [
    {
      name: "reminding of activation",
      everyMs: REMINDER_EVERY_MS,
      run: ({ db, clock }) => remindOfActivation(db, clock),
    },
  ],
  restored: [(tx, at) => tx.of(activationLinkStore).endAll(at)],
} satisfies ApiModule;

export { JudgedPlan } from "./plans/judged-plan.js";
export { planLoader } from "./plans/loaders.js";
export type { StatementLine } from "./plans/plan.fields.js";
export { activationStore } from "./storage/activation.store.js";
export { activationLinkStore } from "./storage/activation-link.store.js";
export { type LedgerRow, ledgerStore } from "./storage/ledger.store.js";
export type { Consumed } from "./storage/ledger-writes.js";
export { type Holder, managedPlanStore } from "./storage/managed-plan.store.js";
export type { ManagedPlan } from "./storage/managed-plan-row.js";
export { pairRowOf } from "./storage/pair-row.js";
export { type NewPlan, planStore } from "./storage/plan.store.js";
export { planTable } from "./storage/plan.table.js";
export type { RegisteredPlan } from "./storage/plan-row.js";
export { isActivated, isInForce, mayComeInForce } from "./storage/plans-in-force.js";
