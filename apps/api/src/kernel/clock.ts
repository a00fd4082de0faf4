/** The one clock of the API: nothing else reads the time of the machine. */
import type { EpochMs } from "@accord/domain";

export interface Clock {
  /** Wall clock: epoch milliseconds. */
  now(): EpochMs;
  /** Monotonic milliseconds, for durations only; never goes back. */
  mono(): number;
}

/**
 * A clock that starts at `startsAt` and runs on at the pace of the machine (`ACCORD_NOW`);
 * without it, the machine's own wall clock.
 */
export const createClock = (startsAt: EpochMs | null): Clock => {
  const mono = (): number => performance.now();
  if (startsAt === null) return { now: () => Date.now(), mono };
  const begun = mono();
  return { now: () => startsAt + Math.floor(mono() - begun), mono };
};

/** A clock that tests and the seed move by hand. */
export const createHandClock = (startsAt: EpochMs): Clock & { advance(milliseconds: number): void } => {
  let now = startsAt;
  return {
    now: () => now,
    mono: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
};
