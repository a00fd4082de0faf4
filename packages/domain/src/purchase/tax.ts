/** The tax line of a receipt: prices are shown with tax included, the tax within them is computed (F28). */

export const TAX_KINDS = ["VAT", "GST", "CONSUMPTION_TAX"] as const;
export type TaxKind = (typeof TAX_KINDS)[number];

export interface CountryTax {
  readonly kind: TaxKind;
  /** Hundredths of a percent: 1900 is 19 %. */
  readonly basisPoints: number;
}

/** The tax within a gross amount, rounded to the smallest unit, halves up. */
export const taxWithin = (grossMinor: number, basisPoints: number): number =>
  Math.round((grossMinor * basisPoints) / (10_000 + basisPoints));
