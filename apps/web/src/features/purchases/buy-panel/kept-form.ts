/** The opened form of a purchase, kept in this tab over the ways to the provider, the bank and the sign-in, over a reload and a lost answer; of each account and request its own, and nothing of a card but its id (E17). */

export interface BuyForm {
  readonly offerId: string | null;
  readonly cardId: string | null;
  readonly name: string;
  readonly address: string;
  readonly taxNumber: string;
}

export interface KeptForm extends Partial<BuyForm> {
  /** The purchase that came before this form was opened, null: none; it gives the idempotency key. */
  readonly before?: string | null;
  /** Sent, and what came of it is not told yet. */
  readonly isSent?: boolean;
}

export interface FormOf {
  readonly accountId: string;
  readonly draftId: string | null;
}

const keyOf = ({ accountId, draftId }: FormOf): string => `accord.buying.${accountId}.${draftId ?? "plans"}`;

/** Consent is not among it: it is given anew for what is on the screen. */
export function keptForm(of: FormOf): KeptForm {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(of)) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** Keeps this beside what is kept already. A browser without storage forgets it. */
export function keepForm(of: FormOf, patch: KeptForm): void {
  try {
    sessionStorage.setItem(keyOf(of), JSON.stringify({ ...keptForm(of), ...patch }));
  } catch {
    // Typed again after the way there and back; the key follows from the purchases all the same.
  }
}
