/** What is sold in a country, in which currency, and what is not, with the reason (R74, E19, F26; M-6). */
import type { Programme } from "../plan/support-plan.js";
import type { Country } from "../region/region.js";
import type { Price } from "./money.js";
import { type TaxKind, taxWithin } from "./tax.js";

/** The currency of a country without a price of its own. */
export const FALLBACK_CURRENCY = "USD";

export interface IncidentOffer extends Price {
  /** `<programme>:<currency>`. */
  readonly id: string;
  readonly programme: Programme;
  /** Incidents in the pack. */
  readonly packSize: number;
  /** Null: no tax is charged. */
  readonly taxKind: TaxKind | null;
  readonly taxBasisPoints: number;
  /** Within the price, in the smallest unit. */
  readonly taxMinor: number;
}

export const NOT_SOLD_REASONS = ["NOT_SOLD_IN_REGION", "NO_PRICE"] as const;
export type NotSoldReason = (typeof NOT_SOLD_REASONS)[number];

/** Why there is nothing to buy at all. */
export const NOTHING_SOLD_REASONS = ["PORTAL", "PLACE_UNKNOWN", "PLACE"] as const;
export type NothingSoldReason = (typeof NOTHING_SOLD_REASONS)[number];

export interface NotSold {
  readonly programme: Programme;
  readonly packSize: number;
  readonly because: NotSoldReason;
}

export interface IncidentOffers {
  /** Single incidents first (R75). */
  readonly offers: readonly IncidentOffer[];
  readonly notSold: readonly NotSold[];
  readonly currency: string;
  /** Some price is not in the country's own currency. */
  readonly isFallbackCurrency: boolean;
}

type Place = Pick<Country, "currency" | "isSinglePackSold" | "isFivePackSold" | "tax">;

/** Prices for which `isTaken` does not hold count as none: the payment provider does not charge in that currency. */
export const offersFor = (
  country: Place,
  programmes: readonly Programme[],
  isTaken: (price: Price) => boolean = () => true,
): IncidentOffers => {
  const bought = programmes
    .flatMap((programme) =>
      programme.origin === "PURCHASE" && programme.incidents !== null && programme.retiredOn === null
        ? [{ programme, packSize: programme.incidents }]
        : [],
    )
    .sort((a, b) => a.packSize - b.packSize);
  const offers: IncidentOffer[] = [];
  const notSold: NotSold[] = [];
  for (const { programme, packSize } of bought) {
    const isSold = packSize === 1 ? country.isSinglePackSold : country.isFivePackSold;
    const price = priceIn(programme, country.currency, isTaken);
    if (!isSold) notSold.push({ programme, packSize, because: "NOT_SOLD_IN_REGION" });
    else if (price === null) notSold.push({ programme, packSize, because: "NO_PRICE" });
    else offers.push(offerOf(programme, packSize, price, country));
  }
  return {
    offers,
    notSold,
    currency: offers[0]?.currency ?? country.currency ?? FALLBACK_CURRENCY,
    isFallbackCurrency: offers.some((offer) => offer.currency !== country.currency),
  };
};

/** In the country's own currency, else in dollars, else none. */
const priceIn = (programme: Programme, currency: string | null, isTaken: (price: Price) => boolean): Price | null => {
  const prices = (programme.prices ?? []).filter(isTaken);
  return (
    prices.find((price) => price.currency === currency) ??
    prices.find((price) => price.currency === FALLBACK_CURRENCY) ??
    null
  );
};

const offerOf = (programme: Programme, packSize: number, price: Price, { tax = null }: Place): IncidentOffer => ({
  id: `${programme.id}:${price.currency}`,
  programme,
  packSize,
  currency: price.currency,
  amountMinor: price.amountMinor,
  taxKind: tax?.kind ?? null,
  taxBasisPoints: tax?.basisPoints ?? 0,
  taxMinor: taxWithin(price.amountMinor, tax?.basisPoints ?? 0),
});
