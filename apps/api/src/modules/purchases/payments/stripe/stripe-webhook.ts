/** Stripe's deliveries: signed over the raw bytes, five minutes old at most, about purchases of ours (M-5). */
import type { IncomingHttpHeaders } from "node:http";
import type { EpochMs } from "@accord/domain";
import type Stripe from "stripe";
import { type ProviderState, WEBHOOK_TOLERANCE_MS, type WebhookNews, WebhookRejected } from "../gateway.js";
import { PURCHASE_FIELD, stateOfIntent } from "./stripe-states.js";

/** @throws WebhookRejected forged, stale, or of another account */
export const readStripeWebhook = (
  stripe: Stripe,
  secret: string,
  rawBody: Buffer,
  headers: IncomingHttpHeaders,
  now: EpochMs,
): WebhookNews => {
  const signature = headers["stripe-signature"];
  if (typeof signature !== "string") throw new WebhookRejected("no signature");
  checkTime(signature, now);
  const event = verified(stripe, secret, rawBody, signature, now);
  // Of an account connected to ours: not our sale.
  if (event.account !== undefined && event.account !== null) return { ignored: true };
  return newsOf(event);
};

/** The client looks at what is too old only; what comes from the future is no better. */
const checkTime = (signature: string, now: EpochMs): void => {
  const times = signature.split(",").filter((part) => part.startsWith("t="));
  const [, seconds] = /^t=(\d{1,12})$/.exec(times[0] ?? "") ?? [];
  if (seconds === undefined || times.length !== 1) throw new WebhookRejected("no signature");
  if (Math.abs(now - Number(seconds) * 1000) > WEBHOOK_TOLERANCE_MS) throw new WebhookRejected("the delivery is stale");
};

/** The client compares the digests in constant time. */
const verified = (stripe: Stripe, secret: string, rawBody: Buffer, signature: string, now: EpochMs): Stripe.Event => {
  const tolerance = WEBHOOK_TOLERANCE_MS / 1000;
  try {
    return stripe.webhooks.constructEvent(rawBody, signature, secret, tolerance, undefined, now);
  } catch {
    throw new WebhookRejected("the signature is forged");
  }
};

const newsOf = (event: Stripe.Event): WebhookNews => {
  switch (event.type) {
    case "payment_intent.succeeded":
    case "payment_intent.payment_failed":
    case "payment_intent.requires_action":
    case "payment_intent.canceled":
      return about(event.id, event.data.object.metadata, stateOfIntent(event.data.object));
    case "charge.refunded": {
      const { payment_intent: intent, metadata, refunded } = event.data.object;
      const providerRef = typeof intent === "string" ? intent : intent?.id;
      if (!refunded || providerRef === undefined) return { ignored: true };
      return about(event.id, metadata, { state: "REFUNDED", providerRef });
    }
    default:
      return { ignored: true };
  }
};

const about = (eventId: string, metadata: Stripe.Metadata, state: ProviderState): WebhookNews => {
  const purchaseId = metadata[PURCHASE_FIELD];
  return purchaseId === undefined ? { ignored: true } : { eventId, purchaseId, state };
};
