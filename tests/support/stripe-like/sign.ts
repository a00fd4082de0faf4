/** Signs a delivery as Stripe does, with the official client's own signer. */
import Stripe from "stripe";

const { webhooks } = new Stripe("sk_test_like");

/** `at`: epoch ms. */
export const signStripeBody = (payload: string, at: number, secret: string): { "stripe-signature": string } => ({
  "stripe-signature": webhooks.generateTestHeaderString({ payload, secret, timestamp: Math.floor(at / 1000) }),
});
