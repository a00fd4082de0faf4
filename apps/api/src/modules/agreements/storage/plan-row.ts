/** A plan as SQL tells it. */
import type { EpochMs, Programme, SupportPlan } from "@accord/domain";
import type { Columns } from "../../../kernel/db/sql.js";

/** A plan as one of its holders sees it. */
export interface RegisteredPlan extends SupportPlan {
  readonly registeredAt: EpochMs;
  /** Another account has registered it too. */
  readonly isShared: boolean;
  /** Last four characters; null for a purchased pack. */
  readonly accessIdEnding: string | null;
  readonly agreementIdEnding: string | null;
}

export interface PlanSqlRow extends Omit<SupportPlan, "programme"> {
  readonly programmeId: string;
}

export interface RegisteredSqlRow extends PlanSqlRow {
  readonly registeredAt: number;
  readonly isShared: number | boolean;
  readonly accessIdEnding: string | null;
  readonly agreementIdEnding: string | null;
}

/** Of the table alias `p`. */
export const PLAN: Columns<PlanSqlRow> = {
  id: "p.id",
  programmeId: "p.programme_id",
  startsOn: "p.starts_on",
  endsOn: "p.ends_on",
  timeZone: "p.time_zone",
  startsAt: "p.starts_at",
  endsAt: "p.ends_at",
  revokedAt: "p.revoked_at",
  incidentsTotal: "p.granted",
  incidentsRemaining: "p.remaining",
};
/** While it waits for its holder; what an account registered never does. */
export const WAITS_UNTIL =
  "(SELECT w.redeem_ends_at FROM plan_activation w WHERE w.plan_id = p.id AND w.activated_at IS NULL)";
/** A plan whoever holds it. */
export const ANY_PLAN: Columns<PlanSqlRow> = { ...PLAN, redeemEndsAt: WAITS_UNTIL };

/** Of `p`, `r` (registration) and `x` (agreement_pair). */
export const REGISTERED: Columns<RegisteredSqlRow> = {
  ...PLAN,
  registeredAt: "r.at",
  isShared: "EXISTS (SELECT 1 FROM registration o WHERE o.plan_id = p.id AND o.account_id <> r.account_id)",
  accessIdEnding: "x.access_id_ending",
  agreementIdEnding: "x.agreement_id_ending",
};

/** Plans not in force too: one that is not cannot be registered. */
const FROM_REGISTERED = `FROM registration r JOIN plan p ON p.id = r.plan_id
  LEFT JOIN agreement_pair x ON x.plan_id = p.id WHERE r.account_id = ?`;

/** W1: what an account registered, soonest end first. */
export const OF_ACCOUNT = `${FROM_REGISTERED} ORDER BY p.ends_at, p.id`;
export const OF_ACCOUNT_BY_ID = `${FROM_REGISTERED} AND p.id = ?`;

export const toPlan = (row: PlanSqlRow, programme: Programme): SupportPlan => ({
  id: row.id,
  programme,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  timeZone: row.timeZone,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  revokedAt: row.revokedAt,
  incidentsTotal: row.incidentsTotal,
  incidentsRemaining: row.incidentsRemaining,
  ...(row.redeemEndsAt == null ? {} : { redeemEndsAt: row.redeemEndsAt }),
});

export const toRegisteredPlan = (row: RegisteredSqlRow, programme: Programme): RegisteredPlan => ({
  ...toPlan(row, programme),
  registeredAt: row.registeredAt,
  isShared: Boolean(row.isShared),
  accessIdEnding: row.accessIdEnding,
  agreementIdEnding: row.agreementIdEnding,
});
