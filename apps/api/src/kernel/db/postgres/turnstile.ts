/** Lets so many through at a time, the rest in order of arrival: units wait here, and not in the pool where they would starve the reads. */
export class Turnstile {
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(private readonly limit: number) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#inside += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // Whoever waits takes the place as it is: the count stays.
      if (next === undefined) this.#inside -= 1;
      else next();
    }
  }
}
