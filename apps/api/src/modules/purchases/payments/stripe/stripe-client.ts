/** The official Stripe client as we want it: a pinned version of the API, no retries behind our back (R78). */
import Stripe from "stripe";

export interface StripeSettings {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly publishableKey: string;
  readonly apiBase: string | null;
}

/** The version our calls and our reading of the answers are written for; a webhook endpoint is created with the same. */
export const STRIPE_API_VERSION = "2026-10-28.endive";
/** After this long without an answer nobody knows how a call ended, ms. */
const TIMEOUT_MS = 20_000;

/** `apiBase` leads elsewhere than to Stripe: to a server of the tests. */
export const createStripe = ({ secretKey, apiBase }: StripeSettings, timeout = TIMEOUT_MS): Stripe =>
  new Stripe(secretKey, {
    apiVersion: STRIPE_API_VERSION,
    // Trying again is the reconciler's: it asks first, then charges under the same key.
    maxNetworkRetries: 0,
    timeout,
    telemetry: false,
    ...(apiBase === null ? {} : addressOf(new URL(apiBase))),
  });

const addressOf = ({ protocol, hostname, port }: URL) => {
  const name = protocol === "https:" ? ("https" as const) : ("http" as const);
  return { protocol: name, host: hostname, port: port === "" ? (name === "https" ? 443 : 80) : Number(port) };
};
