/** First result stored and replayed (contract.md, `idempotencyKey`). A refused unit rolls back, so a refusal burns no key. */
import type { EpochMs } from "@accord/domain";

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
