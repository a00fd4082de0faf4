/** An agreement as staff see it, as SQL tells it: of `p`, `x` (agreement_pair), `c` (agreement_recipient) and `v` (plan_activation). */
import type { CivilDate, EpochMs, Programme, Recipient, SupportPlan, TermBasis } from "@accord/domain";
import { combine, compute, nest, orNone, pick, type RowIn } from "../../../kernel/db/row-shape.js";
import { agreementPairTable } from "./agreement-pair.table.js";
import { agreementRecipientTable } from "./agreement-recipient.table.js";
import { planTable } from "./plan.table.js";
import { PLAN, toPlan } from "./plan-row.js";

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

export const MANAGED = combine(
  nest("plan", PLAN),
  pick(planTable, ["createdAt"], "p"),
  orNone(pick(agreementPairTable, ["accessIdEnding", "agreementIdEnding"], "x")),
  compute<Pick<ManagedPlan, "redeemEndsAt" | "redeemBy" | "termBasis" | "activatedAt">>({
    redeemEndsAt: "CASE WHEN v.activated_at IS NULL THEN v.redeem_ends_at END",
    redeemBy: "CASE WHEN v.activated_at IS NULL THEN v.redeem_by END",
    termBasis: "CASE WHEN v.activated_at IS NULL THEN v.basis END",
    activatedAt: "v.activated_at",
  }),
  nest("recipient", orNone(pick(agreementRecipientTable, ["name", "email", "language"], "c"))),
);

export const toManaged = (
  { plan, recipient: { language, ...named }, ...row }: RowIn<typeof MANAGED>,
  programme: Programme,
): ManagedPlan => ({
  ...toPlan(plan, programme),
  ...row,
  recipient: language === null ? null : { ...named, language },
});
