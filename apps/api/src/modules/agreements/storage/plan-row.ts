/** A plan as SQL tells it. */
import type { EpochMs, Programme, SupportPlan } from "@accord/domain";
import { combine, compute, computeFlags, nest, orNone, pick, type RowIn } from "../../../kernel/db/row-shape.js";
import { agreementPairTable } from "./agreement-pair.table.js";
import { planTable } from "./plan.table.js";

/** A plan as one of its holders sees it. */
export interface RegisteredPlan extends SupportPlan {
  readonly registeredAt: EpochMs;
  /** Another account has registered it too. */
  readonly isShared: boolean;
  /** Last four characters; null for a purchased pack. */
  readonly accessIdEnding: string | null;
  readonly agreementIdEnding: string | null;
}

/** Of the table alias `p`. */
export const PLAN = combine(
  pick(planTable, ["id", "programmeId", "startsOn", "endsOn", "timeZone", "startsAt", "endsAt", "revokedAt"], "p"),
  compute<Pick<SupportPlan, "incidentsTotal" | "incidentsRemaining">>({
    incidentsTotal: "p.granted",
    incidentsRemaining: "p.remaining",
  }),
);
/** While it waits for its holder; what an account registered never does. */
export const WAITS_UNTIL =
  "(SELECT w.redeem_ends_at FROM plan_activation w WHERE w.plan_id = p.id AND w.activated_at IS NULL)";
/** A plan whoever holds it. */
export const ANY_PLAN = combine(PLAN, compute<Pick<SupportPlan, "redeemEndsAt">>({ redeemEndsAt: WAITS_UNTIL }));

/** Of `p`, `r` (registration) and `x` (agreement_pair). */
export const REGISTERED = combine(
  nest("plan", PLAN),
  compute<{ readonly registeredAt: EpochMs }>({ registeredAt: "r.at" }),
  computeFlags({
    isShared: "EXISTS (SELECT 1 FROM registration o WHERE o.plan_id = p.id AND o.account_id <> r.account_id)",
  }),
  orNone(pick(agreementPairTable, ["accessIdEnding", "agreementIdEnding"], "x")),
);

/** Plans not in force too: one that is not cannot be registered. */
const FROM_REGISTERED = `FROM registration r JOIN plan p ON p.id = r.plan_id
  LEFT JOIN agreement_pair x ON x.plan_id = p.id WHERE r.account_id = ?`;

/** W1: what an account registered, soonest end first. */
export const OF_ACCOUNT = `${FROM_REGISTERED} ORDER BY p.ends_at, p.id`;
export const OF_ACCOUNT_BY_ID = `${FROM_REGISTERED} AND p.id = ?`;

type PlanSqlRow = RowIn<typeof PLAN> & Pick<SupportPlan, "redeemEndsAt">;

export const toPlan = ({ programmeId: _, redeemEndsAt, ...row }: PlanSqlRow, programme: Programme): SupportPlan => ({
  ...row,
  programme,
  ...(redeemEndsAt == null ? {} : { redeemEndsAt }),
});

export const toRegisteredPlan = ({ plan, ...row }: RowIn<typeof REGISTERED>, programme: Programme): RegisteredPlan => ({
  ...toPlan(plan, programme),
  ...row,
});
