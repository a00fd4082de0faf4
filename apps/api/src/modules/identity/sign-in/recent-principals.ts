/** Who a cookie or a token belongs to, remembered for a moment: a read of its own on every request would cost as much as the answer. */
import { LRUCache } from "lru-cache";
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../kernel/db/index.js";

/** What another process (the command line) has changed is seen within this time; A-8 allows a second. */
const TRUST_MS = 500;
const MOST = 1000;

interface Remembered<Found> {
  readonly found: Found;
  readonly commits: number;
  readonly at: number;
}

export type Recall<Found> = (hash: string) => Promise<Found | null> | Found;

/**
 * `read` by a hash, remembered until this process commits anything: what it does itself is never missed. Only where one process
 * serves the database (SQLite): several would not hear of each other's commits in time.
 */
export const rememberBriefly = <Found extends object>(
  db: Pick<Database, "dialect" | "commits">,
  clock: Pick<Clock, "mono">,
  read: (hash: string) => Promise<Found | null>,
): Recall<Found> => {
  if (db.dialect !== "sqlite") return read;
  const recent = new LRUCache<string, Remembered<Found>>({ max: MOST });
  return (hash) => {
    const known = recent.get(hash);
    if (known !== undefined && known.commits === db.commits() && clock.mono() - known.at < TRUST_MS) return known.found;
    return readAnew(hash);
  };

  async function readAnew(hash: string): Promise<Found | null> {
    // Before the read: a commit that overtakes it makes what it found old.
    const commits = db.commits();
    const at = clock.mono();
    const found = await read(hash);
    if (found !== null) recent.set(hash, { found, commits, at });
    return found;
  }
};
