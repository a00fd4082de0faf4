/** First result stored and replayed (contract.md, `idempotencyKey`). A refused unit rolls back, so a refusal burns no key. */

import type { EpochMs } from "@accord/domain";
import { omit, pick, type RowIn } from "../db/row-shape.js";
import { insertRow, selectFirst } from "../db/rows.js";
import type { StoreKey } from "../db/storage-part.js";
import { writesOnly } from "../db/storage-part.js";
import type { WriteContext } from "../db/store-context.js";
import { idempotencyTable } from "./idempotency.table.js";

export type IdempotencyClaim = RowIn<typeof CLAIM>;

export type ClaimOutcome =
  | { readonly outcome: "NEW" }
  | { readonly outcome: "STORED"; readonly reply: unknown }
  /** Same key, other input: `IDEMPOTENCY_KEY_REUSED`. */
  | { readonly outcome: "CONFLICT" };

export interface IdempotencyWrites {
  /** The first statement of a unit that has a key. */
  claim(claim: IdempotencyClaim): Promise<ClaimOutcome>;
  /** Keeps the reply (JSON) of a claim made in this unit. */
  store(claim: Pick<IdempotencyClaim, "principalId" | "operation" | "key">, reply: unknown): Promise<void>;
  deleteBefore(at: EpochMs): Promise<number>;
}

const CLAIM = omit(idempotencyTable, ["reply"]);
const FIRST = pick(idempotencyTable, ["fingerprint", "reply"]);
const KEY = "principal_id = ? AND operation = ? AND key = ?";

export const createIdempotencyWrites = ({ sql }: WriteContext): IdempotencyWrites => ({
  claim: async (claim) => {
    if ((await insertRow(sql, CLAIM, claim, "ON CONFLICT DO NOTHING")) === 1) return { outcome: "NEW" };
    const { principalId, operation, key, fingerprint } = claim;
    const row = await selectFirst(sql, FIRST, `FROM idempotency WHERE ${KEY}`, [principalId, operation, key]);
    if (row === null || row.fingerprint !== fingerprint) return { outcome: "CONFLICT" };
    return { outcome: "STORED", reply: row.reply === null ? null : (JSON.parse(row.reply) as unknown) };
  },
  store: async ({ principalId, operation, key }, reply) => {
    sql.later(`UPDATE idempotency SET reply = ? WHERE ${KEY}`, [JSON.stringify(reply), principalId, operation, key]);
  },
  deleteBefore: (at) => sql.run(`DELETE FROM idempotency WHERE at < ?`, [at]),
});

export const idempotencyStore: StoreKey<object, IdempotencyWrites> = writesOnly(createIdempotencyWrites);
