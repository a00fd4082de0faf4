/** "Will I use them all within the year?": advice before a pack, by one's own last twelve months (R75, F27). */
import type { IncidentOffer } from "./offers.js";

export interface PackAdvice {
  readonly packSize: number;
  readonly usedLast12Months: number;
  /** Of the pack, lapsing unused at that pace. */
  readonly expectedUnused: number;
  /** Incidents from which the pack costs no more than single ones; above the pack's size: it never pays. */
  readonly breakEven: number;
  readonly recommendsPack: boolean;
}

type Priced = Pick<IncidentOffer, "packSize" | "amountMinor" | "currency">;

/** Null without a pack and a single incident that are priced in one currency. */
export const packAdvice = (usedLast12Months: number, offers: readonly Priced[]): PackAdvice | null => {
  const single = offers.find((offer) => offer.packSize === 1);
  const pack = offers.find((offer) => offer.packSize > 1 && offer.currency === single?.currency);
  if (single === undefined || pack === undefined || single.amountMinor <= 0) return null;
  const breakEven = Math.ceil(pack.amountMinor / single.amountMinor);
  return {
    packSize: pack.packSize,
    usedLast12Months,
    expectedUnused: Math.max(0, pack.packSize - usedLast12Months),
    breakEven,
    recommendsPack: breakEven <= pack.packSize && usedLast12Months >= breakEven,
  };
};
