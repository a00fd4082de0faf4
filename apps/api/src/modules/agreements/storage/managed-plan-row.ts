/** An agreement as staff see it, as SQL tells it: of `p`, `x` (agreement_pair), `c` (agreement_recipient) and `v` (plan_activation). */
import type { CivilDate, EpochMs, Language, Programme, Recipient, SupportPlan, TermBasis } from "@accord/domain";
import type { Columns } from "../../../kernel/db/sql.js";
import { PLAN, type PlanSqlRow, toPlan } from "./plan-row.js";

/** An agreement as staff see it. */
export interface ManagedPlan extends SupportPlan {
  readonly accessIdEnding: string | null;
  readonly agreementIdEnding: string | null;
  readonly createdAt: EpochMs;
  /** The last day to activate it, while nobody has; null: activated, or never has to be. */
  readonly redeemBy: CivilDate | null;
  /** Where its term will be counted from, while nobody has activated it. */
  readonly termBasis: TermBasis | null;
  readonly redeemEndsAt: EpochMs | null;
  /** Null: not yet, or it never has to be. */
  readonly activatedAt: EpochMs | null;
  /** Null: nobody was named. */
  readonly recipient: Recipient | null;
}

export interface ManagedSqlRow extends PlanSqlRow {
  readonly accessIdEnding: string | null;
  readonly agreementIdEnding: string | null;
  readonly createdAt: number;
  readonly redeemEndsAt: number | null;
  readonly redeemBy: string | null;
  readonly termBasis: TermBasis | null;
  readonly activatedAt: number | null;
  readonly recipientName: string | null;
  readonly recipientEmail: string | null;
  readonly language: Language | null;
}

export const MANAGED: Columns<ManagedSqlRow> = {
  ...PLAN,
  accessIdEnding: "x.access_id_ending",
  agreementIdEnding: "x.agreement_id_ending",
  createdAt: "p.created_at",
  redeemEndsAt: "CASE WHEN v.activated_at IS NULL THEN v.redeem_ends_at END",
  redeemBy: "CASE WHEN v.activated_at IS NULL THEN v.redeem_by END",
  termBasis: "CASE WHEN v.activated_at IS NULL THEN v.basis END",
  activatedAt: "v.activated_at",
  recipientName: "c.name",
  recipientEmail: "c.email",
  language: "c.language",
};

export const toManaged = (row: ManagedSqlRow, programme: Programme): ManagedPlan => ({
  ...toPlan(row, programme),
  accessIdEnding: row.accessIdEnding,
  agreementIdEnding: row.agreementIdEnding,
  createdAt: row.createdAt,
  redeemEndsAt: row.redeemEndsAt,
  redeemBy: row.redeemBy,
  termBasis: row.termBasis,
  activatedAt: row.activatedAt,
  recipient:
    row.language === null ? null : { name: row.recipientName, email: row.recipientEmail, language: row.language },
});
