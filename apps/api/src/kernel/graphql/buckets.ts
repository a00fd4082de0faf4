/** Throughput limits in memory: a refilled bucket of cost points per principal, a brake per anonymous address (contract.md, Limits). */
import { brakeWait, type EpochMs } from "@accord/domain";
import { LRUCache } from "lru-cache";

/** Holders remembered at once; the one unseen longest is forgotten, which only makes its bucket full again. */
const PRINCIPALS = 50_000;

export interface BucketState {
  readonly isAllowed: boolean;
  readonly remaining: number;
  /** Until enough points are back; 0 when allowed. */
  readonly retryAfterMs: number;
  /** When the bucket is full again. */
  readonly fullAt: EpochMs;
}

/** A bucket of `size` points refilled by `perSecond`. */
export const createBuckets = (
  size: number,
  perSecond: number,
): ((holder: string, points: number, now: EpochMs) => BucketState) => {
  const holders = new LRUCache<string, { points: number; at: EpochMs }>({ max: PRINCIPALS });
  return (holder, points, now) => {
    const bucket = holders.get(holder) ?? { points: size, at: now };
    const filled = Math.min(size, bucket.points + (Math.max(0, now - bucket.at) * perSecond) / 1000);
    const isAllowed = filled >= points;
    const left = isAllowed ? filled - points : filled;
    holders.set(holder, { points: left, at: now });
    return {
      isAllowed,
      remaining: Math.floor(left),
      retryAfterMs: isAllowed ? 0 : ((Math.min(points, size) - filled) / perSecond) * 1000,
      fullAt: now + ((size - left) / perSecond) * 1000,
    };
  };
};

/**
 * So many calls in a window that begins with the first pass at once; of further ones one passes after each wait, which rises.
 * The answer is how long to wait, 0: go on. Asking early puts nothing off.
 */
export const createBrakes = (free: number, windowMs: number): ((holder: string, now: EpochMs) => number) => {
  const windows = new LRUCache<string, { count: number; endsAt: EpochMs; opensAt: EpochMs }>({ max: PRINCIPALS });
  return (holder, now) => {
    const known = windows.get(holder);
    const window =
      known === undefined || now >= known.endsAt ? { count: 0, endsAt: now + windowMs, opensAt: now } : known;
    if (window.opensAt > now) return Math.min(window.opensAt, window.endsAt) - now;
    const count = window.count + 1;
    windows.set(holder, { ...window, count, opensAt: count < free ? now : now + brakeWait(count - free) });
    return 0;
  };
};
