/** May this offer be charged to this card now (R23, R35, R50, R74, R78, R79, E18-E20)? Asked before any provider is called. */

import type { Account } from "../account/account.js";
import { joinName } from "../account/person-name.js";
import type { Need } from "../entitlement/need.js";
import type { EpochMs, TimeZoneName } from "../shared/calendar.js";
import { accept, type Refusal, type Result, refuseAll } from "../shared/result.js";
import { checkText, type TextRefusalCode, type TextRule } from "../shared/text.js";
import { judgeOffer } from "./judge-offer.js";
import type { IncidentOffer, IncidentOffers } from "./offers.js";
import { type Billing, isCardExpired, type PaymentMethod } from "./purchase.js";
import { type PurchaseRefusalCode, purchaseAllowed } from "./purchase-allowed.js";

export type PurchaseDecisionCode =
  | PurchaseRefusalCode
  | TextRefusalCode
  | "PACK_NOT_SOLD_IN_REGION"
  | "CONSENT_REQUIRED"
  | "PAYMENT_METHOD_NOT_USABLE"
  | "PLAN_UNAVAILABLE";

export interface PurchaseAsk {
  readonly account: Pick<Account, "kind" | "roles" | "profile" | "givenName" | "familyName">;
  readonly settings: { readonly isPurchaseEnabled: boolean };
  readonly offerId: string;
  /** What is sold in the buyer's country. */
  readonly sold: IncidentOffers;
  /** A card of the buyer's; null: there is none like it. */
  readonly card: Pick<PaymentMethod, "expMonth" | "expYear" | "removedAt"> | null;
  readonly consent: boolean;
  /** The version the buyer was shown; null: not said. */
  readonly consentVersion: string | null;
  readonly currentConsentVersion: string;
  readonly billing: {
    readonly name?: string | null;
    readonly address?: string | null;
    readonly taxNumber?: string | null;
  };
  /** The version it is bought for; null: none was named. */
  readonly need: Need | null;
  readonly timeZone: TimeZoneName;
  readonly now: EpochMs;
}

export interface DecidedPurchase {
  readonly offer: IncidentOffer;
  readonly billing: Billing;
}

export const BILLING_RULES = {
  name: { max: 200, isRequired: false, isMultiline: false },
  address: { max: 500, isRequired: false, isMultiline: true },
  taxNumber: { max: 40, isRequired: false, isMultiline: false },
} as const satisfies Record<string, TextRule>;

/** Who may not buy at all learns that alone, before anything is looked up (E20). */
export const decideBuyer = (
  account: PurchaseAsk["account"],
  settings: PurchaseAsk["settings"],
): Result<true, PurchaseRefusalCode> => {
  const allowed = purchaseAllowed(account, settings);
  if (allowed.ok) return allowed;
  const byKind = allowed.refusals.filter(({ code }) => code === "ACCOUNT_KIND_NOT_ALLOWED");
  return refuseAll(byKind.length > 0 ? byKind : allowed.refusals);
};

/** Every refusal at once. */
export const decidePurchase = (ask: PurchaseAsk): Result<DecidedPurchase, PurchaseDecisionCode> => {
  const allowed = decideBuyer(ask.account, ask.settings);
  if (!allowed.ok) return allowed;
  const refusals: Refusal<PurchaseDecisionCode>[] = [...billingRefusals(ask)];
  const no = (code: PurchaseDecisionCode, field: string): void => {
    refusals.push({ code, path: [field], params: {} });
  };
  const offer = ask.sold.offers.find(({ id }) => id === ask.offerId);
  if (offer === undefined) {
    const single = ask.sold.offers.some(({ packSize }) => packSize === 1) ? "yes" : "no";
    refusals.push({ code: "PACK_NOT_SOLD_IN_REGION", path: ["offerId"], params: { single } });
  }
  if (
    offer !== undefined &&
    ask.need !== null &&
    judgeOffer(offer, ask.need, ask.timeZone).unavailableBecause.length > 0
  )
    no("PLAN_UNAVAILABLE", "offerId");
  if (ask.card === null || ask.card.removedAt !== null || isCardExpired(ask.card, ask.now))
    no("PAYMENT_METHOD_NOT_USABLE", "paymentMethodId");
  const isOtherVersion = ask.consentVersion !== null && ask.consentVersion !== ask.currentConsentVersion;
  if (!ask.consent || isOtherVersion) no("CONSENT_REQUIRED", "consent");
  if (offer === undefined || refusals.length > 0) return refuseAll(refusals);
  return accept({ offer, billing: billingOf(ask) });
};

const billingRefusals = ({ billing }: PurchaseAsk): readonly Refusal<TextRefusalCode>[] => [
  ...checkText(billing.name, BILLING_RULES.name, ["billing", "name"]),
  ...checkText(billing.address, BILLING_RULES.address, ["billing", "address"]),
  ...checkText(billing.taxNumber, BILLING_RULES.taxNumber, ["billing", "taxNumber"]),
];

const billingOf = ({ account, billing }: PurchaseAsk): Billing => {
  const filled = (text: string | null | undefined): string | null => text?.trim() || null;
  return {
    name: filled(billing.name) ?? joinName(account),
    address: filled(billing.address),
    taxNumber: filled(billing.taxNumber),
  };
};
