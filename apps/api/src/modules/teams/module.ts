/** Teams of engineers and the routing table (F69). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { teamsPolicies } from "./policies.js";
import { teamsStorage } from "./storage/tables.js";

export const teams = {
  ...teamsPolicies,
  storage: teamsStorage,
} satisfies ApiModule;

export { type Facts, routingOf } from "./route-request.js";
export { teamStore } from "./storage/team.store.js";
export { createTeamCache } from "./team-cache.js";
export { teamIdsOf } from "./team-ids.js";
