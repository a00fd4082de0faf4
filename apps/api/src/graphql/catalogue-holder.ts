/** Keeps the catalogue and the teams in memory and looks now and then whether a command has replaced them. */
import type { TeamDirectory } from "@accord/domain";
import type { Clock } from "../clock.js";
import type { Database } from "../storage/index.js";
import { CatalogueIndex } from "../types/catalogue-index.js";

/** How old the copy may get before somebody looks again. */
const FRESH_FOR = 30_000;

export interface Holder<Kept> {
  /** The copy in memory; a stale one starts a reload whose outcome the next request sees. */
  current(): Kept;
}
export type CatalogueHolder = Holder<CatalogueIndex>;

const createHolder = async <Loaded extends { readonly dataVersion: string }, Kept>(
  load: () => Promise<Loaded>,
  keep: (loaded: Loaded) => Kept,
  clock: Clock,
): Promise<Holder<Kept>> => {
  let loaded = await load();
  let kept = keep(loaded);
  let lookedAt = clock.mono();
  const reload = async (): Promise<void> => {
    const next = await load();
    if (next.dataVersion === loaded.dataVersion) return;
    loaded = next;
    kept = keep(next);
  };
  return {
    current: () => {
      if (clock.mono() - lookedAt >= FRESH_FOR) {
        lookedAt = clock.mono();
        // The copy stays good while the database cannot be asked.
        reload().catch(() => {});
      }
      return kept;
    },
  };
};

export const createCatalogueHolder = (db: Database, clock: Clock): Promise<CatalogueHolder> =>
  createHolder(
    () => db.read.catalogue.load(),
    (loaded) => new CatalogueIndex(loaded),
    clock,
  );

export const createTeamHolder = (db: Database, clock: Clock): Promise<Holder<TeamDirectory>> =>
  createHolder(
    () => db.read.teams.load(),
    (loaded) => loaded,
    clock,
  );
