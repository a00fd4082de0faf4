/** Money: whole numbers of the smallest unit of a currency, never fractions (F26). */

export interface Price {
  /** ISO 4217. */
  readonly currency: string;
  /** Smallest unit of the currency: cents of a dollar, whole yen. */
  readonly amountMinor: number;
}

/** Decimal places of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export const exponentOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** A decimal text such as `499.00` in the smallest unit. @throws RangeError when it is no amount of the currency */
export const minorUnitsOf = (amount: string, currency: string): number => {
  const exponent = exponentOf(currency);
  const [, whole = "", fraction = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(amount) ?? [];
  if (whole === "" || /[^0]/.test(fraction.slice(exponent)))
    throw new RangeError(`${amount} is no amount of ${currency}`);
  return Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, "0")}`);
};
