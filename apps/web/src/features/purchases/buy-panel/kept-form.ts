/** What was typed into the buy panel, kept in this tab over the ways to the provider, the bank and the sign-in. */

export interface BuyForm {
  readonly offerId: string | null;
  readonly cardId: string | null;
  readonly name: string;
  readonly address: string;
  readonly taxNumber: string;
}

/** What is kept: the form, and once it was sent the purchase that came before it (null: none did). */
export interface KeptForm extends Partial<BuyForm> {
  readonly after?: string | null;
}

const KEY = "accord.buying";

/** Consent is not among it: it is given anew for what is on the screen. */
export function keptForm(): KeptForm {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** A browser without storage forgets it. */
export function keepForm(form: BuyForm & KeptForm): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(form));
  } catch {
    // Typed again after the way there and back.
  }
}

export function dropForm(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
