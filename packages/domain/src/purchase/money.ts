/** Money: whole numbers of the smallest unit that ISO 4217 gives a currency, never fractions (F26). */
import { exponentOf, isCurrency } from "./currencies.js";

export interface Price {
  /** ISO 4217. */
  readonly currency: string;
  /** Smallest unit of the currency: cents of a dollar, whole yen. */
  readonly amountMinor: number;
}

const AMOUNT = /^(\d{1,12})(?:\.(\d+))?$/;

/** Whether a decimal text such as `499.00` is an amount of a currency that exists: no more decimals than it has. */
export const isAmountOf = (amount: string, currency: string): boolean => {
  const [, whole, fraction = ""] = AMOUNT.exec(amount) ?? [];
  return whole !== undefined && isCurrency(currency) && !/[^0]/.test(fraction.slice(exponentOf(currency)));
};

/** A decimal text such as `499.00` in the smallest unit. @throws RangeError when it is no amount of the currency */
export const minorUnitsOf = (amount: string, currency: string): number => {
  if (!isAmountOf(amount, currency)) throw new RangeError(`${amount} is no amount of ${currency}`);
  const exponent = exponentOf(currency);
  const [whole = "", fraction = ""] = amount.split(".");
  return Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, "0")}`);
};

/** A decimal text of an amount, `499.00` or `74800`; with fewer places than the currency has where nothing is lost by it. */
export const decimalOf = (amountMinor: number, currency: string, places = exponentOf(currency)): string => {
  const exponent = exponentOf(currency);
  const digits = String(amountMinor).padStart(exponent + 1, "0");
  const fraction = digits.slice(digits.length - exponent).padEnd(places, "0");
  const shown = /[^0]/.test(fraction.slice(places)) ? fraction : fraction.slice(0, places);
  const whole = digits.slice(0, digits.length - exponent);
  return shown === "" ? whole : `${whole}.${shown}`;
};

/** How an amount is laid out: the runtime chooses sign and place, never the number of decimals. */
export const moneyFormatOf = (currency: string, places = exponentOf(currency)) =>
  ({ style: "currency", currency, minimumFractionDigits: places, maximumFractionDigits: places }) as const;

/** An amount for people, in the way of `locale`: `RON 2,490.00`. */
export const formatMoney = (locale: string, { amountMinor, currency }: Price, places?: number): string =>
  new Intl.NumberFormat(locale, moneyFormatOf(currency, places)).format(Number(decimalOf(amountMinor, currency)));
