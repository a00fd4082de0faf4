/** The test cards of the sandbox and how its bank treats each: a number that is none of them is turned away (F25). */

export type CardBehaviour = "APPROVE" | "DECLINE" | "NO_FUNDS" | "CHALLENGE" | "EXPIRED" | "ERROR";

export interface TestCard {
  readonly number: string;
  readonly brand: string;
  readonly behaviour: CardBehaviour;
}

export const TEST_CARDS: readonly TestCard[] = [
  { number: "4242424242424242", brand: "visa", behaviour: "APPROVE" },
  { number: "5555555555554444", brand: "mastercard", behaviour: "APPROVE" },
  { number: "4000002500003155", brand: "visa", behaviour: "CHALLENGE" },
  { number: "4000000000000002", brand: "visa", behaviour: "DECLINE" },
  { number: "4000000000009995", brand: "visa", behaviour: "NO_FUNDS" },
  { number: "4000000000000069", brand: "visa", behaviour: "EXPIRED" },
  { number: "4000000000000119", brand: "visa", behaviour: "ERROR" },
];

/** Cards of the demo world, known by their token alone: they were saved before this bank began (apps/api/seeds/demo.json). */
export const TOKENS: Readonly<Record<string, CardBehaviour>> = {
  tok_demo_ana: "APPROVE",
  tok_demo_sam: "APPROVE",
  tok_demo_sam_old: "EXPIRED",
};

/** What the bank says instead of charging; null: it charges, or asks its customer first. */
export const DECLINES: Readonly<Record<CardBehaviour, string | null>> = {
  APPROVE: null,
  CHALLENGE: null,
  DECLINE: "card_declined",
  NO_FUNDS: "insufficient_funds",
  EXPIRED: "expired_card",
  ERROR: "processing_error",
};

/** A card as somebody typed it; null when its number is no test card's. */
export const testCardOf = (typed: string): TestCard | null =>
  TEST_CARDS.find(({ number }) => number === typed.replace(/[\s-]/g, "")) ?? null;
