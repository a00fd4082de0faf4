/** V7: every audit row follows the one before it, and its details are those it was written with. */
import type { Breach } from "../database.js";
import type { Sql } from "../sql.js";
import { CHAIN_START, digestOf, hashOf } from "../stores/audit.store.js";

type StoredRow = Parameters<typeof hashOf>[0] & { readonly hash: string; readonly content: string | null };

const PAGE = 1000;
const NEXT = `SELECT a.seq, a.at, a.actor_id AS "actorId", a.action, a.object_id AS "objectId", a.details_hash AS "detailsHash",
  a.prev_hash AS "prevHash", a.hash, d.content FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq
  WHERE a.seq > ? ORDER BY a.seq LIMIT ?`;

/** Names the first bad row; what follows it cannot be judged. Erased details are no breach. */
export const checkAuditChain = async (sql: Sql): Promise<Breach[]> => {
  let head = CHAIN_START;
  for (;;) {
    const rows = await sql.all<StoredRow>(NEXT, [head.seq, PAGE]);
    for (const row of rows) {
      const problem = problemOf(row, head);
      if (problem !== null) return [{ check: "V7", message: `audit row ${row.seq} ${problem}` }];
      head = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < PAGE) return [];
  }
};

const problemOf = (row: StoredRow, head: { readonly seq: number; readonly hash: string }): string | null => {
  if (row.seq !== head.seq + 1) return `comes after row ${head.seq}`;
  if (row.prevHash !== head.hash) return "does not follow the row before it";
  if (hashOf(row) !== row.hash) return "was altered";
  return row.content !== null && digestOf(row.content) !== row.detailsHash ? "has other details" : null;
};
