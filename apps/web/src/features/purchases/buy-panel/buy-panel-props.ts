/** What is bought for, and what follows. */

export interface BuyPanelProps {
  /** Where the buyer is, ISO 3166: prices follow it; null: the profile's country. */
  readonly country: string | null;
  /** The version the incident is for: offers are judged for it before a card is asked; null: none yet. */
  readonly productVersionId: string | null;
  /** The unfinished request that the bought plan becomes the plan of. */
  readonly draftId: string | null;
  /** Path that the browser comes back to from the provider, the bank and the sign-in. */
  readonly returnTo: string;
  /** Keeps what was typed around the panel: called before the page is left and before anything is bought. */
  readonly onLeave?: () => Promise<void>;
  /** The incidents are there; the panel tells it and keeps the focus. */
  readonly onBought: (planId: string) => Promise<void> | void;
  /** Leads from what was bought back to what it was bought for. */
  readonly onGoOn?: (planId: string) => void;
}
