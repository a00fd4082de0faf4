/** A purchase from the charge to the receipt, and the saved card it is charged to (F24, F25, F28). */
import type { EpochMs } from "../shared/calendar.js";
import type { DeclineCode } from "./decline-codes.js";
import type { TaxKind } from "./tax.js";

export const PURCHASE_STATES = [
  "CREATED",
  "CALLING",
  "SUCCEEDED",
  "DECLINED",
  "CHALLENGE",
  "UNKNOWN",
  "REFUNDED",
] as const;
export type PurchaseState = (typeof PURCHASE_STATES)[number];

export const GATEWAYS = ["sandbox", "stripe", "imported"] as const;
/** Who was charged through; `imported`: paid before this portal kept purchases. */
export type GatewayName = (typeof GATEWAYS)[number];

/** What the receipt says of its buyer. */
export interface Billing {
  readonly name: string;
  readonly address: string | null;
  readonly taxNumber: string | null;
}

export interface Purchase {
  /** `pur_…`; the key of its one charge at the provider. */
  readonly id: string;
  readonly accountId: string;
  readonly gateway: GatewayName;
  readonly offerId: string;
  readonly programmeId: string;
  readonly packSize: number;
  /** Smallest unit of the currency, tax included. */
  readonly amountMinor: number;
  readonly currency: string;
  /** Decimal places its receipt is written with, for ever: those of ISO 4217, or what the runtime of that day took for them. */
  readonly exponent: number;
  readonly taxKind: TaxKind | null;
  readonly taxBasisPoints: number;
  readonly taxMinor: number;
  readonly state: PurchaseState;
  readonly declineCode: DeclineCode | null;
  /** The provider's name of the charge. */
  readonly providerRef: string | null;
  /** Where the bank asks its customer; with CHALLENGE only. */
  readonly challengeUrl: string | null;
  readonly paymentMethodId: string | null;
  readonly planId: string | null;
  readonly draftId: string | null;
  readonly consentVersion: string | null;
  readonly consentAt: EpochMs | null;
  readonly billing: Billing;
  readonly receiptNumber: string | null;
  readonly receiptAt: EpochMs | null;
  readonly country: string;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
  /** When the provider is asked again; null: nothing is open. */
  readonly nextCheckAt: EpochMs | null;
  /** Somebody of the staff asked for the money to be given back. */
  readonly refundAskedAt: EpochMs | null;
  readonly refundedBy: string | null;
  readonly refundReason: string | null;
}

export interface PaymentMethod {
  /** `pmt_…` */
  readonly id: string;
  readonly accountId: string;
  readonly gateway: GatewayName;
  /** The provider's name of the card; nothing of its number. */
  readonly cardRef: string;
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly isDefault: boolean;
  readonly createdAt: EpochMs;
  readonly removedAt: EpochMs | null;
}

/** A card can be used through the whole of its month, anywhere on earth. */
export const isCardExpired = (card: Pick<PaymentMethod, "expMonth" | "expYear">, now: EpochMs): boolean =>
  now >= Date.UTC(card.expYear, card.expMonth, 1, 12);
