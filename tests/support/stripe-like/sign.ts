/** Signs a delivery as Stripe documents it: HMAC-SHA-256 over the time in seconds, a dot and the body. */
import { createHmac } from "node:crypto";

/** `at`: epoch ms. */
export const signStripeBody = (payload: string, at: number, secret: string): { "stripe-signature": string } => {
  const seconds = Math.floor(at / 1000);
  const digest = createHmac("sha256", secret).update(`${seconds}.${payload}`).digest("hex");
  return { "stripe-signature": `t=${seconds},v1=${digest}` };
};
