/** Purchases: offers, cards, charges, refunds (R72, F24). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { purchasesPolicies } from "./policies.js";
import { purchasesObjects } from "./objects.js";
import { purchasesStorage } from "./storage/tables.js";

export const purchases = {
  ...purchasesPolicies,
  ...purchasesObjects,
  storage: purchasesStorage,
  schema: async () => (await import("./graphql.js")).purchasesSchema,
} satisfies ApiModule;
