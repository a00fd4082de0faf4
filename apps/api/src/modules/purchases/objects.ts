/** Who sees a purchase and a card, and how they are found by their ids. */
import { mayStaff, type PaymentMethod, type Purchase } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import type { PolicyPart } from "../../kernel/module.js";
import { cardStore } from "./storage/card.store.js";
import { purchaseStore } from "./storage/purchase.store.js";

/** Its buyer, and whoever may give it back. */
const seesPurchase = (purchase: Purchase, context: RequestContext): boolean =>
  purchase.accountId === accountOf(context).id || mayStaff(accountOf(context).roles, "REFUND_PURCHASES");

const seesCard = (card: PaymentMethod, context: RequestContext): boolean => card.accountId === accountOf(context).id;

export const purchasesObjects = {
  objectPolicies: {
    PaymentMethod: { scopes: ["purchases:write"], maySee: seesCard },
    Purchase: { scopes: ["purchases:write"], maySee: seesPurchase },
  },
  nodes: {
    pur: { type: "Purchase", find: (context, id) => context.db.read.of(purchaseStore).byId(id) },
    pmt: { type: "PaymentMethod", find: (context, id) => context.db.read.of(cardStore).byId(id) },
  },
} satisfies PolicyPart;
