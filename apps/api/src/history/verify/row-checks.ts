/** Checks that one SELECT can make: each returns the ids of the rows that break it. */
import { DAY, type EpochMs } from "@accord/domain";
import type { Breach } from "../../kernel/db/breach.js";
import type { Dialect, Sql, SqlValue } from "../../kernel/db/sql.js";
import { CONFIRMATION_KIND } from "../../kernel/jobs/outbox.store.js";
import { SWEPT_BY } from "../../kernel/jobs/sweep.store.js";

interface RowCheck {
  readonly check: string;
  readonly text: (dialect: Dialect) => string;
  /** `sweptBy`: by when everything past its keeping has to be gone; data that has only rested is not past it. */
  readonly params: (sweptBy: EpochMs) => readonly SqlValue[];
  readonly tell: (id: string) => string;
}

const IDEMPOTENCY_DAYS = 30;

const check = (
  name: string,
  text: string,
  tell: (id: string) => string,
  params: RowCheck["params"] = () => [],
): RowCheck => ({
  check: name,
  text: () => text,
  params,
  tell,
});

const past = (table: string, id: string, column: string, keptMs: number): RowCheck =>
  check(
    "V10",
    `SELECT ${id} AS id FROM ${table} WHERE ${column} < ?`,
    (found) => `${table} ${found} is past its retention`,
    (sweptBy) => [sweptBy - keptMs],
  );

const ROW_CHECKS: readonly RowCheck[] = [
  check(
    "V1",
    `SELECT p.id FROM plan p LEFT JOIN (SELECT plan_id, sum(incidents) AS balance FROM entitlement_ledger GROUP BY plan_id) l ON l.plan_id = p.id
     WHERE p.remaining IS NOT NULL AND (p.remaining < 0 OR p.remaining > p.granted OR p.remaining <> coalesce(l.balance, 0))`,
    (id) => `the balance of plan ${id} is not the sum of its ledger`,
  ),
  check(
    "V1",
    `SELECT p.id FROM plan p WHERE NOT EXISTS (SELECT 1 FROM entitlement_ledger l WHERE l.plan_id = p.id AND l.kind = 'GRANT')`,
    (id) => `plan ${id} was never granted in its ledger`,
  ),
  check(
    "V2",
    `SELECT l.id FROM entitlement_ledger l LEFT JOIN support_request r ON r.id = l.request_id
     WHERE l.kind = 'CONSUME' AND (r.id IS NULL OR r.plan_id IS NULL OR r.plan_id <> l.plan_id)`,
    (id) => `ledger entry ${id} consumed an incident for no request of its plan`,
  ),
  check(
    "V2",
    `SELECT r.id FROM support_request r WHERE r.plan_id IS NOT NULL
     AND (SELECT count(*) FROM entitlement_ledger l WHERE l.request_id = r.id AND l.kind = 'CONSUME') <> 1`,
    (id) => `request ${id} did not consume exactly one incident`,
  ),
  check(
    "V3",
    `SELECT p.id FROM plan p WHERE p.origin = 'PURCHASE' AND (SELECT count(*) FROM purchase u
     WHERE u.plan_id = p.id AND u.account_id = p.purchaser_id AND u.pack_size = p.granted AND u.state IN ('SUCCEEDED', 'REFUNDED')) <> 1`,
    (id) => `purchased plan ${id} has not exactly one payment of its size by its purchaser`,
  ),
  check(
    "V3",
    `SELECT u.id FROM purchase u WHERE (u.state = 'SUCCEEDED' AND u.plan_id IS NULL)
     OR (u.state NOT IN ('SUCCEEDED', 'REFUNDED') AND (u.plan_id IS NOT NULL OR u.receipt_number IS NOT NULL))
     OR (u.plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.id = u.plan_id AND p.origin = 'PURCHASE'))`,
    (id) => `purchase ${id} and its plan do not belong together`,
  ),
  check(
    "V3",
    `SELECT u.id FROM purchase u WHERE u.plan_id IS NOT NULL AND u.gateway <> 'imported' AND (SELECT count(*) FROM entitlement_ledger l
     WHERE l.kind = 'GRANT' AND l.payment_id = u.id AND l.plan_id = u.plan_id AND l.incidents = u.pack_size) <> 1`,
    (id) => `purchase ${id} was not granted once, with its pack`,
  ),
  check(
    "V3",
    `SELECT u.id FROM purchase u WHERE u.state = 'REFUNDED' AND u.plan_id IS NOT NULL
     AND EXISTS (SELECT 1 FROM plan p WHERE p.id = u.plan_id AND p.remaining > 0)`,
    (id) => `purchase ${id} was refunded, and its plan still holds incidents`,
  ),
  check(
    "V3",
    `SELECT CAST(c.year AS text) AS id FROM receipt_count c WHERE c.last <>
     (SELECT count(*) FROM purchase u WHERE u.receipt_number LIKE 'ACC-' || CAST(c.year AS text) || '-%')`,
    (year) => `the receipts of ${year} are not numbered without gaps`,
  ),
  {
    check: "V4",
    text: (dialect) => {
      const contactId =
        dialect === "sqlite" ? `o.payload ->> '$.contactId'` : `CAST(o.payload AS json) ->> 'contactId'`;
      return `SELECT r.id FROM support_request r WHERE (SELECT count(*) FROM outbox o JOIN request_contact c ON c.id = ${contactId}
              WHERE o.kind = ? AND o.dedupe_key = CAST(? AS text) || r.id AND c.request_id = r.id) <> 1`;
    },
    params: () => [CONFIRMATION_KIND, `${CONFIRMATION_KIND}:`],
    tell: (id) => `request ${id} has not exactly one confirmation to a contact of its own`,
  },
  check(
    "V4",
    `SELECT o.id FROM outbox o WHERE o.kind = ? AND NOT EXISTS (SELECT 1 FROM support_request r WHERE o.dedupe_key = CAST(? AS text) || r.id)`,
    (id) => `outgoing message ${id} confirms no request`,
    () => [CONFIRMATION_KIND, `${CONFIRMATION_KIND}:`],
  ),
  check(
    "V3",
    `SELECT v.plan_id AS id FROM plan_activation v WHERE v.activated_at IS NULL
       AND EXISTS (SELECT 1 FROM registration r WHERE r.plan_id = v.plan_id)`,
    (id) => `plan ${id} is held by somebody and was never activated`,
  ),
  check(
    "V9",
    `SELECT r.id FROM support_request r WHERE NOT EXISTS (SELECT 1 FROM request_contact c WHERE c.request_id = r.id AND c.removed_at IS NULL)`,
    (id) => `request ${id} has no contact`,
  ),
  check(
    "V9",
    `SELECT r.id FROM support_request r WHERE (SELECT count(*) FROM request_contact c
     WHERE c.request_id = r.id AND c.removed_at IS NULL AND c.role = 'PRIMARY') <> 1`,
    (id) => `request ${id} has not exactly one primary contact`,
  ),
  check(
    "V11",
    `SELECT r.id FROM support_request r WHERE (r.status = 'WAITING_FOR_CUSTOMER')
     <> EXISTS (SELECT 1 FROM request_pause p WHERE p.request_id = r.id AND p.until_at IS NULL)
     UNION SELECT p.request_id FROM request_pause p WHERE p.until_at < p.from_at`,
    (id) => `the pauses of request ${id} do not follow its status`,
  ),
  check(
    "V11",
    `SELECT r.id FROM support_request r WHERE (r.status IN ('WAITING_FOR_CUSTOMER', 'SOLVED')) <> (r.waiting_since IS NOT NULL)`,
    (id) => `the wait of request ${id} does not follow its status`,
  ),
  past("session", "id", "expires_at", 0),
  past("draft", "id", "expires_at", 0),
  past("draft_handover", "draft_id", "expires_at", 0),
  past("oidc_model", "id", "expires_at", 0),
  past("idempotency", "key", "at", IDEMPOTENCY_DAYS * DAY),
];

/** The checks that one SELECT can make. */
export const checkRows = async (reader: Sql, now: EpochMs): Promise<Breach[]> => {
  const breaches: Breach[] = [];
  const [swept] = await reader.all<{ at: number }>(SWEPT_BY);
  // A clock that was set back: a round in its future says nothing of today.
  const sweptBy = Math.min(Number(swept?.at ?? 0), now);
  for (const { check: name, text, params, tell } of ROW_CHECKS) {
    const rows = await reader.all<{ id: string }>(text(reader.dialect), params(sweptBy));
    breaches.push(...rows.map((row) => ({ check: name, message: tell(row.id) })));
  }
  return breaches;
};
