/** Legal holds, by account. */
import type { RowOf } from "../../../kernel/db/columns.js";
import { insertRow, selectFirst } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { legalHoldTable } from "./legal-hold.table.js";

export type LegalHold = RowOf<typeof legalHoldTable>;

interface Reads {
  of(accountId: string): Promise<LegalHold | null>;
}
interface Writes extends Reads {
  /** False where there is one. */
  set(hold: LegalHold): Promise<boolean>;
  /** False where there is none. */
  lift(accountId: string): Promise<boolean>;
}

const createReads = ({ sql }: StoreContext): Reads => ({
  of: (accountId) => selectFirst(sql, legalHoldTable, "FROM legal_hold WHERE account_id = ?", [accountId]),
});

const createWrites = (context: WriteContext): Writes => ({
  ...createReads(context),
  set: async (hold) =>
    (await insertRow(context.sql, legalHoldTable, hold, "ON CONFLICT (account_id) DO NOTHING")) === 1,
  lift: async (accountId) => (await context.sql.run(`DELETE FROM legal_hold WHERE account_id = ?`, [accountId])) === 1,
});

export const legalHoldStore: StoreKey<Reads, Writes> = { reads: createReads, writes: createWrites };
