/** What Stripe says of a charge, in the words of the port; what is not said for sure stays unknown (E18). */
import Stripe from "stripe";
import { GatewayUnknown, type ProviderState } from "../gateway.js";
import { fromStripe } from "./stripe-units.js";

/** A payment belongs to the purchase that is named in it. */
export const PURCHASE_FIELD = "purchaseId";

/** What is sent with each payment is read with it: whether its charge was given back. */
export const WITH_CHARGE = { expand: ["latest_charge"] };

export const stateOfIntent = (intent: Stripe.PaymentIntent): ProviderState => {
  const providerRef = intent.id;
  switch (intent.status) {
    case "succeeded":
      return isGivenBack(intent.latest_charge)
        ? { state: "REFUNDED", providerRef }
        : { state: "SUCCEEDED", providerRef, ...receivedOf(intent) };
    case "requires_action": {
      const url = intent.next_action?.redirect_to_url?.url;
      return typeof url === "string" ? { state: "CHALLENGE", url, providerRef } : { state: "PROCESSING", providerRef };
    }
    // Nobody holds what it takes to confirm it once more: it was not charged, and will not be.
    case "requires_payment_method":
      return { state: "DECLINED", declineCode: declineOf(intent.last_payment_error), providerRef };
    case "canceled":
      return { state: "DECLINED", declineCode: "processing_error", providerRef };
    default:
      return { state: "PROCESSING", providerRef };
  }
};

const receivedOf = (intent: Stripe.PaymentIntent) => {
  const currency = intent.currency.toUpperCase();
  return { amountMinor: fromStripe(intent.amount_received, currency), currency };
};

const isGivenBack = (charge: Stripe.PaymentIntent["latest_charge"]): boolean =>
  charge !== null && typeof charge === "object" && charge.refunded;

interface Said {
  readonly code?: string | null;
  readonly decline_code?: string | null;
}

/** Stripe's two codes as one; the domain knows the few we have words for. */
export const declineOf = (said: Said | null | undefined): string => {
  const code = said?.code ?? "processing_error";
  if (code === "payment_intent_authentication_failure" || code === "setup_intent_authentication_failure")
    return "authentication_failed";
  if (code === "authentication_required") return "authentication_failed";
  return code === "card_declined" ? (said?.decline_code ?? code) : code;
};

/** How a failed charge ended. @throws GatewayUnknown when it may have been charged */
export const stateOfError = (error: unknown): ProviderState => {
  if (error instanceof Stripe.errors.StripeCardError) {
    const intent = error.payment_intent;
    return { state: "DECLINED", declineCode: declineOf(error), providerRef: intent?.id ?? null };
  }
  // Turned away before anything was done under this key; what was done before would have been answered instead.
  if (isTurnedAway(error)) return { state: "DECLINED", declineCode: "processing_error", providerRef: null };
  throw unknownOf(error);
};

const DONE_NOTHING: ReadonlySet<number> = new Set([400, 404]);

const isTurnedAway = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && DONE_NOTHING.has(error.statusCode ?? 0);

/** The reason without Stripe's own words: those may repeat what was sent. */
export const unknownOf = (error: unknown): GatewayUnknown => {
  if (error instanceof GatewayUnknown) return error;
  const reason =
    error instanceof Stripe.errors.StripeError
      ? [error.type, error.statusCode, error.code].filter((part) => part !== undefined).join(" ")
      : "no answer";
  return new GatewayUnknown(`Stripe: ${reason}`);
};

/** @throws GatewayUnknown for whatever goes wrong */
export const orUnknown = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await call();
  } catch (error) {
    throw unknownOf(error);
  }
};
