/** The catalogue in memory. */
import type { Clock } from "../../kernel/clock.js";
import { createDataCache, type DataCache, type TakeDue } from "../../kernel/db/data-cache.js";
import type { Database } from "../../kernel/db/index.js";
import { given } from "../../kernel/service.js";
import { generalTopics } from "./general-topics.js";
import { catalogueStore } from "./storage/catalogue.store.js";
import { CatalogueIndex } from "./types/catalogue-index.js";

export type CatalogueCache = DataCache<CatalogueIndex>;

export const catalogueCache = given<CatalogueCache>("a catalogue");

export const createCatalogueCache = (
  db: Database,
  clock: Clock,
  takeDue: TakeDue | null = null,
): Promise<CatalogueCache> =>
  createDataCache(
    {
      read: () => db.read.of(catalogueStore).load(),
      versionOf: ({ dataVersion, packSetId }) => `${dataVersion} ${packSetId ?? ""}`,
      keep: (loaded) => new CatalogueIndex(loaded, generalTopics()),
      takeDue,
    },
    clock,
  );
