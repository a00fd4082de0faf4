/** What a payment provider delivers: told apart by its signature, told on through the one door. */
import type { IncomingHttpHeaders } from "node:http";
import { applyProviderState } from "./apply-provider-state.js";
import { WebhookRejected } from "./payments/gateway.js";
import type { Shop } from "./shop.js";

/** True: it was the provider's, and is committed or of no matter; false: it was not, and had no effect. */
export const receiveWebhook = async (shop: Shop, rawBody: Buffer, headers: IncomingHttpHeaders): Promise<boolean> => {
  try {
    const news = shop.gateway.readWebhook(rawBody, headers, shop.clock.now());
    if ("ignored" in news) return true;
    const { purchaseId, eventId, state: seen } = news;
    await applyProviderState(shop, { purchaseId, seen, by: "webhook", deliveryId: `${shop.gateway.name}:${eventId}` });
    return true;
  } catch (error) {
    if (!(error instanceof WebhookRejected)) throw error;
    shop.log.warn({ reason: error.message }, "a delivery in the name of the payment provider was turned away");
    return false;
  }
};
