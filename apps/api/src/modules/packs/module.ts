/** Packs of data: read, judged, put in force (F57, F58). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { packsPolicies } from "./policies.js";
import { packsStorage } from "./storage/tables.js";

export const packs = {
  ...packsPolicies,
  storage: packsStorage,
} satisfies ApiModule;
