/** The confirmation of a submitted draft, kept in the tab: a reload shows it again and submits nothing (R86). */
import { tabStore } from "../../../../lib/kept/tab-store";
import type { SubmitRequestMutation } from "../review/submit.generated";

export type Confirmation = NonNullable<SubmitRequestMutation["createRequest"]["confirmation"]>;
export interface KeptConfirmation {
  /** Who submitted it: nobody else who uses this tab is shown it. */
  readonly accountId: string;
  readonly confirmation: Confirmation;
  readonly timeZone: string | null;
}

const keyOf = (draftId: string): string => `accord.confirmation.${draftId}`;

export function keepConfirmation(draftId: string, kept: KeptConfirmation): void {
  tabStore.write(keyOf(draftId), kept);
}

/** Of this account: from the navigation that just submitted, else from the tab. */
export function readConfirmation(draftId: string, accountId: string, state: unknown): KeptConfirmation | null {
  const found = isKept(state) ? state : tabStore.readJson(keyOf(draftId));
  return isKept(found) && found.accountId === accountId ? found : null;
}

const isKept = (value: unknown): value is KeptConfirmation =>
  typeof value === "object" &&
  value !== null &&
  "confirmation" in value &&
  typeof value.confirmation === "object" &&
  value.confirmation !== null;
