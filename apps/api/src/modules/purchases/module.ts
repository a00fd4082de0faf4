/** Purchases: offers, cards, charges, refunds (R72, F24). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import { DAY } from "@accord/domain";
import type { ApiModule } from "../../kernel/module.js";
import { purchasesObjects } from "./objects.js";
import { registerWebhooks } from "./payments/webhook-route.js";
import { purchasesPolicies } from "./policies.js";
import { receiveWebhook } from "./receive-webhook.js";
import { endCalls, RECONCILE_EVERY_MS, reconcile } from "./reconcile.js";
import { vendorShop } from "./shop.js";
import { cardStore } from "./storage/card.store.js";
import { purchaseStore } from "./storage/purchase.store.js";
import { purchasesStorage } from "./storage/tables.js";

/** Cards that were being entered. */
const SETUPS_KEPT_FOR = DAY;
/** Deliveries of payment providers; they deliver again for a few days, and not with an old signature. */
const DELIVERIES_KEPT_FOR = 30 * DAY;

export const purchases = {
  ...purchasesPolicies,
  ...purchasesObjects,
  storage: purchasesStorage,
  schema: async () => (await import("./graphql.js")).purchasesSchema,
  routes: (app, { of }) => {
    const shop = of(vendorShop);
    registerWebhooks(app, shop && ((body, headers) => receiveWebhook(shop, body, headers)));
  },
  erased: [(tx, { accountId }, at) => tx.of(cardStore).removeAll(accountId, at)],
  jobs: [
    {
      name: "reconciling purchases",
      everyMs: RECONCILE_EVERY_MS,
      // What a killed server left open.
      atStart: "begun",
      run: async ({ of }) => {
        const shop = of(vendorShop);
        if (shop !== null) await reconcile(shop);
      },
      stop: ({ of }) => endCalls(of(vendorShop)),
    },
  ],
  sweeps: [
    { within: (tx, at) => tx.of(cardStore).deleteSetupsBefore(at - SETUPS_KEPT_FOR) },
    { within: (tx, at) => tx.of(purchaseStore).deleteDeliveriesBefore(at - DELIVERIES_KEPT_FOR) },
  ],
} satisfies ApiModule;

export type { BegunCardSetup, ChargeAsk, PaymentGateway } from "./payments/gateway.js";
export { openPayments, type Payments } from "./payments/payments.js";
export { createReceiptSigner } from "./payments/receipt-signer.js";
export { Bank } from "./payments/sandbox/bank.js";
export { createSandboxGateway } from "./payments/sandbox/sandbox-gateway.js";
export { SIGNATURE_HEADER, signBody } from "./payments/sandbox/signature.js";
export { TEST_CARDS, TOKENS } from "./payments/sandbox/test-cards.js";
export { Vault } from "./payments/sandbox/vault.js";
export type { StripeSettings } from "./payments/stripe/stripe-client.js";
export { createStripeGateway } from "./payments/stripe/stripe-gateway.js";
export { fromStripe, STRIPE_DECIMALS, toStripe } from "./payments/stripe/stripe-units.js";
export { createShop, type Shop, takenBy, vendorShop } from "./shop.js";
export { cardStore } from "./storage/card.store.js";
export { purchaseStore } from "./storage/purchase.store.js";
