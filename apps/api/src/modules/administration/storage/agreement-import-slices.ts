/** Rows of an import written as agreements that are not in force, and thrown away again: set-based, a slice at a time (K9). */
import type { EpochMs } from "@accord/domain";
import type { TransactionSql } from "../../../kernel/db/sql.js";

export interface LoadedSlice {
  readonly importId: string;
  readonly actorId: string | null;
  readonly at: EpochMs;
  /** How many rows were written before: who counts otherwise works on it no more. */
  readonly done: number;
  /** The last line of the slice before; 0 where it is not known. */
  readonly after: number;
  readonly most: number;
}

export interface WrittenSlice {
  /** None: everything is written. */
  readonly rows: number;
  readonly last: number;
}

/** Accepted and not written yet: a written row keeps no secret here. */
const NEXT = `FROM agreement_import_row w WHERE w.import_id = ? AND w.outcome = 'ACCEPTED' AND w.sealed IS NOT NULL`;
/** From the first line of the slice on: what was written before is not looked at again. */
const OF_RUN = `${NEXT} AND w.line BETWEEN ? AND ?`;

const KNOWN = `UPDATE agreement_import_row SET outcome = 'EXISTS',
  plan_id = (SELECT x.plan_id FROM agreement_pair x WHERE x.lookup = agreement_import_row.lookup)
  WHERE import_id = ? AND outcome = 'ACCEPTED' AND sealed IS NOT NULL AND line BETWEEN ? AND ?
  AND EXISTS (SELECT 1 FROM agreement_pair x WHERE x.lookup = agreement_import_row.lookup)`;
const PLANS = `INSERT INTO plan (id, origin, programme_id, starts_on, ends_on, time_zone, starts_at, ends_at, granted, remaining, created_at, import_id)
  SELECT w.plan_id, 'AGREEMENT', w.programme_id, w.starts_on, w.ends_on, w.time_zone, w.starts_at, w.ends_at, w.granted,
  w.granted - w.used, CAST(? AS bigint), w.import_id ${OF_RUN}`;
const PAIRS = `INSERT INTO agreement_pair (plan_id, lookup, key_id, sealed, access_id_ending, agreement_id_ending)
  SELECT w.plan_id, w.lookup, w.key_id, w.sealed, w.access_id_ending, w.agreement_id_ending ${OF_RUN}`;
const GRANTS = `INSERT INTO entitlement_ledger (id, plan_id, seq, kind, incidents, balance_after, actor_id, at)
  SELECT w.ledger_id, w.plan_id, 1, 'GRANT', coalesce(w.granted, 0), w.granted, CAST(? AS text), CAST(? AS bigint) ${OF_RUN}`;
const OPENINGS = `INSERT INTO entitlement_ledger (id, plan_id, seq, kind, incidents, balance_after, actor_id, reason, at)
  SELECT w.opening_id, w.plan_id, 2, 'ADJUST', -w.used, w.granted - w.used, CAST(? AS text), 'OPENING_BALANCE', CAST(? AS bigint)
  ${OF_RUN} AND w.used > 0`;
const RECIPIENTS = `INSERT INTO agreement_recipient (plan_id, name, name_folded, email, email_folded, language)
  SELECT w.plan_id, w.recipient_name, w.recipient_name_folded, w.recipient_email, w.recipient_email, w.language ${OF_RUN}`;
const WRITTEN = `UPDATE agreement_import_row SET lookup = NULL, key_id = NULL, sealed = NULL
  WHERE import_id = ? AND outcome = 'ACCEPTED' AND sealed IS NOT NULL AND line BETWEEN ? AND ?`;

export const writeSlice = async (
  sql: TransactionSql,
  { importId, actorId, done, after, most, at }: LoadedSlice,
): Promise<WrittenSlice | null> => {
  // Locks the import. Who was taken for dead and comes back counts otherwise than whoever went on.
  const mine = `UPDATE agreement_import SET updated_at = ? WHERE id = ? AND state = 'LOADING' AND done = ?`;
  if ((await sql.run(mine, [at, importId, done])) === 0) return null;
  const next = `SELECT w.line AS line ${NEXT} AND w.line > ? ORDER BY w.line LIMIT ?`;
  const lines = await sql.all<{ line: number }>(next, [importId, after, most]);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return { rows: 0, last: after };
  const run = [importId, first.line, last.line];
  const known = await sql.run(KNOWN, run);
  await sql.run(PLANS, [at, ...run]);
  await sql.run(PAIRS, run);
  await sql.run(GRANTS, [actorId, at, ...run]);
  await sql.run(OPENINGS, [actorId, at, ...run]);
  await sql.run(RECIPIENTS, run);
  await sql.run(WRITTEN, run);
  const counts = `UPDATE agreement_import SET done = done + ?, accepted = accepted - ?, existing = existing + ? WHERE id = ?`;
  await sql.run(counts, [lines.length, known, known, importId]);
  return { rows: lines.length, last: last.line };
};

const OF_DROPPED = `IN (SELECT w.plan_id FROM agreement_import_row w WHERE w.import_id = ? AND w.line <= ? AND w.outcome = 'ACCEPTED')`;

const lastOf = async (sql: TransactionSql, importId: string, most: number) => {
  const text = `SELECT w.line AS line FROM agreement_import_row w WHERE w.import_id = ? ORDER BY w.line LIMIT ?`;
  const rows = await sql.all<{ line: number }>(text, [importId, most]);
  return rows.at(-1);
};

const FORGOTTEN = `DELETE FROM agreement_import_row WHERE import_id = ? AND line <= ?`;

export const forgetSlice = async (sql: TransactionSql, importId: string, most: number): Promise<number> => {
  const last = await lastOf(sql, importId, most);
  return last === undefined ? 0 : sql.run(FORGOTTEN, [importId, last.line]);
};

/** The plan itself and its ledger stay, of no use to anybody: a ledger is only ever added to. */
export const discardSlice = async (sql: TransactionSql, importId: string, most: number): Promise<number> => {
  const last = await lastOf(sql, importId, most);
  if (last === undefined) return 0;
  const run = [importId, last.line];
  await sql.run(`DELETE FROM agreement_pair WHERE plan_id ${OF_DROPPED}`, run);
  await sql.run(`DELETE FROM agreement_recipient WHERE plan_id ${OF_DROPPED}`, run);
  return sql.run(FORGOTTEN, run);
};
