/** How long an address waits that many people may share: a brake slows whoever hammers, and never shuts out who sits beside them. */
import { MINUTE } from "./durations.js";

/** Longest wait; milliseconds. */
export const LONGEST_BRAKE = MINUTE;
const FIRST_WAIT = 1000;

/** The wait after `excess` tries beyond what is free: 1 second, doubled each time, a minute at most. */
export const brakeWait = (excess: number): number => {
  // Past this the doubling has long reached the end.
  const doublings = Math.min(Math.max(0, Math.trunc(excess)), 16);
  return Math.min(LONGEST_BRAKE, FIRST_WAIT * 2 ** doublings);
};
