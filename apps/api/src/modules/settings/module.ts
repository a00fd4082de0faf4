/** What this installation is set to. The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { settingsPolicies } from "./policies.js";

export const settings = {
  ...settingsPolicies,
  schema: async () => (await import("./graphql.js")).settingsSchema,
} satisfies ApiModule;
