/** Security limits that survive a restart: wrong pairs, failed sign-ins (contract.md, Limits). */

import type { EpochMs } from "@accord/domain";
import { pick, type RowIn } from "../db/row-shape.js";
import { selectFirst } from "../db/rows.js";
import { first, type Sql } from "../db/sql.js";
import type { StoreKey } from "../db/storage-part.js";
import type { StoreContext, WriteContext } from "../db/store-context.js";
import { rateCounterTable } from "./rate-counter.table.js";

export interface RateAnswer {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the window ends; 0 when allowed. */
  readonly retryAfterMs: number;
}

export interface RateCounterReads {
  /** Looks without counting. */
  peek(key: string, limit: number, now: EpochMs): Promise<RateAnswer>;
  /** Points of the open window. */
  used(key: string, now: EpochMs): Promise<number>;
  /** End of the open window; null when there is none. */
  endsAt(key: string, now: EpochMs): Promise<EpochMs | null>;
}

export interface RateCounterWrites extends RateCounterReads {
  /** Counts `points` in a fixed window that begins with the first of them. Past the limit nothing is counted. */
  consume(key: string, points: number, limit: number, windowMs: number, now: EpochMs): Promise<RateAnswer>;
  /** Counts one more in such a window, without a limit. */
  count(key: string, windowMs: number, now: EpochMs): Promise<void>;
  /** Ends the window; false when somebody else has. */
  take(key: string): Promise<boolean>;
  deleteExpired(now: EpochMs): Promise<number>;
}

const WINDOW = pick(rateCounterTable, ["points", "windowEndsAt"]);
type Window = RowIn<typeof WINDOW>;

const openWindow = (window: Window | null, now: EpochMs): Window | null =>
  window !== null && window.windowEndsAt > now ? window : null;

const answer = (window: Window | null, limit: number, now: EpochMs): RateAnswer => {
  const used = openWindow(window, now)?.points ?? 0;
  const allowed = used < limit;
  return {
    allowed,
    remaining: Math.max(0, limit - used),
    retryAfterMs: allowed ? 0 : (window?.windowEndsAt ?? now) - now,
  };
};

const look = (sql: Sql, key: string): Promise<Window | null> =>
  selectFirst(sql, WINDOW, "FROM rate_counter WHERE key = ?", [key]);

export const createRateCounterReads = ({ sql }: StoreContext): RateCounterReads => ({
  peek: async (key, limit, now) => answer(await look(sql, key), limit, now),
  used: async (key, now) => openWindow(await look(sql, key), now)?.points ?? 0,
  endsAt: async (key, now) => openWindow(await look(sql, key), now)?.windowEndsAt ?? null,
});

/** Counts and decides in one statement; no row comes back when the points do not fit. */
const COUNT = `INSERT INTO rate_counter (key, points, window_ends_at)
  SELECT CAST(? AS text), CAST(? AS integer), CAST(? AS bigint) WHERE CAST(? AS integer) <= CAST(? AS integer)
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN rate_counter.window_ends_at <= CAST(? AS bigint) THEN excluded.points ELSE rate_counter.points + excluded.points END,
    window_ends_at = CASE WHEN rate_counter.window_ends_at <= CAST(? AS bigint) THEN excluded.window_ends_at ELSE rate_counter.window_ends_at END
  WHERE rate_counter.window_ends_at <= CAST(? AS bigint) OR rate_counter.points + excluded.points <= CAST(? AS integer)
  RETURNING points`;

/** What an integer column of either engine holds. */
const NO_LIMIT = 2_000_000_000;

export const createRateCounterWrites = (context: WriteContext): RateCounterWrites => ({
  ...createRateCounterReads(context),
  count: async (key, windowMs, now) => {
    await first(context.sql, COUNT, [key, 1, now + windowMs, 1, NO_LIMIT, now, now, now, NO_LIMIT]);
  },
  take: async (key) => (await context.sql.run(`DELETE FROM rate_counter WHERE key = ?`, [key])) === 1,
  consume: async (key, points, limit, windowMs, now) => {
    const { sql } = context;
    const params = [key, points, now + windowMs, points, limit, now, now, now, limit];
    const counted = await first<{ points: number }>(sql, COUNT, params);
    if (counted !== null) return { allowed: true, remaining: limit - counted.points, retryAfterMs: 0 };
    const window = openWindow(await look(sql, key), now);
    const { remaining } = answer(window, limit, now);
    return { allowed: false, remaining, retryAfterMs: window === null ? windowMs : window.windowEndsAt - now };
  },
  deleteExpired: (now) => context.sql.run(`DELETE FROM rate_counter WHERE window_ends_at <= ?`, [now]),
});

export const rateCounterStore: StoreKey<RateCounterReads, RateCounterWrites> = {
  reads: createRateCounterReads,
  writes: createRateCounterWrites,
};
