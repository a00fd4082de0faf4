/** Agreements as staff find and manage them, whoever registered them (F18, F56). */

import {
  type CivilDate,
  comparableEmail,
  type EpochMs,
  foldedUnlessPlain,
  type IdPair,
  type Recipient,
} from "@accord/domain";
import { type Page, type PageRequest, pageOf, walkBy } from "../../../kernel/db/page.js";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRow, replaceBy, selectRows, updateRows } from "../../../kernel/db/rows.js";
import { first, type Sql, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { agreementPairTable } from "./agreement-pair.table.js";
import { agreementRecipientTable } from "./agreement-recipient.table.js";
import { type Conditions, conditionsOf, type ManagedPlanFilter } from "./managed-plan-filter.js";
import { MANAGED, type ManagedPlan, toManaged } from "./managed-plan-row.js";
import { pairRowOf } from "./pair-row.js";
import { isInForce } from "./plans-in-force.js";

export type { ManagedPlan, ManagedPlanFilter };

/** An account that registered an agreement, and what it used of it. */
export interface Holder {
  readonly accountId: string;
  readonly registeredAt: EpochMs;
  readonly incidentsUsed: number;
}

export interface Usage {
  readonly requestCount: number;
  /** Taken off and not given back. */
  readonly incidentsUsed: number;
  readonly lastUsedAt: EpochMs | null;
}

export interface ManagedPlanReads {
  /** Newest first. */
  page(filter: ManagedPlanFilter, page: PageRequest): Promise<Page<ManagedPlan>>;
  count(filter: ManagedPlanFilter): Promise<number>;
  /** Null for a purchased pack too. */
  byId(id: string): Promise<ManagedPlan | null>;
  holders(planId: string): Promise<Holder[]>;
  usage(planId: string): Promise<Usage>;
}

export interface ManagedPlanWrites extends ManagedPlanReads {
  /** The plan with its row locked until the unit ends. */
  byIdForChange(id: string): Promise<ManagedPlan | null>;
  saveRecipient(planId: string, recipient: Recipient): Promise<void>;
  /** False when the plan does not end earlier, or was withdrawn. */
  extend(
    planId: string,
    term: { readonly endsOn: CivilDate; readonly endsAt: EpochMs; readonly at: EpochMs },
  ): Promise<boolean>;
  /** The pair before opens nothing from then on; false when the new one exists already. */
  replacePair(planId: string, pair: IdPair, at: EpochMs): Promise<boolean>;
  /** Takes the agreement from every account; returns from how many. */
  unregisterAll(planId: string): Promise<number>;
}

const PAIR = omit(agreementPairTable, ["planId"]);
const REPLACED = replaceBy(agreementRecipientTable, ["planId"]);

const FROM = `FROM plan p LEFT JOIN agreement_pair x ON x.plan_id = p.id
  LEFT JOIN agreement_recipient c ON c.plan_id = p.id
  LEFT JOIN plan_activation v ON v.plan_id = p.id WHERE p.origin = 'AGREEMENT' AND ${isInForce("p")}`;

const HOLDERS = `SELECT r.account_id AS "accountId", r.at AS "registeredAt",
  (SELECT -coalesce(sum(l.incidents), 0) FROM entitlement_ledger l JOIN support_request q ON q.id = l.request_id
   WHERE l.plan_id = r.plan_id AND l.kind IN ('CONSUME', 'REFUND') AND q.submitter_id = r.account_id) AS "incidentsUsed"
  FROM registration r WHERE r.plan_id = ? ORDER BY r.at, r.account_id`;

const USAGE = `SELECT count(*) FILTER (WHERE l.kind = 'CONSUME') AS "requestCount",
  -coalesce(sum(l.incidents), 0) AS "incidentsUsed", max(CASE WHEN l.kind = 'CONSUME' THEN l.at END) AS "lastUsedAt"
  FROM entitlement_ledger l WHERE l.plan_id = ? AND l.kind IN ('CONSUME', 'REFUND')`;

/** Plans not in force too: a zone more finds nothing more. */
const zonesOf = async (sql: Sql): Promise<string[]> =>
  (await sql.all<{ zone: string }>(`SELECT DISTINCT time_zone AS zone FROM plan`)).map(({ zone }) => zone);

export const createManagedPlanReads = ({ sql, programmes }: StoreContext): ManagedPlanReads => {
  const plans = async (rest: string, params: readonly SqlValue[]): Promise<ManagedPlan[]> =>
    Promise.all(
      (await selectRows(sql, MANAGED, rest, params)).map(async (row) =>
        toManaged(row, await programmes.find(sql, row.plan.programmeId)),
      ),
    );
  const judge = async (filter: ManagedPlanFilter): Promise<Conditions> =>
    conditionsOf(sql.dialect, filter, await programmes.all(sql), filter.state ? await zonesOf(sql) : []);
  return {
    page: async (filter, page) => {
      const { text, params } = await judge(filter);
      const walk = walkBy("p.id", "DESC", page);
      const rest = `${FROM} ${text} AND ${walk.where} ORDER BY p.id ${walk.direction} LIMIT ?`;
      return pageOf(await plans(rest, [...params, ...walk.params, page.first + 1]), page.first);
    },
    count: async (filter) => {
      const { text, params } = await judge(filter);
      const row = await first<{ found: number }>(sql, `SELECT count(*) AS found ${FROM} ${text}`, params);
      return Number(row?.found ?? 0);
    },
    byId: async (id) => (await plans(`${FROM} AND p.id = ?`, [id]))[0] ?? null,
    holders: async (planId) =>
      (await sql.all<Holder>(HOLDERS, [planId])).map((one) => ({
        ...one,
        incidentsUsed: Number(one.incidentsUsed),
      })),
    usage: async (planId) => {
      const row = await first<Usage>(sql, USAGE, [planId]);
      return {
        requestCount: Number(row?.requestCount ?? 0),
        incidentsUsed: Number(row?.incidentsUsed ?? 0),
        lastUsedAt: row?.lastUsedAt ?? null,
      };
    },
  };
};

const EXTEND = `UPDATE plan SET ends_on = ?, ends_at = ?, changed_at = ? WHERE id = ? AND ends_at < ? AND revoked_at IS NULL`;

export const createManagedPlanWrites = (context: WriteContext): ManagedPlanWrites => {
  const { sql, cipher } = context;
  const reads = createManagedPlanReads(context);
  return {
    ...reads,
    byIdForChange: async (id) =>
      (await sql.run(`UPDATE plan SET remaining = remaining WHERE id = ?`, [id])) === 1 ? reads.byId(id) : null,
    saveRecipient: async (planId, { name, email, language }) => {
      const nameFolded = name === null ? null : foldedUnlessPlain(name);
      const emailFolded = email === null ? null : comparableEmail(email);
      const row = { planId, name, nameFolded, email, emailFolded, language };
      await insertRow(sql, agreementRecipientTable, row, REPLACED);
    },
    extend: async (planId, { endsOn, endsAt, at }) =>
      (await sql.run(EXTEND, [endsOn, endsAt, at, planId, endsAt])) === 1,
    replacePair: async (planId, pair, at) => {
      const row = pairRowOf(cipher, planId, pair);
      const taken = await first(sql, `SELECT 1 AS found FROM agreement_pair WHERE lookup = ?`, [row.lookup]);
      if (taken !== null || (await updateRows(sql, PAIR, row, "plan_id = ?", [planId])) === 0) return false;
      await sql.run(`UPDATE plan SET changed_at = ? WHERE id = ?`, [at, planId]);
      return true;
    },
    unregisterAll: (planId) => sql.run(`DELETE FROM registration WHERE plan_id = ?`, [planId]),
  };
};

export const managedPlanStore: StoreKey<ManagedPlanReads, ManagedPlanWrites> = {
  reads: createManagedPlanReads,
  writes: createManagedPlanWrites,
};
