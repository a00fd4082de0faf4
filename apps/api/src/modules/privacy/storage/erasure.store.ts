/** The journal of erasures. */
import type { EpochMs } from "@accord/domain";
import type { RowOf } from "../../../kernel/db/columns.js";
import { insertRow, selectFirst } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { erasureTable } from "./erasure.table.js";

export type Erasure = RowOf<typeof erasureTable>;

interface Reads {
  of(accountId: string): Promise<Erasure | null>;
  /** Begun and not ended. */
  unended(): Promise<readonly string[]>;
}
interface Writes extends Reads {
  /** False where it was begun before. */
  begin(accountId: string, at: EpochMs): Promise<boolean>;
  /** What is to be taken away after the rows; null: it is gone. */
  keepFiles(accountId: string, digests: readonly string[] | null): Promise<void>;
  end(accountId: string, at: EpochMs): Promise<void>;
}

const createReads = ({ sql }: StoreContext): Reads => ({
  of: (accountId) => selectFirst(sql, erasureTable, "FROM erasure WHERE account_id = ?", [accountId]),
  unended: async () => {
    const text = `SELECT account_id AS id FROM erasure WHERE ended_at IS NULL ORDER BY account_id`;
    return (await sql.all<{ id: string }>(text, [])).map(({ id }) => id);
  },
});

const createWrites = (context: WriteContext): Writes => ({
  ...createReads(context),
  begin: async (accountId, at) =>
    (await insertRow(
      context.sql,
      erasureTable,
      { accountId, begunAt: at, files: null, endedAt: null },
      "ON CONFLICT (account_id) DO NOTHING",
    )) === 1,
  keepFiles: async (accountId, digests) => {
    const files = digests === null ? null : JSON.stringify(digests);
    await context.sql.run(`UPDATE erasure SET files = ? WHERE account_id = ?`, [files, accountId]);
  },
  end: async (accountId, at) => {
    await context.sql.run(`UPDATE erasure SET ended_at = ? WHERE account_id = ?`, [at, accountId]);
  },
});

export const erasureStore: StoreKey<Reads, Writes> = { reads: createReads, writes: createWrites };
