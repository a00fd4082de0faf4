/** Activation of agreements: what waits for its holder, and the one moment it begins (R56, S12, S17). */

import type { AgreementTerm, CivilDate, EpochMs } from "@accord/domain";
import type { RowOf } from "../../../kernel/db/columns.js";
import { combine, pick, type RowIn } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst, selectRows, updateRows } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { planTable } from "./plan.table.js";
import { planActivationTable } from "./plan-activation.table.js";
import { isInForce } from "./plans-in-force.js";

/** As stored, of one plan. */
export type PlanActivation = RowOf<typeof planActivationTable>;

/** Waits for its holder, and there is somebody to remind. */
export type WaitingActivation = RowIn<typeof WAITING>;

export interface ActivationReads {
  /** Null: the plan needs none. */
  ofPlan(planId: string): Promise<PlanActivation | null>;
  /** Not activated, not withdrawn, with a recipient's address, and whose last day ends in [from, to): by plan. */
  waiting(from: EpochMs, to: EpochMs, page: { first: number; after: string | null }): Promise<WaitingActivation[]>;
}

export interface ActivationWrites extends ActivationReads {
  create(activation: RowIn<typeof NEW_ACTIVATION>): Promise<void>;
  /** Sets the plan's term with it; false when somebody else activated it, or its last day ended, meanwhile. */
  activate(planId: string, accountId: string, term: AgreementTerm, at: EpochMs): Promise<boolean>;
  /** Another last day, and the latest term that leaves; reminders begin anew. False when it is activated. */
  giveTime(
    planId: string,
    day: { readonly redeemBy: CivilDate; readonly redeemEndsAt: EpochMs; readonly at: EpochMs },
    term: AgreementTerm,
  ): Promise<boolean>;
  /** False when a reminder of so many days was noted before. */
  noteReminder(planId: string, days: number): Promise<boolean>;
}

const WAITING = combine(
  pick(planActivationTable, ["planId", "redeemBy", "remindedDays"], "v"),
  pick(planTable, ["timeZone"], "p"),
);
const NEW_ACTIVATION = pick(planActivationTable, ["planId", "basis", "redeemBy", "redeemEndsAt"]);
const TERM = pick(planTable, ["startsOn", "endsOn", "startsAt", "endsAt", "changedAt"]);
const FROM_WAITING = `FROM plan_activation v JOIN plan p ON p.id = v.plan_id JOIN agreement_recipient c ON c.plan_id = v.plan_id
  WHERE v.activated_at IS NULL AND v.redeem_ends_at >= ? AND v.redeem_ends_at < ? AND v.plan_id > ?
    AND p.revoked_at IS NULL AND c.email IS NOT NULL AND ${isInForce("p")} ORDER BY v.plan_id LIMIT ?`;

export const createActivationReads = ({ sql }: StoreContext): ActivationReads => ({
  ofPlan: (planId) => selectFirst(sql, planActivationTable, "FROM plan_activation WHERE plan_id = ?", [planId]),
  waiting: (from, to, { first, after }) => selectRows(sql, WAITING, FROM_WAITING, [from, to, after ?? "", first]),
});

export const createActivationWrites = (context: WriteContext): ActivationWrites => {
  const { sql } = context;
  const setTerm = (planId: string, term: AgreementTerm, changedAt: EpochMs) =>
    updateRows(sql, TERM, { ...term, changedAt }, "id = ?", [planId]);
  return {
    ...createActivationReads(context),
    create: async (activation) => {
      await insertRow(sql, NEW_ACTIVATION, activation);
    },
    activate: async (planId, accountId, term, at) => {
      const text = `UPDATE plan_activation SET activated_at = ?, activated_by = ?
                    WHERE plan_id = ? AND activated_at IS NULL AND redeem_ends_at > ?`;
      if ((await sql.run(text, [at, accountId, planId, at])) === 0) return false;
      await setTerm(planId, term, at);
      return true;
    },
    giveTime: async (planId, { redeemBy, redeemEndsAt, at }, term) => {
      const text = `UPDATE plan_activation SET redeem_by = ?, redeem_ends_at = ?, reminded_days = NULL
                    WHERE plan_id = ? AND activated_at IS NULL`;
      if ((await sql.run(text, [redeemBy, redeemEndsAt, planId])) === 0) return false;
      await setTerm(planId, term, at);
      return true;
    },
    noteReminder: async (planId, days) =>
      (await sql.run(
        `UPDATE plan_activation SET reminded_days = ?
         WHERE plan_id = ? AND activated_at IS NULL AND (reminded_days IS NULL OR reminded_days > ?)`,
        [days, planId, days],
      )) === 1,
  };
};

export const activationStore: StoreKey<ActivationReads, ActivationWrites> = {
  reads: createActivationReads,
  writes: createActivationWrites,
};
