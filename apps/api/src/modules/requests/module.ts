/** Support requests: opened, read, talked about, closed (R60-R99). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { requestsPolicies } from "./policies.js";
import { requestsObjects } from "./objects.js";
import { requestLiveFields } from "./live-requests.js";
import { requestsStorage } from "./storage/tables.js";

export const requests = {
  ...requestsPolicies,
  ...requestsObjects,
  live: requestLiveFields,
  storage: requestsStorage,
  schema: async () => (await import("./graphql.js")).requestsSchema,
} satisfies ApiModule;
