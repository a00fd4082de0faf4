/** The state machine of a purchase: reply, webhook and reconciler ask it alike, in any order and any number (M-5). */
import type { Purchase, PurchaseState } from "./purchase.js";

/** What somebody has seen of the charge; no amount: what came back is none of its currency. */
export type SeenOfCharge =
  | { readonly state: "SUCCEEDED"; readonly amountMinor: number | null; readonly currency: string }
  | { readonly state: "CALLED" | "DECLINED" | "CHALLENGE" | "PROCESSING" | "NO_ANSWER" | "NEVER_CHARGED" | "REFUNDED" };

export interface PurchaseStep {
  readonly state: PurchaseState;
  /** The incidents are there from now on. */
  readonly grants: boolean;
  /** What is left of them is taken back. */
  readonly takesBack: boolean;
  /** Another amount or currency than was asked for came back: nobody is granted anything, people must look. */
  readonly isMismatch: boolean;
}

const to = (state: PurchaseState, also: Partial<PurchaseStep> = {}): PurchaseStep => ({
  state,
  grants: false,
  takesBack: false,
  isMismatch: false,
  ...also,
});

const OPEN: ReadonlySet<PurchaseState> = new Set(["CREATED", "CALLING", "CHALLENGE", "UNKNOWN"]);
export const isOpenPurchase = ({ state }: Pick<Purchase, "state">): boolean => OPEN.has(state);

/** The next state, or null when what was seen changes nothing. Money that was taken counts even after a decline was told. */
export const nextPurchaseState = (
  purchase: Pick<Purchase, "state" | "amountMinor" | "currency">,
  seen: SeenOfCharge,
): PurchaseStep | null => {
  const { state } = purchase;
  if (state === "REFUNDED") return null;
  if (seen.state === "REFUNDED") return to("REFUNDED", { takesBack: state === "SUCCEEDED" });
  if (state === "SUCCEEDED") return null;
  if (seen.state === "SUCCEEDED") {
    const isSame = seen.amountMinor === purchase.amountMinor && seen.currency === purchase.currency;
    return isSame ? to("SUCCEEDED", { grants: true }) : to("UNKNOWN", { isMismatch: true });
  }
  if (state === "DECLINED") return null;
  switch (seen.state) {
    case "CALLED":
      return state === "CREATED" ? to("CALLING") : null;
    case "DECLINED":
    case "NEVER_CHARGED":
      return to("DECLINED");
    case "CHALLENGE":
      return state === "CHALLENGE" ? null : to("CHALLENGE");
    case "PROCESSING":
      return state === "UNKNOWN" ? null : to("UNKNOWN");
    case "NO_ANSWER":
      // Whoever is asked by the bank is told that, not that nobody knows.
      return state === "CREATED" || state === "CALLING" ? to("UNKNOWN") : null;
  }
};
