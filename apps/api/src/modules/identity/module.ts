/** Identity: accounts, sign-in, sessions, tokens (R49). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { identityPolicies } from "./policies.js";
import { identityObjects } from "./objects.js";
import { identityStorage } from "./storage/tables.js";

export const identity = {
  ...identityPolicies,
  ...identityObjects,
  storage: identityStorage,
  schema: async () => (await import("./graphql.js")).identitySchema,
} satisfies ApiModule;
