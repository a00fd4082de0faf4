/** Data read whole and kept in memory, which looks now and then whether a command has replaced it. */
import type { EpochMs } from "@accord/domain";
import type { Clock } from "../clock.js";

/** How old the copy may get before somebody looks again. */
const FRESH_FOR = 30_000;

export interface DataCache<Kept> {
  /** The copy in memory; a stale one starts a reload whose outcome the next request sees. */
  current(): Kept;
  /** Looks at once; what is current afterwards is what the database holds. */
  refresh(): Promise<void>;
}

/** Puts in force what is due, before each look; answers when the next is due. */
export type TakeDue = (now: EpochMs) => Promise<EpochMs>;

export interface DataSource<Loaded, Kept> {
  readonly read: () => Promise<Loaded>;
  /** Changes exactly when what is kept has to. */
  readonly versionOf: (loaded: Loaded) => string;
  readonly keep: (loaded: Loaded) => Kept;
  readonly takeDue?: TakeDue | null;
}

export const createDataCache = async <Loaded, Kept>(
  { read, versionOf, keep, takeDue = null }: DataSource<Loaded, Kept>,
  clock: Clock,
): Promise<DataCache<Kept>> => {
  let dueAt: EpochMs = Number.POSITIVE_INFINITY;
  const load = async (): Promise<Loaded> => {
    // While the database cannot be written, what is due waits.
    dueAt = (await takeDue?.(clock.now()).catch(() => dueAt)) ?? dueAt;
    return read();
  };
  const first = await load();
  let version = versionOf(first);
  let kept = keep(first);
  let lookedAt = clock.mono();
  const reload = async (): Promise<void> => {
    const next = await load();
    if (versionOf(next) === version) return;
    version = versionOf(next);
    kept = keep(next);
  };
  return {
    current: () => {
      if (clock.mono() - lookedAt >= FRESH_FOR || clock.now() >= dueAt) {
        lookedAt = clock.mono();
        dueAt = Number.POSITIVE_INFINITY;
        // The copy stays good while the database cannot be asked.
        reload().catch(() => {});
      }
      return kept;
    },
    refresh: reload,
  };
};
