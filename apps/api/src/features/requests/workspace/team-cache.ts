/** The teams and the routing table in memory. */
import type { TeamDirectory } from "@accord/domain";
import type { Clock } from "../../../clock.js";
import { createDataCache, type DataCache } from "../../../storage/data-cache.js";
import type { Database } from "../../../storage/index.js";
import { teamStore } from "../../../storage/stores/team.store.js";

export const createTeamCache = (db: Database, clock: Clock): Promise<DataCache<TeamDirectory>> =>
  createDataCache(
    () => db.read.of(teamStore).load(),
    (loaded) => loaded,
    clock,
  );
