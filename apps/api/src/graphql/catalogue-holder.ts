/** Keeps the catalogue in memory and looks now and then whether a command has replaced it. */
import type { Clock } from "../clock.js";
import type { Database } from "../storage/index.js";
import { CatalogueIndex } from "../types/catalogue-index.js";

/** How old the copy may get before somebody looks again. */
const FRESH_FOR = 30_000;

export interface CatalogueHolder {
  /** The copy in memory; a stale one starts a reload whose outcome the next request sees. */
  current(): CatalogueIndex;
}

export const createCatalogueHolder = async (db: Database, clock: Clock): Promise<CatalogueHolder> => {
  let index = new CatalogueIndex(await db.read.catalogue.load());
  let lookedAt = clock.mono();
  const reload = async (): Promise<void> => {
    const loaded = await db.read.catalogue.load();
    if (loaded.dataVersion !== index.all.dataVersion) index = new CatalogueIndex(loaded);
  };
  return {
    current: () => {
      if (clock.mono() - lookedAt >= FRESH_FOR) {
        lookedAt = clock.mono();
        // The copy stays good while the database cannot be asked.
        reload().catch(() => {});
      }
      return index;
    },
  };
};
