/** Whether a try may be judged: a wall for the account that tries, a brake for the address, which others may share (K4, A-5, A-10). */
import { brakeWait, type EpochMs, MINUTE } from "@accord/domain";
import type { WriteStores } from "../db/index.js";
import { rateCounterStore } from "./rate-counter.store.js";

export interface Try {
  readonly what: "wrong-pair" | "link";
  readonly accountId: string;
  /** Tries of the account in a window; then none until it ends. */
  readonly wall: { readonly limit: number; readonly windowMs: number };
  readonly address: string;
  /** Tries of the address in a window that nobody waits for; after them each account waits for its turn. */
  readonly brake: { readonly free: number; readonly windowMs: number };
}

/** How long a turn stays good once it has come. */
const TURN_KEPT = 10 * MINUTE;

/**
 * Counts the try, for the account and for the address. Null: it may be judged; else how long to wait, in milliseconds.
 * What was written down then must be kept, for a turn may have been given.
 */
export const limitTry = async (tx: WriteStores, one: Try, now: EpochMs): Promise<number | null> => {
  const { what, accountId, wall, address, brake } = one;
  const accountKey = `${what}:account:${accountId}`;
  const addressKey = `${what}:address:${address}`;
  const seen = await tx.of(rateCounterStore).peek(accountKey, wall.limit, now);
  // Who stands before the wall takes no turn, and who waits for a turn spends nothing.
  if (!seen.allowed) return seen.retryAfterMs;
  const excess = (await tx.of(rateCounterStore).used(addressKey, now)) - brake.free;
  const wait = excess < 0 ? null : await awaitTurn(tx, `turn:${addressKey}:${accountId}`, brakeWait(excess), now);
  if (wait !== null) return wait;
  const counted = await tx.of(rateCounterStore).consume(accountKey, 1, wall.limit, wall.windowMs, now);
  if (!counted.allowed) return counted.retryAfterMs;
  await tx.of(rateCounterStore).count(addressKey, brake.windowMs, now);
  return null;
};

/** Null when the turn has come. Nobody else can take it or put it off, and asking before it has come changes nothing. */
const awaitTurn = async (tx: WriteStores, key: string, waitMs: number, now: EpochMs): Promise<number | null> => {
  const keptUntil = await tx.of(rateCounterStore).endsAt(key, now);
  const turn = keptUntil === null ? null : keptUntil - TURN_KEPT;
  if (turn !== null && turn > now) return turn - now;
  if (turn !== null && (await tx.of(rateCounterStore).take(key))) return null;
  await tx.of(rateCounterStore).count(key, waitMs + TURN_KEPT, now);
  return waitMs;
};
