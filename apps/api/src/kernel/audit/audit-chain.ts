/** V7, P-5: every audit row follows the one before it, its details are those it was written with, and no exported head is gone. */
import type { Breach } from "../db/breach.js";
import type { Sql } from "../db/sql.js";
import { type AuditHead, CHAIN_START, digestOf, hashOf } from "./audit.store.js";

export type AuditProblem =
  | "OUT_OF_PLACE"
  | "UNLINKED"
  | "ALTERED"
  | "OTHER_DETAILS"
  /** An exported head stands past the end: the newest rows were cut off. */
  | "CUT_OFF"
  /** The row of an exported head is another one: the chain was written anew. */
  | "REWRITTEN";

export interface AuditCheck {
  /** The last row that is as it must be. */
  readonly head: AuditHead;
  /** What follows it cannot be judged. */
  readonly firstBad: { readonly seq: number; readonly problem: AuditProblem } | null;
}

type StoredRow = Parameters<typeof hashOf>[0] & { readonly hash: string; readonly content: string | null };

const PAGE = 1000;
const NEXT = `SELECT a.seq, a.at, a.actor_id AS "actorId", a.action, a.object_id AS "objectId", a.details_hash AS "detailsHash",
  a.prev_hash AS "prevHash", a.hash, d.content FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq
  WHERE a.seq > ? ORDER BY a.seq LIMIT ?`;

/** Walks the whole chain, against heads that were exported from it before. Erased details are no breach. */
export const walkAuditChain = async (sql: Sql, exported: readonly AuditHead[] = []): Promise<AuditCheck> => {
  const heads = new Map(exported.map(({ seq, hash }) => [seq, hash]));
  let head = CHAIN_START;
  for (;;) {
    const rows = await sql.all<StoredRow>(NEXT, [head.seq, PAGE]);
    for (const row of rows) {
      const problem = problemOf(row, head, heads);
      if (problem !== null) return { head, firstBad: { seq: row.seq, problem } };
      head = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < PAGE) break;
  }
  const end = head.seq;
  const isCut = exported.some(({ seq }) => seq > end);
  return { head, firstBad: isCut ? { seq: end + 1, problem: "CUT_OFF" } : null };
};

const problemOf = (row: StoredRow, head: AuditHead, exported: ReadonlyMap<number, string>): AuditProblem | null => {
  if (row.seq !== head.seq + 1) return "OUT_OF_PLACE";
  if (row.prevHash !== head.hash) return "UNLINKED";
  if (hashOf(row) !== row.hash) return "ALTERED";
  if (row.content !== null && digestOf(row.content) !== row.detailsHash) return "OTHER_DETAILS";
  return (exported.get(row.seq) ?? row.hash) === row.hash ? null : "REWRITTEN";
};

const TOLD: Readonly<Record<AuditProblem, (head: AuditHead) => string>> = {
  OUT_OF_PLACE: ({ seq }) => `comes after row ${seq}`,
  UNLINKED: () => "does not follow the row before it",
  ALTERED: () => "was altered",
  OTHER_DETAILS: () => "has other details",
  CUT_OFF: () => "and what followed it were cut off",
  REWRITTEN: () => "is not the one that was exported: the chain was written anew",
};

/** Names the first bad row. */
export const tellAuditCheck = ({ head, firstBad }: AuditCheck): string | null =>
  firstBad === null ? null : `audit row ${firstBad.seq} ${TOLD[firstBad.problem](head)}`;

export const checkAuditChain = async (sql: Sql): Promise<Breach[]> => {
  const message = tellAuditCheck(await walkAuditChain(sql));
  return message === null ? [] : [{ check: "V7", message }];
};
