/**
 * Amounts in Stripe's units and back (K3). Kept twice, as books are: what is asked for goes by the list of currencies, what comes
 * back is read by the rule. A wrong entry in either is a mismatch of the first charge, which grants nothing and is looked at.
 * Source: docs.stripe.com/currencies, “Supported presentment currencies”, “Zero-decimal currencies”, “Three-decimal currencies”, “Special cases”.
 */
import { exponentOf, isCurrency, type Price } from "@accord/domain";

/** Decimals of the amount on the wire, by currency; one that is not here is not charged. */
export type StripeDecimals = Readonly<Record<string, number>>;

const listed = (decimals: number, codes: string): StripeDecimals =>
  Object.fromEntries(codes.split(/\s+/).map((code) => [code, decimals]));

export const STRIPE_DECIMALS: StripeDecimals = {
  ...listed(
    2,
    `USD AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CNY COP CRC CVE
     CZK DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR JMD KES KGS KHR KYD KZT LAK LBP
     LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD
     RUB SAR SBD SCR SEK SGD SHP SLE SOS SRD SZL THB TJS TOP TRY TTD TWD TZS UAH UYU UZS WST XCD YER ZAR ZMW`,
  ),
  ...listed(0, "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF"),
  ...listed(3, "BHD JOD KWD OMR TND"),
  // Listed as zero-decimal, and a special case: written with two decimals that are always 00, as is the króna.
  ...listed(2, "ISK UGX"),
};

/** Where Stripe leaves ISO 4217: for the króna and the shilling “represent it as a two-decimal value”, the ariary has no decimals. */
const SPECIAL_CASES: StripeDecimals = { ISK: 2, UGX: 2, MGA: 0 };
/** “The least-significant (last) digit” of a three-decimal amount is 0. */
const THREE_DECIMAL_STEP = 10;

/** The price in Stripe's units; null: it cannot be charged there. */
export const toStripe = ({ amountMinor, currency }: Price, decimals = STRIPE_DECIMALS): number | null => {
  const places = decimals[currency];
  if (places === undefined || !isCurrency(currency)) return null;
  const units = shifted(amountMinor, places - exponentOf(currency));
  return places === 3 && units !== null && units % THREE_DECIMAL_STEP !== 0 ? null : units;
};

/** Units that Stripe told, in the smallest unit of ISO 4217; null: no amount of a currency we know. */
export const fromStripe = (units: number, currency: string): number | null => {
  if (!isCurrency(currency)) return null;
  const exponent = exponentOf(currency);
  return shifted(units, exponent - (SPECIAL_CASES[currency] ?? exponent));
};

/** By so many places; null where digits would be lost. */
const shifted = (amount: number, places: number): number | null => {
  const moved = places < 0 ? amount / 10 ** -places : amount * 10 ** places;
  return Number.isSafeInteger(moved) ? moved : null;
};
