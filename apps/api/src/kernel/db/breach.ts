/** One thing that does not hold: which check of `accord verify` (V1…V10) and what. */
export interface Breach {
  readonly check: string;
  readonly message: string;
}
