/** A purchase by its id, for its buyer and for whoever may give it back; what is not there and what is not theirs are told alike. */
import type { Purchase } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { mayReach } from "../../kernel/graphql/context.js";
import { isIdOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { settleInTime } from "./purchase-incident.js";
import { purchaseStore } from "./storage/purchase.store.js";

/** @throws RequestError NOT_FOUND */
export const findPurchase = async (context: RequestContext, id: string): Promise<Purchase> => {
  const purchase = isIdOf("pur", id) ? await context.db.read.of(purchaseStore).byId(id) : null;
  if (purchase === null || !(await mayReach("Purchase", purchase, context))) throw new RequestError("NOT_FOUND");
  return purchase;
};

/** The same, once the provider was asked how it stands. @throws RequestError NOT_FOUND */
export const refreshPurchase = async (context: RequestContext, id: string): Promise<Purchase> => {
  const purchase = await findPurchase(context, id);
  return context.shop === null ? purchase : settleInTime(context, context.shop, purchase);
};
