/** Administration: agreements issued and changed, imports, people and their roles, data sets, the audit record, the overview (F56-F60, F82). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { administrationPolicies } from "./policies.js";
import { administrationStorage } from "./storage/tables.js";

export const administration = {
  ...administrationPolicies,
  storage: administrationStorage,
  schema: async () => (await import("./graphql.js")).administrationSchema,
} satisfies ApiModule;
