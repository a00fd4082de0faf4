/** What a programme says about activation (R56, S12). */

/** Where the term of an agreement is counted from: the day its holder activates it, or the day the membership began. */
export const TERM_BASES = ["ACTIVATION", "MEMBERSHIP"] as const;
export type TermBasis = (typeof TERM_BASES)[number];

/** What a programme says about activation. */
export interface ActivationRule {
  readonly basis: TermBasis;
  /** Months from the first day of the membership within which the benefit can be activated; its last day counts. */
  readonly redeemWithinMonths: number;
}
