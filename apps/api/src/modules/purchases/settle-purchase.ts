/** Asks the provider how a purchase stands, or charges what was never charged; outside any transaction. */
import { isOpenPurchase, type Purchase } from "@accord/domain";
import { abandonRefund } from "./abandon-refund.js";
import { applyProviderState, type SeenBy, type SeenState } from "./apply-provider-state.js";
import { type ChargeAsk, GatewayUnknown } from "./payments/gateway.js";
import { purchaseUrl, type Shop } from "./shop.js";
import { cardStore } from "./storage/card.store.js";

/** What the provider has not heard of within this time was never charged, and will not be: the buyer has gone on. */
const STILL_WANTED_MS = 600_000;

/** The purchase afterwards. Within a process there is one call for it at a time. */
export const settlePurchase = (shop: Shop, purchase: Purchase, by: SeenBy): Promise<Purchase> => {
  const running = shop.running.get(purchase.id);
  if (running !== undefined) return running;
  const settling = settle(shop, purchase, by).finally(() => shop.running.delete(purchase.id));
  shop.running.set(purchase.id, settling);
  return settling;
};

const settle = async (shop: Shop, purchase: Purchase, by: SeenBy): Promise<Purchase> => {
  const isRefund = purchase.state === "SUCCEEDED" && purchase.refundAskedAt !== null;
  if (!isOpenPurchase(purchase) && !isRefund) return purchase;
  if (purchase.gateway !== shop.gateway.name) {
    shop.log.warn(
      { purchaseId: purchase.id, gateway: purchase.gateway },
      "an open purchase belongs to another provider",
    );
    return apply(shop, purchase, { state: "NO_ANSWER" }, by);
  }
  if (isRefund) return settleRefund(shop, purchase, by);
  if (purchase.state === "CREATED") await apply(shop, purchase, { state: "CALLED" }, by);
  return apply(shop, purchase, await charge(shop, purchase), by);
};

const apply = async (shop: Shop, purchase: Purchase, seen: SeenState, by: SeenBy): Promise<Purchase> =>
  (await applyProviderState(shop, { purchaseId: purchase.id, seen, by })) ?? purchase;

/** A purchase that was never called is charged; any other is asked about first. */
const charge = async (shop: Shop, purchase: Purchase): Promise<SeenState> => {
  const { gateway, db, clock } = shop;
  const card = purchase.paymentMethodId === null ? null : await db.read.of(cardStore).byId(purchase.paymentMethodId);
  const customerRef = await db.read.of(cardStore).customerRef(purchase.accountId, purchase.gateway);
  if (card === null || customerRef === null) return { state: "NEVER_CHARGED" };
  const ask: ChargeAsk = {
    key: purchase.id,
    purchaseId: purchase.id,
    customerRef,
    cardRef: card.cardRef,
    amountMinor: purchase.amountMinor,
    currency: purchase.currency,
    returnUrl: purchaseUrl(shop, purchase.id),
  };
  return orNoAnswer(shop, purchase, async () => {
    const isWanted = clock.now() - purchase.createdAt < STILL_WANTED_MS;
    if (purchase.state === "CREATED" && isWanted) return gateway.charge(ask);
    const stands = await gateway.stateOf({ ...ask, providerRef: purchase.providerRef });
    if (stands.state !== "NOT_FOUND") return stands;
    return isWanted ? gateway.charge(ask) : { state: "NEVER_CHARGED" };
  });
};

const settleRefund = async (shop: Shop, purchase: Purchase, by: SeenBy): Promise<Purchase> => {
  const { id, providerRef } = purchase;
  const seen = await orNoAnswer(shop, purchase, () => shop.gateway.refund(id, providerRef ?? ""));
  if (seen.state !== "DECLINED") return apply(shop, purchase, seen, by);
  shop.log.error({ purchaseId: id, declineCode: seen.declineCode }, "the payment provider did not give the money back");
  return (await abandonRefund(shop, id)) ?? purchase;
};

/** Whatever goes wrong on the way, nobody knows then how it ended: it stays open, and is asked about again. */
const orNoAnswer = async (shop: Shop, { id }: Purchase, call: () => Promise<SeenState>): Promise<SeenState> => {
  try {
    return await call();
  } catch (error) {
    if (error instanceof GatewayUnknown)
      shop.log.warn({ purchaseId: id, reason: error.message }, "the payment provider did not answer");
    else shop.log.error({ purchaseId: id, err: error }, "the payment provider could not be asked");
    return { state: "NO_ANSWER" };
  }
};
