/** The number people quote: six digits of the day, ten of a running count (`2611230010000417`). */
import { dayAt, type EpochMs } from "../shared/calendar.js";

const FIRST = 10_000_000;
const LARGEST = 9_999_999_999 - FIRST;

/** Sixteen digits; unique as long as `sequence` is. @throws RangeError outside 0 to 9,989,999,999. */
export const newRequestNumber = (now: EpochMs, sequence: number): string => {
  if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence > LARGEST)
    throw new RangeError("request sequence out of range");
  return dayAt(now, "UTC").slice(2).replaceAll("-", "") + String(FIRST + sequence).padStart(10, "0");
};
