/** Keeps the catalogue and the teams in memory and looks now and then whether a command has replaced them. */
import { dayAt, type EpochMs, endOfDay, type TeamDirectory, type TimeZoneName } from "@accord/domain";
import type { Clock } from "../clock.js";
import type { Database } from "../storage/index.js";
import { CatalogueIndex } from "../types/catalogue-index.js";

/** How old the copy may get before somebody looks again. */
const FRESH_FOR = 30_000;

export interface Holder<Kept> {
  /** The copy in memory; a stale one starts a reload whose outcome the next request sees. */
  current(): Kept;
  /** Looks at once; what is current afterwards is what the database holds. */
  refresh(): Promise<void>;
}
export type CatalogueHolder = Holder<CatalogueIndex>;

/** What is asked before each look, and when to look whatever the age. */
export interface HolderTiming {
  /** Zone whose days packs take effect on. */
  readonly zone: TimeZoneName;
  /** Puts packs in force whose day has come. */
  takeDue(now: EpochMs): Promise<unknown>;
}

const createHolder = async <Loaded extends { readonly dataVersion: string; readonly packSetId?: string | null }, Kept>(
  read: () => Promise<Loaded>,
  keep: (loaded: Loaded) => Kept,
  clock: Clock,
  timing: HolderTiming | null = null,
): Promise<Holder<Kept>> => {
  const dayEnd = (): EpochMs =>
    timing === null ? Number.POSITIVE_INFINITY : endOfDay(dayAt(clock.now(), timing.zone), timing.zone);
  const load = async (): Promise<Loaded> => {
    // A pack whose day has come waits while the database cannot be written.
    await timing?.takeDue(clock.now()).catch(() => undefined);
    return read();
  };
  let loaded = await load();
  let kept = keep(loaded);
  let lookedAt = clock.mono();
  let dayEndsAt = dayEnd();
  const reload = async (): Promise<void> => {
    const next = await load();
    if (next.dataVersion === loaded.dataVersion && next.packSetId === loaded.packSetId) return;
    loaded = next;
    kept = keep(next);
  };
  return {
    current: () => {
      if (clock.mono() - lookedAt >= FRESH_FOR || clock.now() >= dayEndsAt) {
        lookedAt = clock.mono();
        dayEndsAt = dayEnd();
        // The copy stays good while the database cannot be asked.
        reload().catch(() => {});
      }
      return kept;
    },
    refresh: reload,
  };
};

export const createCatalogueHolder = (
  db: Database,
  clock: Clock,
  timing: HolderTiming | null = null,
): Promise<CatalogueHolder> =>
  createHolder(
    () => db.read.catalogue.load(),
    (loaded) => new CatalogueIndex(loaded),
    clock,
    timing,
  );

export const createTeamHolder = (db: Database, clock: Clock): Promise<Holder<TeamDirectory>> =>
  createHolder(
    () => db.read.teams.load(),
    (loaded) => loaded,
    clock,
  );
