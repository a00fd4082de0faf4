/** Security limits that survive a restart: wrong pairs, failed sign-ins (contract.md, Limits). */
import type { EpochMs } from "@accord/domain";
import { first } from "../sql.js";
import type { StoreContext, WriteContext } from "../store-context.js";

export interface RateAnswer {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the window ends; 0 when allowed. */
  readonly retryAfterMs: number;
}

export interface RateCounterReads {
  /** Looks without counting. */
  peek(key: string, limit: number, now: EpochMs): Promise<RateAnswer>;
}

export interface RateCounterWrites extends RateCounterReads {
  /** Counts `points` in a fixed window that begins with the first of them. Past the limit nothing is counted. */
  consume(key: string, points: number, limit: number, windowMs: number, now: EpochMs): Promise<RateAnswer>;
  deleteExpired(now: EpochMs): Promise<number>;
}

interface Window {
  readonly points: number;
  readonly windowEndsAt: EpochMs;
}

const answer = (window: Window | null, limit: number, now: EpochMs): RateAnswer => {
  const used = window !== null && window.windowEndsAt > now ? window.points : 0;
  const allowed = used < limit;
  return {
    allowed,
    remaining: Math.max(0, limit - used),
    retryAfterMs: allowed ? 0 : (window?.windowEndsAt ?? now) - now,
  };
};

const LOOK = `SELECT points, window_ends_at AS "windowEndsAt" FROM rate_counter WHERE key = ?`;

export const createRateCounterReads = ({ sql }: StoreContext): RateCounterReads => ({
  peek: async (key, limit, now) => answer(await first<Window>(sql, LOOK, [key]), limit, now),
});

export const createRateCounterWrites = (context: WriteContext): RateCounterWrites => ({
  ...createRateCounterReads(context),
  consume: async (key, points, limit, windowMs, now) => {
    const { sql } = context;
    await sql.run(`INSERT INTO rate_counter (key, points, window_ends_at) VALUES (?, 0, ?) ON CONFLICT DO NOTHING`, [
      key,
      now + windowMs,
    ]);
    await sql.run(`UPDATE rate_counter SET points = 0, window_ends_at = ? WHERE key = ? AND window_ends_at <= ?`, [
      now + windowMs,
      key,
      now,
    ]);
    const counted = await sql.run(`UPDATE rate_counter SET points = points + ? WHERE key = ? AND points + ? <= ?`, [
      points,
      key,
      points,
      limit,
    ]);
    const window = await first<Window>(sql, LOOK, [key]);
    const left = answer(window, limit, now);
    return counted === 1
      ? { ...left, allowed: true, retryAfterMs: 0 }
      : { ...left, allowed: false, retryAfterMs: (window?.windowEndsAt ?? now) - now };
  },
  deleteExpired: (now) => context.sql.run(`DELETE FROM rate_counter WHERE window_ends_at <= ?`, [now]),
});
