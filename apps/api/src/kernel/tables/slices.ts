/** Long work in slices: a generator yields wherever others may have their turn. */
import { setImmediate } from "node:timers/promises";

/** Longest stretch of work before others have their turn. */
const SLICE_MS = 15;

/** Work that pauses whenever it has run for a slice. */
export type Sliced<Value> = Generator<void, Value, void>;

/** Runs it to its end, letting others in between slices. */
export const inSlices = async <Value>(work: Sliced<Value>): Promise<Value> => {
  for (let begun = performance.now(); ; ) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await setImmediate();
    begun = performance.now();
  }
};

/** Runs it to its end at once: for what is small. */
export const atOnce = <Value>(work: Sliced<Value>): Value => {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
};
