/** Purchases: offers, cards, charges, refunds (R72, F24). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { purchasesObjects } from "./objects.js";
import { purchasesPolicies } from "./policies.js";
import { purchasesStorage } from "./storage/tables.js";

export const purchases = {
  ...purchasesPolicies,
  ...purchasesObjects,
  storage: purchasesStorage,
  schema: async () => (await import("./graphql.js")).purchasesSchema,
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
export { type ReceiveWebhook, registerWebhooks } from "./payments/webhook-route.js";
export { receiveWebhook } from "./receive-webhook.js";
export { RECONCILE_EVERY_MS, reconcile } from "./reconcile.js";
export { createShop, type Shop, takenBy } from "./shop.js";
export { cardStore } from "./storage/card.store.js";
export { purchaseStore } from "./storage/purchase.store.js";
