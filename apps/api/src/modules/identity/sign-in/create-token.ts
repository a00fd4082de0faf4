/** Makes a personal access token for an account: shown once, kept as a hash, at most a year (contract.md, Machine access). */
import { DAY, type EpochMs } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { Clock } from "../../../kernel/clock.js";
import { type Database, newId, type WriteStores } from "../../../kernel/db/index.js";
import { outboxStore } from "../../../kernel/jobs/outbox.store.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import type { Scope } from "../../../kernel/principal.js";
import { tokenStore } from "../storage/token.store.js";
import { newAccessToken } from "./access-token.js";

export interface NewToken {
  readonly accountId: string;
  /** What the owner calls it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Incidents it may give or take in a day; null where it moves none. */
  readonly dailyIncidents?: number | null;
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
  const made = { accountId, actorId: null, name, scopes: [...new Set(scopes)], hash, at: now, expiresAt: end };
  const { id } = await db.transaction("create token", (tx) => addToken(tx, made));
  return { id, token, expiresAt: end };
};

interface AddedToken extends NewToken {
  /** Null: the command line. */
  readonly actorId: string | null;
  /** Of the token itself, which is kept nowhere. */
  readonly hash: string;
  readonly at: EpochMs;
  readonly expiresAt: EpochMs;
}

/** Writes it down, with who made it, and has its owner told. */
export const addToken = async (tx: WriteStores, made: AddedToken): Promise<{ readonly id: string }> => {
  const { accountId, actorId, hash, at, ...facts } = made;
  const id = newId("tok", at);
  const { name, scopes, dailyIncidents = null, expiresAt } = facts;
  const details = { tokenId: id, scopes, ...(dailyIncidents === null ? {} : { dailyIncidents }) };
  await tx.of(auditStore).append({ actorId, action: "token.create", objectId: accountId, details, at });
  const kept = {
    id,
    accountId,
    name,
    scopes,
    dailyIncidents,
    createdAt: at,
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
  };
  await tx.of(tokenStore).create({ ...kept, tokenHash: hash });
  const kind = "mail.token-created";
  tx.of(outboxStore).post({ dedupeKey: `${kind}:${id}`, kind, payload: { tokenId: id }, at });
  return { id };
};
