/** What purchases adds to the schema, loaded with it; the face of its types. */

import type { SchemaPart } from "../../kernel/module.js";
import { CardsResolver } from "./cards.resolver.js";
import { purchaseFields } from "./purchase.fields.js";
import { PurchasesResolver } from "./purchases.resolver.js";
import { PaymentDeclinedErrorType } from "./types/payment-declined-error.type.js";

export const purchasesSchema: SchemaPart = {
  types: [PaymentDeclinedErrorType],
  resolvers: [CardsResolver, PurchasesResolver],
  fields: [...purchaseFields],
};
