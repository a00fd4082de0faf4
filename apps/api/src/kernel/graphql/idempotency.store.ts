/** First result stored and replayed (contract.md, `idempotencyKey`). A refused unit rolls back, so a refusal burns no key. */
import type { EpochMs } from "@accord/domain";
import { first } from "../db/sql.js";
import { type StoreKey, writesOnly } from "../db/storage-part.js";
import type { WriteContext } from "../db/store-context.js";

export interface IdempotencyClaim {
  readonly principalId: string;
  readonly operation: string;
  readonly key: string;
  /** Digest of the normalised input. */
  readonly fingerprint: string;
  readonly at: EpochMs;
}

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

const KEY = "principal_id = ? AND operation = ? AND key = ?";

export const createIdempotencyWrites = ({ sql }: WriteContext): IdempotencyWrites => ({
  claim: async ({ principalId, operation, key, fingerprint, at }) => {
    const isNew = await sql.run(
      `INSERT INTO idempotency (principal_id, operation, key, fingerprint, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [principalId, operation, key, fingerprint, at],
    );
    if (isNew === 1) return { outcome: "NEW" };
    const text = `SELECT fingerprint, reply FROM idempotency WHERE ${KEY}`;
    const row = await first<{ fingerprint: string; reply: string | null }>(sql, text, [principalId, operation, key]);
    if (row === null || row.fingerprint !== fingerprint) return { outcome: "CONFLICT" };
    return { outcome: "STORED", reply: row.reply === null ? null : (JSON.parse(row.reply) as unknown) };
  },
  store: async ({ principalId, operation, key }, reply) => {
    sql.later(`UPDATE idempotency SET reply = ? WHERE ${KEY}`, [JSON.stringify(reply), principalId, operation, key]);
  },
  deleteBefore: (at) => sql.run(`DELETE FROM idempotency WHERE at < ?`, [at]),
});

export const idempotencyStore: StoreKey<object, IdempotencyWrites> = writesOnly(createIdempotencyWrites);
