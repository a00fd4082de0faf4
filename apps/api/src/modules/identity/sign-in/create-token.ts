/** Makes a personal access token for an account: shown once, kept as a hash, at most a year (contract.md, Machine access). */
import { DAY, type EpochMs } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { Clock } from "../../../kernel/clock.js";
import { type Database, newId } from "../../../kernel/db/index.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import type { Scope } from "../../../kernel/principal.js";
import { tokenStore } from "../storage/token.store.js";
import { newAccessToken } from "./access-token.js";

export interface NewToken {
  readonly accountId: string;
  /** What the owner calls it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Epoch ms; null: the longest life allowed. */
  readonly expiresAt: EpochMs | null;
}

/**
 * Creates the token and answers it in clear, the only time.
 * Throws RangeError when the end is not in the future or further away than the limit.
 */
export const createToken = async (
  { db, clock, limits }: { db: Database; clock: Clock; limits: Limits },
  { accountId, name, scopes, expiresAt }: NewToken,
): Promise<{ id: string; token: string; expiresAt: EpochMs }> => {
  const now = clock.now();
  const latest = now + limits.tokenDays * DAY;
  const end = expiresAt ?? latest;
  if (!Number.isSafeInteger(end) || end <= now || end > latest) {
    throw new RangeError(`a token ends in the future, at most ${limits.tokenDays} days from now`);
  }
  const { token, hash } = newAccessToken();
  const id = newId("tok", now);
  await db.transaction("create token", async (tx) => {
    const details = { tokenId: id, scopes: [...new Set(scopes)] };
    await tx.of(auditStore).append({ actorId: null, action: "token.create", objectId: accountId, details, at: now });
    await tx.of(tokenStore).create({
      id,
      accountId,
      name,
      scopes: [...new Set(scopes)],
      createdAt: now,
      expiresAt: end,
      lastUsedAt: null,
      revokedAt: null,
      tokenHash: hash,
    });
  });
  return { id, token, expiresAt: end };
};
