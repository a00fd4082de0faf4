/** The confirmation of a submitted draft, kept in the tab: a reload shows it again and submits nothing (R86). */
import type { SubmitRequestMutation } from "../review/submit.generated";

export type Confirmation = NonNullable<SubmitRequestMutation["createRequest"]["confirmation"]>;
export interface KeptConfirmation {
  readonly confirmation: Confirmation;
  readonly timeZone: string | null;
}

const keyOf = (draftId: string): string => `accord.confirmation.${draftId}`;

export function keepConfirmation(storage: Storage, draftId: string, kept: KeptConfirmation): void {
  try {
    storage.setItem(keyOf(draftId), JSON.stringify(kept));
  } catch {
    // The page shows it from the address's state until it is left.
  }
}

/** From the navigation that just submitted, else from the tab. */
export function readConfirmation(storage: Storage, draftId: string, state: unknown): KeptConfirmation | null {
  if (isKept(state)) return state;
  try {
    const found: unknown = JSON.parse(storage.getItem(keyOf(draftId)) ?? "null");
    return isKept(found) ? found : null;
  } catch {
    return null;
  }
}

const isKept = (value: unknown): value is KeptConfirmation =>
  typeof value === "object" &&
  value !== null &&
  "confirmation" in value &&
  typeof value.confirmation === "object" &&
  value.confirmation !== null;
