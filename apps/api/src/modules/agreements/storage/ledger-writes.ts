/** The only statements that change a balance: a guarded UPDATE of the plan, then its ledger entry. */
import type { EpochMs, LedgerKind } from "@accord/domain";
import { newId } from "../../../kernel/db/ids.js";
import { first, type TransactionSql } from "../../../kernel/db/sql.js";

export interface Consumption {
  readonly planId: string;
  readonly accountId: string;
  readonly requestId: string;
  readonly actorId: string;
  readonly now: EpochMs;
}

/** What an incident was taken off. */
export interface Consumed {
  /** After it; null: unlimited. */
  readonly incidentsRemaining: number | null;
}

export interface Refund {
  readonly requestId: string;
  readonly actorId: string | null;
  readonly reason: string;
  readonly now: EpochMs;
  /** The plan has ended: the refunded incident expires at once (an EXPIRE entry follows). */
  readonly isExpiredAtOnce: boolean;
}

export interface Adjustment {
  readonly planId: string;
  /** Signed. */
  readonly incidents: number;
  readonly actorId: string | null;
  readonly reason: string;
  readonly at: EpochMs;
}

interface Entry {
  readonly planId: string;
  readonly kind: LedgerKind;
  readonly incidents: number;
  readonly requestId?: string | null;
  readonly paymentId?: string | null;
  readonly actorId: string | null;
  readonly reason?: string | null;
  readonly at: number;
}

/** Plans not in force too: whoever writes to one found it in force. The plan's row is locked by the UPDATE or INSERT before it, so the next number within the plan is ours. */
const INSERT_ENTRY = `INSERT INTO entitlement_ledger
  (id, plan_id, seq, kind, incidents, balance_after, request_id, payment_id, actor_id, reason, at)
  SELECT CAST(? AS text), p.id, coalesce((SELECT max(l.seq) FROM entitlement_ledger l WHERE l.plan_id = p.id), 0) + 1,
         CAST(? AS text), CAST(? AS integer), p.remaining, CAST(? AS text), CAST(? AS text), CAST(? AS text), CAST(? AS text), CAST(? AS bigint)
  FROM plan p WHERE p.id = ?`;

/** Adds an entry that tells of the balance as it is now. */
export const writeEntry = (sql: TransactionSql, entry: Entry): void => {
  sql.later(INSERT_ENTRY, [
    newId("led", entry.at),
    entry.kind,
    entry.incidents,
    entry.requestId ?? null,
    entry.paymentId ?? null,
    entry.actorId,
    entry.reason ?? null,
    entry.at,
    entry.planId,
  ]);
};

const CONSUME = `UPDATE plan SET remaining = remaining - 1
  WHERE id = ? AND (remaining IS NULL OR remaining >= 1) AND starts_at <= ? AND ends_at > ? AND revoked_at IS NULL
  AND EXISTS (SELECT 1 FROM registration r WHERE r.account_id = ? AND r.plan_id = plan.id)
  RETURNING remaining`;

export const consume = async (
  sql: TransactionSql,
  { planId, accountId, requestId, actorId, now }: Consumption,
): Promise<Consumed | null> => {
  const left = await first<{ remaining: number | null }>(sql, CONSUME, [planId, now, now, accountId]);
  if (left === null) return null;
  writeEntry(sql, { planId, kind: "CONSUME", incidents: -1, requestId, actorId, at: now });
  return { incidentsRemaining: left.remaining };
};

const LOCK = `UPDATE plan SET remaining = remaining WHERE id = ?`;
const GIVE_BACK = `UPDATE plan SET remaining = remaining + 1 WHERE id = ? AND (remaining IS NULL OR remaining < granted)
  AND NOT EXISTS (SELECT 1 FROM entitlement_ledger l WHERE l.request_id = ? AND l.kind = 'REFUND')`;

export const refund = async (
  sql: TransactionSql,
  { requestId, actorId, reason, now, isExpiredAtOnce }: Refund,
): Promise<boolean> => {
  const text = `SELECT plan_id AS "planId" FROM entitlement_ledger WHERE request_id = ? AND kind = 'CONSUME'`;
  const consumed = await first<{ planId: string }>(sql, text, [requestId]);
  if (consumed === null) return false;
  const { planId } = consumed;
  // PostgreSQL: the next statement must see what the one that held the lock before us did.
  await sql.run(LOCK, [planId]);
  if ((await sql.run(GIVE_BACK, [planId, requestId])) === 0) return false;
  writeEntry(sql, { planId, kind: "REFUND", incidents: 1, requestId, actorId, reason, at: now });
  if (!isExpiredAtOnce) return true;
  const expired = await sql.run(`UPDATE plan SET remaining = remaining - 1 WHERE id = ? AND remaining >= 1`, [planId]);
  if (expired === 1)
    writeEntry(sql, { planId, kind: "EXPIRE", incidents: -1, requestId, actorId, reason: "PLAN_ENDED", at: now });
  return true;
};

const ADJUST = `UPDATE plan SET remaining = remaining + ?, changed_at = ?
  WHERE id = ? AND (remaining IS NULL OR (remaining + ? >= 0 AND remaining + ? <= granted))`;

export const adjust = async (
  sql: TransactionSql,
  { planId, incidents, actorId, reason, at }: Adjustment,
): Promise<boolean> => {
  if ((await sql.run(ADJUST, [incidents, at, planId, incidents, incidents])) === 0) return false;
  writeEntry(sql, { planId, kind: "ADJUST", incidents, actorId, reason, at });
  return true;
};
