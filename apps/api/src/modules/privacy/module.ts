/** Erasures of people and what stands in their way (F83). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { erasureTable } from "./storage/erasure.table.js";
import { legalHoldTable } from "./storage/legal-hold.table.js";

export const privacy = {
  storage: { tables: [erasureTable, legalHoldTable] },
} satisfies ApiModule;

export { erasureStore } from "./storage/erasure.store.js";
export { idleAccountStore } from "./storage/idle-account.store.js";
export { legalHoldStore } from "./storage/legal-hold.store.js";
