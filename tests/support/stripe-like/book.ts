/** What the Stripe-like server remembers: customers, cards, setups, payments, refunds, and the events about them. */
import { randomBytes } from "node:crypto";

export interface LikeCard {
  readonly id: string;
  readonly number: string;
  customer: string | null;
}

export interface LikeSetup {
  readonly id: string;
  readonly customer: string;
  status: "requires_payment_method" | "succeeded" | "canceled";
  paymentMethod: string | null;
  error: { code: string; decline_code?: string } | null;
}

export interface LikeIntent {
  readonly id: string;
  readonly customer: string;
  readonly paymentMethod: string;
  readonly amount: number;
  readonly currency: string;
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly returnUrl: string | null;
  /** The key it was asked for with. */
  readonly key: string | null;
  status: "succeeded" | "requires_action" | "requires_payment_method";
  error: { code: string; decline_code?: string } | null;
  isRefunded: boolean;
}

export interface LikeEvent {
  readonly id: string;
  readonly purchaseId: string | null;
  readonly type: string;
  readonly body: string;
}

/** How the bank treats a card; null: it pays. */
const SAYS: Readonly<Record<string, { code: string; decline_code?: string } | "ASK">> = {
  "4000000000000002": { code: "card_declined", decline_code: "generic_decline" },
  "4000000000009995": { code: "card_declined", decline_code: "insufficient_funds" },
  "4000000000000069": { code: "expired_card", decline_code: "expired_card" },
  "4000000000000119": { code: "processing_error", decline_code: "processing_error" },
  "4000002500003155": "ASK",
};

export const newName = (prefix: string): string => `${prefix}_${randomBytes(12).toString("hex")}`;

export class Book {
  readonly customers = new Map<string, { readonly id: string; readonly metadata: Readonly<Record<string, string>> }>();
  readonly cards = new Map<string, LikeCard>();
  readonly setups = new Map<string, LikeSetup>();
  readonly intents = new Map<string, LikeIntent>();
  readonly events: LikeEvent[] = [];
  /** Charges that took money, by the key they were asked for with. */
  readonly charges = new Map<string, number>();
  #instants = 0;

  constructor(private readonly origin: string) {}

  /** What a payment page does with a number: it never comes near the portal. */
  enterCard(setupId: string, number: string): void {
    const setup = this.setups.get(setupId);
    if (setup === undefined) throw new Error(`there is no setup ${setupId}`);
    const card: LikeCard = { id: newName("pm"), number, customer: setup.customer };
    this.cards.set(card.id, card);
    Object.assign(setup, { status: "succeeded", paymentMethod: card.id, error: null });
  }

  pay(asked: Omit<LikeIntent, "id" | "created" | "status" | "error" | "isRefunded">): LikeIntent {
    const says = SAYS[this.cards.get(asked.paymentMethod)?.number ?? ""] ?? null;
    this.#instants += 1;
    const intent: LikeIntent = {
      ...asked,
      id: newName("pi"),
      created: this.#instants,
      status: says === null ? "succeeded" : says === "ASK" ? "requires_action" : "requires_payment_method",
      error: says === null || says === "ASK" ? null : says,
      isRefunded: false,
    };
    this.intents.set(intent.id, intent);
    if (intent.status === "succeeded") this.#charge(intent);
    this.#tell(intent);
    return intent;
  }

  /** The customer answers the bank. */
  answer(intentId: string, isApproved: boolean): void {
    const intent = this.intents.get(intentId);
    if (intent?.status !== "requires_action") throw new Error(`nobody was asked about ${intentId}`);
    intent.status = isApproved ? "succeeded" : "requires_payment_method";
    if (isApproved) this.#charge(intent);
    else intent.error = { code: "payment_intent_authentication_failure" };
    this.#tell(intent);
  }

  giveBack(intent: LikeIntent): void {
    intent.isRefunded = true;
    this.#event("charge.refunded", intent, this.shownCharge(intent));
  }

  chargesOf(purchaseId: string): number {
    const paid = [...this.intents.values()].filter(({ metadata }) => metadata.purchaseId === purchaseId);
    return paid.filter(({ status }) => status === "succeeded").length;
  }

  shownCharge(intent: LikeIntent): object {
    const { id, amount, currency, metadata, isRefunded } = intent;
    return {
      id: id.replace("pi_", "ch_"),
      object: "charge",
      payment_intent: id,
      amount,
      currency,
      metadata,
      refunded: isRefunded,
    };
  }

  /** As the API and the events show it. */
  shownIntent(intent: LikeIntent): object {
    const { id, amount, currency, customer, metadata, status, error, paymentMethod, created } = intent;
    const isPaid = status === "succeeded";
    const url = `${this.origin}/challenges/${id}`;
    return {
      id,
      object: "payment_intent",
      amount,
      amount_received: isPaid ? amount : 0,
      currency,
      customer,
      created,
      metadata,
      status,
      client_secret: `${id}_secret_${id}`,
      payment_method: status === "requires_payment_method" ? null : paymentMethod,
      last_payment_error: error === null ? null : { type: "card_error", message: "Declined.", ...error },
      latest_charge: isPaid ? this.shownCharge(intent) : null,
      next_action:
        status === "requires_action"
          ? { type: "redirect_to_url", redirect_to_url: { url, return_url: intent.returnUrl } }
          : null,
    };
  }

  #charge({ key, id }: LikeIntent): void {
    const name = key ?? id;
    this.charges.set(name, (this.charges.get(name) ?? 0) + 1);
  }

  #tell(intent: LikeIntent): void {
    const types = {
      succeeded: "payment_intent.succeeded",
      requires_action: "payment_intent.requires_action",
      requires_payment_method: "payment_intent.payment_failed",
    };
    this.#event(types[intent.status], intent, this.shownIntent(intent));
  }

  #event(type: string, { metadata }: LikeIntent, object: object): void {
    const id = newName("evt");
    const body = JSON.stringify({ id, object: "event", type, livemode: false, data: { object } });
    this.events.push({ id, type, purchaseId: metadata.purchaseId ?? null, body });
  }
}
