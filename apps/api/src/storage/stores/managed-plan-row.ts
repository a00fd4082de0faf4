/** An agreement as staff see it, as SQL tells it: of `p`, `x` (agreement_pair) and `c` (agreement_recipient). */
import type { Language, Programme } from "@accord/domain";
import type { Columns } from "../sql.js";
import type { ManagedPlan } from "./managed-plan.store.js";
import { PLAN, type PlanSqlRow, toPlan } from "./plan-row.js";

export interface ManagedSqlRow extends PlanSqlRow {
  readonly accessIdEnding: string | null;
  readonly agreementIdEnding: string | null;
  readonly createdAt: number;
  readonly recipientName: string | null;
  readonly recipientEmail: string | null;
  readonly language: Language | null;
}

export const MANAGED: Columns<ManagedSqlRow> = {
  ...PLAN,
  accessIdEnding: "x.access_id_ending",
  agreementIdEnding: "x.agreement_id_ending",
  createdAt: "p.created_at",
  recipientName: "c.name",
  recipientEmail: "c.email",
  language: "c.language",
};

export const toManaged = (row: ManagedSqlRow, programme: Programme): ManagedPlan => ({
  ...toPlan(row, programme),
  accessIdEnding: row.accessIdEnding,
  agreementIdEnding: row.agreementIdEnding,
  createdAt: row.createdAt,
  recipient:
    row.language === null ? null : { name: row.recipientName, email: row.recipientEmail, language: row.language },
});
