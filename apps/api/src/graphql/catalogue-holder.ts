/** Keeps the catalogue and the teams in memory and looks now and then whether a command has replaced them. */
import type { EpochMs, TeamDirectory } from "@accord/domain";
import type { Clock } from "../clock.js";
import { given } from "../kernel/service.js";
import { generalTopics } from "../seed/general-topics.js";
import type { Database } from "../storage/index.js";
import { catalogueStore } from "../storage/stores/catalogue.store.js";
import { teamStore } from "../storage/stores/team.store.js";
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

/** The catalogue in memory. */
export const catalogueCache = given<CatalogueHolder>("a catalogue");

/** Puts packs in force whose day has come, before each look; answers when the next one is due. */
export type TakeDue = (now: EpochMs) => Promise<EpochMs>;

const createHolder = async <Loaded extends { readonly dataVersion: string; readonly packSetId?: string | null }, Kept>(
  read: () => Promise<Loaded>,
  keep: (loaded: Loaded) => Kept,
  clock: Clock,
  takeDue: TakeDue | null = null,
): Promise<Holder<Kept>> => {
  let dueAt: EpochMs = Number.POSITIVE_INFINITY;
  const load = async (): Promise<Loaded> => {
    // While the database cannot be written, a pack whose day has come waits.
    dueAt = (await takeDue?.(clock.now()).catch(() => dueAt)) ?? dueAt;
    return read();
  };
  let loaded = await load();
  let kept = keep(loaded);
  let lookedAt = clock.mono();
  const reload = async (): Promise<void> => {
    const next = await load();
    if (next.dataVersion === loaded.dataVersion && next.packSetId === loaded.packSetId) return;
    loaded = next;
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

export const createCatalogueHolder = (
  db: Database,
  clock: Clock,
  takeDue: TakeDue | null = null,
): Promise<CatalogueHolder> =>
  createHolder(
    () => db.read.of(catalogueStore).load(),
    (loaded) => new CatalogueIndex(loaded, generalTopics()),
    clock,
    takeDue,
  );

export const createTeamHolder = (db: Database, clock: Clock): Promise<Holder<TeamDirectory>> =>
  createHolder(
    () => db.read.of(teamStore).load(),
    (loaded) => loaded,
    clock,
  );
