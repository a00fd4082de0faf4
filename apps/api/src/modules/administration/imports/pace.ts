/** How many rows one unit takes, and how long the next one waits: so that others wait for at most a slice of time (K9). */
import { setTimeout as delay } from "node:timers/promises";
import { type Database, UnavailableError, type WriteStores } from "../../../kernel/db/index.js";

/** What a unit should take; the limit for others' waiting is 50 ms. */
const AIM_MS = 20;
const FEWEST = 5;
const MOST = 500;
/** Another process looks for SQLite's lock at intervals that grow as it waits, up to 25 ms after so short a wait. */
const GAP_MS = 30;

/** A guest waits for the lock for five seconds each time; together less than after what it counts as gone (STALE_MS). */
const TRIES = 10;

const isBusy = (error: unknown): boolean =>
  error instanceof UnavailableError && error.driverCode.startsWith("SQLITE_BUSY");

/** A unit; that of a guest is begun anew while a server that many save through leaves it no turn: nothing of it was kept. */
export const runPatiently = async <T>(
  { db, isGuest }: { readonly db: Database; readonly isGuest: boolean },
  name: string,
  work: (tx: WriteStores) => Promise<T>,
): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction(name, work);
    } catch (error) {
      if (!isGuest || tries === TRIES || !isBusy(error)) throw error;
    }
  }
};

export class Pace {
  #size = 50;

  /** `isGuest`: another process writes to the same SQLite file, and has to find its lock free between two slices. */
  constructor(private readonly isGuest: boolean) {}

  /** One unit of `work` over so many rows; it answers how many it was, null when it is to go no further. */
  async slice(
    db: Database,
    name: string,
    work: (tx: WriteStores, size: number) => Promise<number | null>,
  ): Promise<number | null> {
    let begun = 0;
    let took = 0;
    const rows = await runPatiently({ db, isGuest: this.isGuest }, name, async (tx) => {
      begun = performance.now();
      const done = await work(tx, this.#size);
      took = performance.now() - begun;
      return done;
    });
    if (rows !== null && rows > 0) this.#learn(rows, took);
    if (this.isGuest) await delay(Math.max(GAP_MS, performance.now() - begun));
    return rows;
  }

  /** After `rows` rows took `ms`: as many as would have fitted, growing at most twofold. */
  #learn(rows: number, ms: number): void {
    const fitting = Math.floor((rows * AIM_MS) / Math.max(ms, 0.1));
    this.#size = Math.min(MOST, this.#size * 2, Math.max(FEWEST, fitting));
  }
}
