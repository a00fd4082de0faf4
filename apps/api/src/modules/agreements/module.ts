/** Agreements and the plans they become: registering, activating, balance, and why a plan can or cannot be used (R11, R65). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { agreementsPolicies } from "./policies.js";
import { agreementsObjects } from "./objects.js";
import { agreementsStorage } from "./storage/tables.js";

export const agreements = {
  ...agreementsPolicies,
  ...agreementsObjects,
  storage: agreementsStorage,
  schema: async () => (await import("./graphql.js")).agreementsSchema,
} satisfies ApiModule;
