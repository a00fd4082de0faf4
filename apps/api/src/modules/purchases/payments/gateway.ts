/** The port to whoever holds cards and moves money: a card number never comes past it to us (R76, R78, F25). */
import type { IncomingHttpHeaders } from "node:http";
import type { EpochMs, Price } from "@accord/domain";

/** What may be known of a card here. */
export interface SavedCard {
  /** The provider's own name of the card. */
  readonly cardRef: string;
  readonly brand: string;
  readonly last4: string;
  /** 1 to 12. */
  readonly expMonth: number;
  /** Four digits. */
  readonly expYear: number;
}

/** How a charge stands at the provider. */
export type ProviderState =
  | {
      readonly state: "SUCCEEDED";
      readonly providerRef: string;
      /** In the smallest unit of ISO 4217; null: what was charged is no amount of that currency. */
      readonly amountMinor: number | null;
      /** ISO 4217, upper case. */
      readonly currency: string;
    }
  | { readonly state: "DECLINED"; readonly declineCode: string; readonly providerRef: string | null }
  /** The bank asks its customer, at `url`. */
  | { readonly state: "CHALLENGE"; readonly url: string; readonly providerRef: string }
  | { readonly state: "PROCESSING"; readonly providerRef: string }
  | { readonly state: "REFUNDED"; readonly providerRef: string };

export interface CardSetupAsk {
  /** The account's name at the provider; null: it has none yet. */
  readonly customerRef: string | null;
  readonly accountId: string;
  readonly email: string | null;
  /** Where the browser comes back to. */
  readonly returnUrl: string;
  /** The same setup under the same key is begun once. */
  readonly key: string;
}

export type BegunCardSetup = { readonly customerRef: string; readonly setupRef: string } & (
  | { readonly kind: "REDIRECT"; readonly url: string }
  | { readonly kind: "STRIPE_ELEMENT"; readonly clientSecret: string; readonly publishableKey: string }
);

export type CardSetupState =
  | { readonly state: "DONE"; readonly card: SavedCard }
  | { readonly state: "PENDING" }
  | { readonly state: "FAILED"; readonly declineCode?: string };

export interface ChargeAsk {
  /** The purchase's id: one charge under it, however often it is asked for. */
  readonly key: string;
  readonly purchaseId: string;
  readonly customerRef: string;
  readonly cardRef: string;
  /** Smallest unit of the currency by ISO 4217: each gateway converts to its provider's own. */
  readonly amountMinor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
  /** Where the browser comes back to from a challenge. */
  readonly returnUrl: string;
}

/** A charge asked about by our own key; `providerRef` is what the provider called it, when that is known. */
export interface ChargeQuestion extends ChargeAsk {
  readonly providerRef: string | null;
}

export type WebhookNews =
  | { readonly eventId: string; readonly purchaseId: string; readonly state: ProviderState }
  | { readonly ignored: true };

export interface PaymentGateway {
  readonly name: "sandbox" | "stripe";
  /** Whether it knows the currency, and the amount can be said in the provider's units. */
  takes(price: Price): boolean;
  /** A card is entered on the provider's own page or element; answers what the browser needs for it. */
  startCardSetup(ask: CardSetupAsk): Promise<BegunCardSetup>;
  cardOfSetup(setupRef: string): Promise<CardSetupState>;
  /** Removing a card that is not there is no error. */
  removeCard(customerRef: string, cardRef: string): Promise<void>;
  /** Idempotent under `key`. @throws GatewayUnknown when nobody can say whether it was charged */
  charge(ask: ChargeAsk): Promise<ProviderState>;
  /** How the charge stands; NOT_FOUND: the provider never heard of it. @throws GatewayUnknown */
  stateOf(question: ChargeQuestion): Promise<ProviderState | { readonly state: "NOT_FOUND" }>;
  /** Gives the whole charge back; idempotent under `key`. @throws GatewayUnknown */
  refund(key: string, providerRef: string): Promise<ProviderState>;
  /** @throws WebhookRejected forged, older than 300 s, or somebody else's */
  readWebhook(rawBody: Buffer, headers: IncomingHttpHeaders, now: EpochMs): WebhookNews;
  /** Ends what the gateway keeps open. */
  stop(): Promise<void>;
}

/** Nobody can say how the call ended: it may have charged or not (timeout, reset, 5xx, 429). */
export class GatewayUnknown extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "GatewayUnknown";
  }
}

/** A delivery that is not the provider's, or no longer: it has no effect. */
export class WebhookRejected extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "WebhookRejected";
  }
}

/** How old a signed delivery may be, in milliseconds, in either direction. */
export const WEBHOOK_TOLERANCE_MS = 300_000;
