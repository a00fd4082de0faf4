/**
 * How Stripe reads an amount, written from its documentation alone and importing nothing of ours: docs.stripe.com/currencies, with its
 * tables “Presentment currencies”, “Zero-decimal”, “Three-decimal” and “Special cases”. In lower case, as it is asked for there.
 */
const ZERO_DECIMAL = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const THREE_DECIMAL = new Set("bhd jod kwd omr tnd".split(" "));
/** “To charge 5 ISK, provide an amount value of 500. You can't charge fractions”; the same for UGX. */
const WHOLE_WITH_TWO_DECIMALS = new Set(["isk", "ugx"]);
const TWO_DECIMAL = new Set(
  `usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd cad cdf chf cny cop crc cve czk
   dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl htg huf idr ils inr jmd kes kgs khr kyd kzt lak lbp lkr lrd
   lsl mad mdl mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk php pkr pln qar ron rsd rub sar sbd
   scr sek sgd shp sle sos srd szl thb tjs top try ttd twd tzs uah uyu uzs wst xcd yer zar zmw`.split(/\s+/),
);

/** The fault “another currency” plants one that nobody asked for. */
const OF_A_FAULT = "xts";

/** Stripe's code for an amount it turns away; null: it charges it. */
export const amountProblem = (amount: number, currency: string): string | null => {
  if (currency === OF_A_FAULT || ZERO_DECIMAL.has(currency) || TWO_DECIMAL.has(currency)) return null;
  if (THREE_DECIMAL.has(currency)) return amount % 10 === 0 ? null : "parameter_invalid_integer";
  if (WHOLE_WITH_TWO_DECIMALS.has(currency)) return amount % 100 === 0 ? null : "parameter_invalid_integer";
  return "invalid_currency";
};

/** What the cardholder's bank books, as a decimal text: 50000 of `kwd` are "50.000". */
export const bookedText = (amount: number, currency: string): string => {
  const places = ZERO_DECIMAL.has(currency) ? 0 : THREE_DECIMAL.has(currency) ? 3 : 2;
  if (places === 0) return String(amount);
  const digits = String(amount).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};
