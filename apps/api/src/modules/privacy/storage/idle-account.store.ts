/** Accounts that nobody signed in to, and that stand in nothing any more (F83). They go by an erasure, which is not of here. */
import type { EpochMs } from "@accord/domain";
import type { EndedAsked, EndedRow } from "../../../kernel/db/retained.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext } from "../../../kernel/db/store-context.js";

interface Reads {
  ended(asked: EndedAsked): Promise<readonly EndedRow[]>;
}

interface Row {
  readonly id: string;
  readonly since: number | string;
  readonly isHeld: number;
}

// Whoever stands in a request whose words are there: its conversation would lose a name that others need.
const IN_REQUESTS = `SELECT r.submitter_id FROM support_request r WHERE r.cleared_at IS NULL
  UNION SELECT r.engineer_id FROM support_request r WHERE r.cleared_at IS NULL AND r.engineer_id IS NOT NULL
  UNION SELECT c.account_id FROM request_contact c JOIN support_request r ON r.id = c.request_id
    WHERE r.cleared_at IS NULL AND c.account_id IS NOT NULL
  UNION SELECT t.actor_id FROM timeline_entry t JOIN support_request r ON r.id = t.request_id
    WHERE r.cleared_at IS NULL AND t.actor_id IS NOT NULL`;
const BY_ADDRESS = `SELECT lower(c.email) FROM request_contact c JOIN support_request r ON r.id = c.request_id
  WHERE r.cleared_at IS NULL AND c.account_id IS NULL`;

// Plans not in force too: one that will be is held by somebody.
const PLANS = `SELECT 1 FROM registration g JOIN plan p ON p.id = g.plan_id WHERE g.account_id = a.id AND p.ends_at > ?`;

const createReads = ({ sql }: StoreContext): Reads => ({
  ended: async ({ before, held, after, first, at }) => {
    const params: readonly (string | EpochMs)[] = [
      asList(held.accountIds),
      after,
      before,
      before,
      before,
      at,
      at,
      first,
    ];
    const rows = await sql.all<Row>(
      `SELECT a.id, a.updated_at AS since, CASE WHEN ${isInList(sql.dialect, "a.id")} THEN 1 ELSE 0 END AS "isHeld"
       FROM account a WHERE a.id > ? AND a.updated_at <= ?
       AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.account_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM account_role o WHERE o.account_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM team_member m WHERE m.account_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.account_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM session s WHERE s.account_id = a.id AND s.last_seen_at > ?)
       AND NOT EXISTS (SELECT 1 FROM token k WHERE k.account_id = a.id AND (k.last_used_at > ? OR (k.revoked_at IS NULL AND k.expires_at > ?)))
       AND NOT EXISTS (${PLANS})
       AND a.id NOT IN (${IN_REQUESTS}) AND NOT (a.is_email_proven = 1 AND lower(a.email) IN (${BY_ADDRESS}))
       ORDER BY a.id LIMIT ?`,
      params,
    );
    return rows.map(({ id, since, isHeld }) => ({ id, since: Number(since), isHeld: Number(isHeld) === 1, files: 0 }));
  },
});

export const idleAccountStore: StoreKey<Reads, Reads> = { reads: createReads, writes: createReads };
