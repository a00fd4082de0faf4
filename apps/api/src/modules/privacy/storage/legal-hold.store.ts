/** Legal holds, by account. */
import type { RowOf } from "../../../kernel/db/columns.js";
import type { Held } from "../../../kernel/db/retained.js";
import { insertRow, selectFirst } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { legalHoldTable } from "./legal-hold.table.js";

export type LegalHold = RowOf<typeof legalHoldTable>;

interface Reads {
  of(accountId: string): Promise<LegalHold | null>;
  /** Everybody whom one is on. */
  held(): Promise<Held>;
}
interface Writes extends Reads {
  /** False where there is one. */
  set(hold: LegalHold): Promise<boolean>;
  /** False where there is none. */
  lift(accountId: string): Promise<boolean>;
}

const createReads = ({ sql }: StoreContext): Reads => ({
  of: (accountId) => selectFirst(sql, legalHoldTable, "FROM legal_hold WHERE account_id = ?", [accountId]),
  held: async () => {
    const rows = await sql.all<{ id: string; address: string | null }>(
      `SELECT h.account_id AS id, CASE WHEN a.is_email_proven = 1 THEN lower(a.email) END AS address
       FROM legal_hold h JOIN account a ON a.id = h.account_id ORDER BY h.account_id`,
      [],
    );
    const addresses = rows.flatMap(({ address }) => (address === null ? [] : [address]));
    return { accountIds: rows.map(({ id }) => id), addresses };
  },
});

const createWrites = (context: WriteContext): Writes => ({
  ...createReads(context),
  set: async (hold) =>
    (await insertRow(context.sql, legalHoldTable, hold, "ON CONFLICT (account_id) DO NOTHING")) === 1,
  lift: async (accountId) => (await context.sql.run(`DELETE FROM legal_hold WHERE account_id = ?`, [accountId])) === 1,
});

export const legalHoldStore: StoreKey<Reads, Writes> = { reads: createReads, writes: createWrites };
