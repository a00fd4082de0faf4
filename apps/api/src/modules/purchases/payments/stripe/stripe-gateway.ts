/** Stripe behind the port: SetupIntents save cards, PaymentIntents charge them, our purchase id is the key (R76, R78, F25). */
import type Stripe from "stripe";
import type {
  BegunCardSetup,
  CardSetupAsk,
  CardSetupState,
  ChargeAsk,
  ChargeQuestion,
  PaymentGateway,
  ProviderState,
  SavedCard,
} from "../gateway.js";
import { createStripe, type StripeSettings } from "./stripe-client.js";
import { declineOf, orUnknown, PURCHASE_FIELD, stateOfError, stateOfIntent, WITH_CHARGE } from "./stripe-states.js";
import { STRIPE_DECIMALS, type StripeDecimals, toStripe } from "./stripe-units.js";
import { readStripeWebhook } from "./stripe-webhook.js";

/** `timeout`: how long an answer may take, ms; `decimals`: what is charged, and in which units. */
export const createStripeGateway = (
  settings: StripeSettings,
  timeout?: number,
  decimals: StripeDecimals = STRIPE_DECIMALS,
): PaymentGateway => {
  const stripe = createStripe(settings, timeout);
  return {
    name: "stripe",
    takes: (price) => toStripe(price, decimals) !== null,
    startCardSetup: (ask) => orUnknown(() => startCardSetup(stripe, settings, ask)),
    cardOfSetup: (setupRef) => orUnknown(() => cardOfSetup(stripe, setupRef)),
    removeCard: (customerRef, cardRef) => orUnknown(() => removeCard(stripe, customerRef, cardRef)),
    charge: (ask) => charge(stripe, ask, toStripe(ask, decimals)),
    stateOf: (question) => orUnknown(() => stateOf(stripe, question)),
    refund: (key, providerRef) => refund(stripe, key, providerRef),
    readWebhook: (rawBody, headers, now) => readStripeWebhook(stripe, settings.webhookSecret, rawBody, headers, now),
    stop: async () => {},
  };
};

const startCardSetup = async (
  stripe: Stripe,
  { publishableKey }: StripeSettings,
  { customerRef: known, accountId, key }: CardSetupAsk,
): Promise<BegunCardSetup> => {
  // Two tabs that save a first card at once get one customer; nothing about the person is told to Stripe.
  const customerRef =
    known ??
    (await stripe.customers.create({ metadata: { accountId } }, { idempotencyKey: `customer:${accountId}` })).id;
  const setup = await stripe.setupIntents.create(
    { customer: customerRef, allowed_payment_method_types: ["card"], usage: "on_session" },
    { idempotencyKey: `setup:${key}` },
  );
  if (setup.client_secret === null) throw new Error("a setup without a secret");
  return {
    kind: "STRIPE_ELEMENT",
    customerRef,
    setupRef: setup.id,
    clientSecret: setup.client_secret,
    publishableKey,
  };
};

const cardOfSetup = async (stripe: Stripe, setupRef: string): Promise<CardSetupState> => {
  const setup = await stripe.setupIntents.retrieve(setupRef, { expand: ["payment_method"] });
  const card = cardOf(setup.payment_method);
  if (setup.status === "succeeded") return card === null ? { state: "FAILED" } : { state: "DONE", card };
  if (setup.status === "canceled") return { state: "FAILED" };
  if (setup.last_setup_error === null) return { state: "PENDING" };
  return { state: "FAILED", declineCode: declineOf(setup.last_setup_error) };
};

const cardOf = (method: Stripe.SetupIntent["payment_method"]): SavedCard | null => {
  if (method === null || typeof method === "string" || method.card === undefined) return null;
  const { brand, last4, exp_month: expMonth, exp_year: expYear } = method.card;
  return { cardRef: method.id, brand, last4, expMonth, expYear };
};

const removeCard = async (stripe: Stripe, customerRef: string, cardRef: string): Promise<void> => {
  const cards = stripe.customers.listPaymentMethods(customerRef, { type: "card", limit: 100 });
  for await (const { id } of cards) if (id === cardRef) await stripe.paymentMethods.detach(cardRef);
};

/** The person is there to answer the bank: what it asks comes back as an address. */
const charge = async (stripe: Stripe, ask: ChargeAsk, amount: number | null): Promise<ProviderState> => {
  const { key, purchaseId, customerRef, cardRef, currency, returnUrl } = ask;
  // What cannot be said in its units is never asked for.
  if (amount === null) return { state: "DECLINED", declineCode: "processing_error", providerRef: null };
  try {
    const intent = await stripe.paymentIntents.create(
      {
        amount,
        currency: currency.toLowerCase(),
        customer: customerRef,
        payment_method: cardRef,
        allowed_payment_method_types: ["card"],
        confirm: true,
        return_url: returnUrl,
        metadata: { [PURCHASE_FIELD]: purchaseId },
      },
      { idempotencyKey: key },
    );
    return stateOfIntent(intent);
  } catch (error) {
    return stateOfError(error);
  }
};

/** By its name where that is known; else among the customer's payments: a list has what was just made, a search has not. */
const stateOf = async (
  stripe: Stripe,
  { providerRef, purchaseId, customerRef }: ChargeQuestion,
): Promise<ProviderState | { readonly state: "NOT_FOUND" }> => {
  if (providerRef !== null) return stateOfIntent(await stripe.paymentIntents.retrieve(providerRef, WITH_CHARGE));
  const intents = stripe.paymentIntents.list({ customer: customerRef, limit: 100, expand: ["data.latest_charge"] });
  for await (const intent of intents) if (intent.metadata[PURCHASE_FIELD] === purchaseId) return stateOfIntent(intent);
  return { state: "NOT_FOUND" };
};

const refund = async (stripe: Stripe, key: string, providerRef: string): Promise<ProviderState> => {
  try {
    const { status } = await stripe.refunds.create(
      { payment_intent: providerRef, metadata: { [PURCHASE_FIELD]: key } },
      { idempotencyKey: `refund:${key}` },
    );
    return status === "succeeded" || status === "pending"
      ? { state: "REFUNDED", providerRef }
      : { state: "DECLINED", declineCode: "processing_error", providerRef };
  } catch (error) {
    if (isGivenBackAlready(error)) return { state: "REFUNDED", providerRef };
    return stateOfError(error);
  }
};

const isGivenBackAlready = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "charge_already_refunded";
