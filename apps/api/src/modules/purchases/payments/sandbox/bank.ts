/** The sandbox bank: saves test cards, charges once under a key, asks its customer, gives back, and tells by webhook (F25). */
import type { ChargeAsk, ProviderState, SavedCard } from "../gateway.js";
import { type CardBehaviour, DECLINES, TOKENS } from "./test-cards.js";
import { newRef, type Vault, type VaultCharge, type VaultSetup } from "./vault.js";

/** A card as its page took it; the number stays behind. */
export interface EnteredCard extends Omit<SavedCard, "cardRef"> {
  readonly behaviour: CardBehaviour;
}

export class Bank {
  constructor(
    private readonly vault: Vault,
    /** Where the bank's pages are: `http://localhost:4001`. */
    private readonly origin: string,
    /** Something is to be delivered. */
    private readonly onNews: () => void,
  ) {}

  /** The same setup for the same key. */
  beginSetup(key: string, customerRef: string, returnUrl: string): VaultSetup {
    const known = Object.values(this.vault.content.setups).find((setup) => setup.key === key);
    if (known !== undefined) return known;
    // The page's address is nobody's to guess.
    const setup = { ref: newRef("setup"), key, customerRef, returnUrl, cardRef: null };
    this.vault.keep("setups", setup.ref, setup);
    return setup;
  }

  setup(ref: string): VaultSetup | null {
    return this.vault.content.setups[ref] ?? null;
  }

  /** Keeps what may be kept of a card; null for a setup that is not there or was used. */
  enterCard(ref: string, card: EnteredCard): VaultSetup | null {
    const setup = this.setup(ref);
    if (setup === null || setup.cardRef !== null) return null;
    const cardRef = newRef("card");
    this.vault.keep("cards", cardRef, { ...card, cardRef, customerRef: setup.customerRef });
    this.vault.keep("setups", ref, { ...setup, cardRef });
    return setup;
  }

  card(cardRef: string): SavedCard | null {
    const card = this.vault.content.cards[cardRef];
    if (card === undefined) return null;
    const { brand, last4, expMonth, expYear } = card;
    return { cardRef, brand, last4, expMonth, expYear };
  }

  removeCard(customerRef: string, cardRef: string): void {
    if (this.vault.content.cards[cardRef]?.customerRef === customerRef) this.vault.forget("cards", cardRef);
  }

  /** Once for each key, whatever comes with it later. */
  charge(ask: ChargeAsk): ProviderState {
    const known = this.vault.content.charges[ask.key];
    if (known !== undefined) {
      this.vault.keep("charges", ask.key, { ...known, asks: known.asks + 1 });
      return known.state;
    }
    const { key, purchaseId, cardRef, amountMinor, currency, returnUrl } = ask;
    const charge: Omit<VaultCharge, "state"> = { key, purchaseId, cardRef, amountMinor, currency, returnUrl, asks: 1 };
    return this.#keep({ ...charge, state: this.#judge(ask) });
  }

  stateOf(key: string): ProviderState | null {
    return this.vault.content.charges[key]?.state ?? null;
  }

  /** The charge a question of the bank is about. */
  challenged(providerRef: string): VaultCharge | null {
    const charges = Object.values(this.vault.content.charges);
    return charges.find(({ state }) => state.state === "CHALLENGE" && state.providerRef === providerRef) ?? null;
  }

  /** What the customer answered; null: nobody was asked, or has answered. */
  answer(providerRef: string, isApproved: boolean): VaultCharge | null {
    const charge = this.challenged(providerRef);
    if (charge === null) return null;
    const { amountMinor, currency } = charge;
    const state: ProviderState = isApproved
      ? { state: "SUCCEEDED", providerRef, amountMinor, currency }
      : { state: "DECLINED", declineCode: "authentication_failed", providerRef };
    this.#keep({ ...charge, state });
    return charge;
  }

  refund(key: string): ProviderState {
    const charge = this.vault.content.charges[key];
    if (charge?.state.state === "REFUNDED") return charge.state;
    if (charge?.state.state !== "SUCCEEDED")
      return { state: "DECLINED", declineCode: "processing_error", providerRef: null };
    return this.#keep({ ...charge, state: { state: "REFUNDED", providerRef: charge.state.providerRef } });
  }

  #judge({ customerRef, cardRef, amountMinor, currency }: ChargeAsk): ProviderState {
    const providerRef = newRef("charge");
    const card = this.vault.content.cards[cardRef];
    const behaviour = card?.customerRef === customerRef ? card.behaviour : TOKENS[cardRef];
    if (behaviour === undefined) return { state: "DECLINED", declineCode: "card_declined", providerRef };
    const declineCode = DECLINES[behaviour];
    if (declineCode !== null) return { state: "DECLINED", declineCode, providerRef };
    return behaviour === "CHALLENGE"
      ? { state: "CHALLENGE", url: `${this.origin}/challenges/${providerRef}`, providerRef }
      : { state: "SUCCEEDED", providerRef, amountMinor, currency };
  }

  #keep(charge: VaultCharge): ProviderState {
    this.vault.keep("charges", charge.key, charge);
    const id = newRef("event");
    this.vault.keep("events", id, { id, purchaseId: charge.purchaseId, state: charge.state, tries: 0 });
    this.onNews();
    return charge.state;
  }
}
