/** The desk of the support organisation: queue, ownership, splits, replies (F41, F52, F55). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { deskObjects } from "./objects.js";
import { deskPolicies } from "./policies.js";
import { deskStorage } from "./storage/tables.js";

export const desk = {
  ...deskPolicies,
  ...deskObjects,
  storage: deskStorage,
  schema: async () => (await import("./graphql.js")).deskSchema,
} satisfies ApiModule;

export { createQueueReads, queueStore } from "./storage/queue.store.js";
export { workspaceStore } from "./storage/workspace.store.js";
