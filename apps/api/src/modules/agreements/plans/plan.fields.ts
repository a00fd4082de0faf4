/** Computed fields of a plan, and its ledger as a statement (R11, R65, F16, F19). */
import { daysLeftOf, type EpochMs, planStateAt, type SupportPlan } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import {
  connectionOfPage,
  type PageArguments,
  pageRequestOf,
  type RowConnection,
} from "../../../kernel/graphql/page.js";
import { referenceReaders } from "../../references/module.js";
import { type LedgerRow, ledgerStore } from "../storage/ledger.store.js";
import type { RegisteredPlan } from "../storage/plan-row.js";
import type { SupportPlanType } from "../types/support-plan.type.js";
import { planTimesLoader } from "./loaders.js";

/** An entry together with the plan it belongs to: who may read what of it depends on both. */
export interface StatementLine extends LedgerRow {
  readonly plan: SupportPlan;
}

const readLedger = async (
  plan: SupportPlan,
  page: PageArguments,
  { db }: RequestContext,
): Promise<RowConnection<StatementLine>> => {
  const rows = await db.read.of(ledgerStore).ofPlan(plan.id, pageRequestOf(page));
  const entries = rows.rows.map((row): StatementLine => ({ ...row, plan }));
  return connectionOfPage({ ...rows, rows: entries }, page, () => db.read.of(ledgerStore).count(plan.id));
};

interface PlanTimes {
  readonly createdAt: EpochMs;
  readonly changedAt: EpochMs | null;
}

const timesOf = async ({ id }: SupportPlan, { loaders }: RequestContext): Promise<PlanTimes> => {
  const times = await loaders.of(planTimesLoader).load(id);
  if (times === null) throw new Error(`there is no plan ${id}`);
  return times;
};

export const planFields: readonly TypeFields[] = [
  fieldsOf<RegisteredPlan, SupportPlanType>("SupportPlan", {
    ...referenceReaders,
    createdAt: async (plan, _args, context) => (await timesOf(plan, context)).createdAt,
    updatedAt: async (plan, _args, context) => {
      const { createdAt, changedAt } = await timesOf(plan, context);
      return changedAt ?? createdAt;
    },
    state: (plan, _args, { now }) => planStateAt(plan, now),
    daysLeft: (plan, _args, { now }) => daysLeftOf(plan, now),
    ledger: (plan: RegisteredPlan, page: PageArguments, context: RequestContext) => readLedger(plan, page, context),
  }),
];
