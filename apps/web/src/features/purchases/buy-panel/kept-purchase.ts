/** How far the opened form of a purchase has come, kept in this tab over the ways to the provider, the bank and the sign-in, over a reload and a lost answer; of each account and request its own (E17). */
import { tabStore } from "../../../lib/kept/tab-store";

/** What is typed and chosen; of a card nothing but its id. Consent is not among it: it is given anew for what is on the screen. */
export interface BuyForm {
  readonly offerId: string;
  readonly cardId: string;
  readonly name: string;
  readonly address: string;
  readonly taxNumber: string;
}

export interface KeptPurchase {
  /** The purchase that came before this form was opened, null: none; it gives the idempotency key. */
  readonly before?: string | null;
  /** Sent, and what came of it is not told yet. */
  readonly isSent?: boolean;
}

export interface FormOf {
  readonly accountId: string;
  readonly draftId: string | null;
}

/** What a purchase is for, as part of a key. */
export const subjectOf = (draftId: string | null): string => draftId ?? "plans";

const keyOf = ({ accountId, draftId }: FormOf): string => `accord.buying.${accountId}.${subjectOf(draftId)}`;

export function keptPurchase(of: FormOf): KeptPurchase {
  const kept = tabStore.readJson(keyOf(of));
  return typeof kept === "object" && kept !== null ? kept : {};
}

/** Keeps this beside what is kept already. */
export function keepPurchase(of: FormOf, patch: KeptPurchase): void {
  tabStore.write(keyOf(of), { ...keptPurchase(of), ...patch });
}
