/** Support plans: agreements and purchased packs, who registered them, and the guarded balance (R16–R18, R66–R67). */

import type { EpochMs, IdPair, SupportPlan } from "@accord/domain";
import { type Page, type PageRequest, pageOf } from "../../../kernel/db/page.js";
import { omit, pick } from "../../../kernel/db/row-shape.js";
import { insertRow, selectRows } from "../../../kernel/db/rows.js";
import { rowsById } from "../../../kernel/db/rows-by-id.js";
import { asList, first, isInList, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { agreementPairTable } from "./agreement-pair.table.js";
import {
  type Adjustment,
  adjust,
  type Consumed,
  type Consumption,
  consume,
  type Refund,
  refund,
  writeEntry,
} from "./ledger-writes.js";
import { pairRowOf } from "./pair-row.js";
import { planTable } from "./plan.table.js";
import {
  ANY_PLAN,
  OF_ACCOUNT,
  OF_ACCOUNT_BY_ID,
  REGISTERED,
  type RegisteredPlan,
  toPlan,
  toRegisteredPlan,
} from "./plan-row.js";
import { isInForce } from "./plans-in-force.js";
import { registrationTable } from "./registration.table.js";

export type { Adjustment, Consumed, Consumption, Refund, RegisteredPlan };

export interface NewPlan {
  /** `pln_…` */
  readonly id: string;
  readonly programmeId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  /** Null: unlimited. */
  readonly incidents: number | null;
  /** Normalised (domain: normaliseIdPair); null for a purchased pack. */
  readonly pair: IdPair | null;
  /** The account that bought it; null for an agreement. A purchaser is registered at once. */
  readonly purchaserId: string | null;
  /** The payment its GRANT entry belongs to; null for an agreement. */
  readonly paymentId: string | null;
  /** Whoever issued it, for the GRANT entry; null for the system. */
  readonly actorId: string | null;
  readonly at: EpochMs;
}

export interface PlanReads {
  /** Everything the account registered, soonest end first, whatever its state (hot path W1). */
  ofAccount(accountId: string): Promise<RegisteredPlan[]>;
  byId(id: string): Promise<SupportPlan | null>;
  byIds(ids: readonly string[]): Promise<SupportPlan[]>;
  /** Null unless this account registered it. */
  byIdForAccount(id: string, accountId: string): Promise<RegisteredPlan | null>;
  /** By a normalised pair; both halves must match. */
  byPair(pair: IdPair): Promise<SupportPlan | null>;
  /** The full pair, decrypted; null for a purchased pack or an unknown plan. The caller has checked re-authentication. */
  pairOf(planId: string): Promise<IdPair | null>;
  isRegistered(planId: string, accountId: string): Promise<boolean>;
  holdersCount(planId: string): Promise<number>;
  /** Every plan, by id (command line). */
  list(page: PageRequest): Promise<Page<SupportPlan>>;
}

export interface PlanWrites extends PlanReads {
  /** Makes plan, pair and GRANT entry; false when the pair exists already. */
  issue(plan: NewPlan): Promise<boolean>;
  /** False when this account had registered it before. */
  register(planId: string, accountId: string, at: EpochMs): Promise<boolean>;
  /** Only this account's registration (E11); false when there was none. */
  unregister(planId: string, accountId: string): Promise<boolean>;
  /** False when unknown or revoked before. */
  revoke(planId: string, at: EpochMs): Promise<boolean>;
  /** One incident, exactly once per request; null: not registered, revoked, outside its term or empty. */
  consume(consumption: Consumption): Promise<Consumed | null>;
  /** Gives the incident of a request back once; false when none was consumed or it was given back before. */
  refund(refund: Refund): Promise<boolean>;
  /** False when the balance would go below zero or above what was granted, or the plan is unknown. */
  adjust(adjustment: Adjustment): Promise<boolean>;
}

const NEW_PLAN = omit(planTable, ["revokedAt", "changedAt", "importId"]);
const BY_PAIR = `FROM agreement_pair x JOIN plan p ON p.id = x.plan_id WHERE x.lookup = ? AND ${isInForce("p")}`;

export const createPlanReads = ({ sql, cipher, programmes }: StoreContext): PlanReads => {
  const plans = async (rest: string, params: readonly SqlValue[]): Promise<SupportPlan[]> =>
    Promise.all(
      (await selectRows(sql, ANY_PLAN, rest, params)).map(async (row) =>
        toPlan(row, await programmes.find(sql, row.programmeId)),
      ),
    );
  const registered = async (rest: string, params: readonly SqlValue[]): Promise<RegisteredPlan[]> =>
    Promise.all(
      (await selectRows(sql, REGISTERED, rest, params)).map(async (row) =>
        toRegisteredPlan(row, await programmes.find(sql, row.plan.programmeId)),
      ),
    );
  return {
    ofAccount: (accountId) => registered(OF_ACCOUNT, [accountId]),
    byId: async (id) => (await plans(`FROM plan p WHERE p.id = ? AND ${isInForce("p")}`, [id]))[0] ?? null,
    byIds: (ids) => plans(`FROM plan p WHERE ${isInList(sql.dialect, "p.id")} AND ${isInForce("p")}`, [asList(ids)]),
    byIdForAccount: async (id, accountId) => (await registered(OF_ACCOUNT_BY_ID, [accountId, id]))[0] ?? null,
    byPair: async (pair) => (await plans(BY_PAIR, [cipher.lookup(pair)]))[0] ?? null,
    pairOf: async (planId) => {
      const row = await first<{ sealed: string }>(sql, `SELECT sealed FROM agreement_pair WHERE plan_id = ?`, [planId]);
      return row && cipher.open(row.sealed, planId);
    },
    isRegistered: async (planId, accountId) =>
      (await sql.all(`SELECT 1 AS found FROM registration WHERE account_id = ? AND plan_id = ?`, [accountId, planId]))
        .length === 1,
    holdersCount: async (planId) => {
      const row = await first<{ holders: number }>(
        sql,
        `SELECT count(*) AS holders FROM registration WHERE plan_id = ?`,
        [planId],
      );
      return row?.holders ?? 0;
    },
    list: async ({ first: size, after }) =>
      pageOf(
        await plans(`FROM plan p WHERE p.id > ? AND ${isInForce("p")} ORDER BY p.id LIMIT ?`, [after ?? "", size + 1]),
        size,
      ),
  };
};

export const createPlanWrites = (context: WriteContext): PlanWrites => {
  const { sql, cipher } = context;
  const register: PlanWrites["register"] = async (planId, accountId, at) =>
    (await insertRow(sql, registrationTable, { accountId, planId, at }, "ON CONFLICT DO NOTHING")) === 1;
  const writePair = async (planId: string, pair: IdPair): Promise<boolean> => {
    const row = { planId, ...pairRowOf(cipher, planId, pair) };
    return (await insertRow(sql, agreementPairTable, row, "ON CONFLICT DO NOTHING")) === 1;
  };
  return {
    ...createPlanReads(context),
    issue: async (plan) => {
      await insertRow(sql, NEW_PLAN, {
        ...plan,
        origin: plan.pair === null ? "PURCHASE" : "AGREEMENT",
        granted: plan.incidents,
        remaining: plan.incidents,
        createdAt: plan.at,
      });
      if (plan.pair !== null && !(await writePair(plan.id, plan.pair))) {
        await sql.run(`DELETE FROM plan WHERE id = ?`, [plan.id]);
        return false;
      }
      const { paymentId, actorId, at } = plan;
      writeEntry(sql, { planId: plan.id, kind: "GRANT", incidents: plan.incidents ?? 0, paymentId, actorId, at });
      if (plan.purchaserId !== null) await register(plan.id, plan.purchaserId, at);
      return true;
    },
    register,
    unregister: async (planId, accountId) =>
      (await sql.run(`DELETE FROM registration WHERE account_id = ? AND plan_id = ?`, [accountId, planId])) === 1,
    revoke: async (planId, at) =>
      (await sql.run(`UPDATE plan SET revoked_at = ?, changed_at = ? WHERE id = ? AND revoked_at IS NULL`, [
        at,
        at,
        planId,
      ])) === 1,
    consume: (consumption) => consume(sql, consumption),
    refund: (asked) => refund(sql, asked),
    adjust: (adjustment) => adjust(sql, adjustment),
  };
};

export const planStore: StoreKey<PlanReads, PlanWrites> = { reads: createPlanReads, writes: createPlanWrites };

export const planTimesStore = rowsById(pick(planTable, ["id", "createdAt", "changedAt"]));
