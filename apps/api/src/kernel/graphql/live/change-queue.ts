/** Changes one subscription has yet to tell, bounded: a client that is too slow is told to ask again instead. */
import type { Change } from "../../db/index.js";

const MOST = 100;

export class ChangeQueue {
  readonly #waiting: Change[] = [];
  #wake: (() => void) | null = null;
  #isClosed = false;

  push(change: Change): void {
    if (this.#waiting.length >= MOST) {
      this.#waiting.splice(0, this.#waiting.length, { topic: "resync", id: "", entryId: null, isInternal: false });
    } else this.#waiting.push(change);
    this.#wake?.();
  }

  close(): void {
    this.#isClosed = true;
    this.#wake?.();
  }

  /** The next change, or null once closed. */
  async next(): Promise<Change | null> {
    while (!this.#isClosed) {
      const change = this.#waiting.shift();
      if (change !== undefined) return change;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
    return null;
  }
}
