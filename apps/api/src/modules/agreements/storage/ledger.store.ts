/** Reading the append-only ledger of a plan; writing it is plans.* alone. */

import type { Page, PageRequest } from "../../../kernel/db/page.js";
import { pageOf, walkBy } from "../../../kernel/db/page.js";
import { omit, type RowIn } from "../../../kernel/db/row-shape.js";
import { selectFirst, selectRows } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext } from "../../../kernel/db/store-context.js";
import { entitlementLedgerTable } from "./entitlement-ledger.table.js";

export type LedgerRow = RowIn<typeof ENTRY>;

export interface LedgerReads {
  byId(id: string): Promise<LedgerRow | null>;
  /** Newest first. */
  ofPlan(planId: string, page: PageRequest): Promise<Page<LedgerRow>>;
  /** Whether the incident a request had used went back to its plan. */
  isGivenBack(requestId: string): Promise<boolean>;
  count(planId: string): Promise<number>;
}

const ENTRY = omit(entitlementLedgerTable, ["seq"]);
const PLACE = "(SELECT c.seq FROM entitlement_ledger c WHERE c.id = ?)";

const GIVEN_BACK = `SELECT 1 AS found FROM entitlement_ledger WHERE request_id = ? AND kind = 'REFUND'`;

export const createLedgerReads = ({ sql }: StoreContext): LedgerReads => ({
  byId: (id) => selectFirst(sql, ENTRY, "FROM entitlement_ledger WHERE id = ?", [id]),
  ofPlan: async (planId, page) => {
    const { where, params, direction } = walkBy("seq", "DESC", page, PLACE);
    const rest = `FROM entitlement_ledger WHERE plan_id = ? AND ${where} ORDER BY seq ${direction} LIMIT ?`;
    return pageOf(await selectRows(sql, ENTRY, rest, [planId, ...params, page.first + 1]), page.first);
  },
  isGivenBack: async (requestId) => (await sql.all(GIVEN_BACK, [requestId])).length === 1,
  count: async (planId) => {
    const [row] = await sql.all<{ found: number }>(
      `SELECT count(*) AS found FROM entitlement_ledger WHERE plan_id = ?`,
      [planId],
    );
    return Number(row?.found ?? 0);
  },
});

export const ledgerStore: StoreKey<LedgerReads, LedgerReads> = { reads: createLedgerReads, writes: createLedgerReads };
