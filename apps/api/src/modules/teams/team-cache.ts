/** The teams and the routing table in memory. */
import type { TeamDirectory } from "@accord/domain";
import type { Clock } from "../../kernel/clock.js";
import { createDataCache, type DataCache } from "../../kernel/db/data-cache.js";
import type { Database } from "../../kernel/db/index.js";
import { teamStore } from "./storage/team.store.js";

export const createTeamCache = (db: Database, clock: Clock): Promise<DataCache<TeamDirectory>> =>
  createDataCache(
    {
      read: () => db.read.of(teamStore).load(),
      versionOf: ({ dataVersion }) => dataVersion,
      keep: (loaded) => loaded,
    },
    clock,
  );
