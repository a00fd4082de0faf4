/** Receipts: numbered without gaps in each year, and signed over what they say (F28). */
import { decimalOf } from "./money.js";
import type { Purchase } from "./purchase.js";

/** `ACC-2026-000123`. */
export const receiptNumber = (year: number, count: number): string => `ACC-${year}-${String(count).padStart(6, "0")}`;

/** What the signature stands over: one line for each fact, in this order, for ever; instants in milliseconds since 1970. Null until it is paid. */
export const receiptStatement = (purchase: Purchase): string | null => {
  const { receiptNumber: number, receiptAt, billing } = purchase;
  if (number === null || receiptAt === null) return null;
  const amountOf = (minor: number): string => decimalOf(minor, purchase.currency, purchase.exponent);
  const oneLine = (text: string | null): string => JSON.stringify(text ?? "");
  return [
    "accord receipt 1",
    `number ${number}`,
    `issued ${receiptAt}`,
    `purchase ${purchase.id}`,
    `offer ${purchase.offerId}`,
    `incidents ${purchase.packSize}`,
    `amount ${amountOf(purchase.amountMinor)} ${purchase.currency}`,
    `tax ${amountOf(purchase.taxMinor)} ${purchase.currency} at ${purchase.taxBasisPoints} basis points`,
    `name ${oneLine(billing.name)}`,
    `address ${oneLine(billing.address)}`,
    `tax number ${oneLine(billing.taxNumber)}`,
  ].join("\n");
};
