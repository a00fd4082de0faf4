/** How many rows one unit takes: so many that others wait for at most a slice of time (K9). */

/** What a unit should take; the limit for others' waiting is 50 ms. */
const AIM_MS = 20;
const FEWEST = 5;
const MOST = 500;

export class Pace {
  #size = 50;

  get size(): number {
    return this.#size;
  }

  /** After `rows` rows took `ms`: as many as would have fitted, growing at most twofold. */
  learn(rows: number, ms: number): void {
    const fitting = Math.floor((rows * AIM_MS) / Math.max(ms, 0.1));
    this.#size = Math.min(MOST, this.#size * 2, Math.max(FEWEST, fitting));
  }
}
