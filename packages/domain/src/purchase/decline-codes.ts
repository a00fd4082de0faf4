/** Why a card was declined: what a provider says, told in our few words (E18). */
export const DECLINE_CODES = [
  { code: "card_declined", summary: "The bank declined the card without a reason." },
  { code: "insufficient_funds", summary: "The card has not enough money." },
  { code: "expired_card", summary: "The card has expired." },
  { code: "incorrect_cvc", summary: "The security code is wrong." },
  { code: "authentication_failed", summary: "The bank's question was not answered, or not rightly." },
  { code: "processing_error", summary: "The card could not be processed; it was not charged." },
] as const satisfies readonly { readonly code: string; readonly summary: string }[];

export type DeclineCode = (typeof DECLINE_CODES)[number]["code"];

/** A provider knows many more: all the others mean that the bank said no. */
export const declineCodeOf = (code: string): DeclineCode =>
  DECLINE_CODES.find((known) => known.code === code)?.code ?? "card_declined";
