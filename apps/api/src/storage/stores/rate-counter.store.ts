/** Security limits that survive a restart: wrong pairs, failed sign-ins (contract.md, Limits). */
import type { EpochMs } from "@accord/domain";

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
