/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */

import { connection, inSession, signedIn, staffInSession, withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

const CARDS = inSession("cards are entered and removed by who holds them");

export const purchasesPolicies = {
  roots: {
    "Query.incidentOffers": signedIn,
    "Query.paymentMethods": withScope("purchases:write"),
    "Query.purchase": withScope("purchases:write"),
    "Query.purchases": withScope("purchases:write"),
    "Query.purchaseTerms": signedIn,
    "Mutation.startCardSetup": CARDS,
    "Mutation.completeCardSetup": CARDS,
    "Mutation.purchaseIncident": withScope("purchases:write"),
    "Mutation.refreshPurchase": withScope("purchases:write"),
    "Mutation.refundPurchase": staffInSession("REFUND_PURCHASES", "money goes back by somebody who looks at it"),
    "Mutation.removePaymentMethod": CARDS,
    "Mutation.updateDefaultPaymentMethod": CARDS,
  },
  published: {
    StartCardSetupPayload: "setup userErrors",
    CardSetup: "setupId redirectUrl stripe",
    CompleteCardSetupPayload: "paymentMethod isPending userErrors",
    IncidentOffer:
      "offerId programme packSize amountMinor currencyCode taxMinor taxName taxBasisPoints isUsable unavailableBecause",
    IncidentOffers: "nothingSold offers notSold currencyCode isFallbackCurrency advice",
    NothingSold: "message remedy",
    OfferNotSold: "programme packSize message",
    PackAdvice: "usedLast12Months expectedUnused breakEven recommendsPack message",
    PaymentDeclinedError: "code message path remedy declineCode",
    PaymentMethod: "id createdAt updatedAt brand last4 expMonth expYear isDefault isExpired",
    RemovePaymentMethodPayload: "paymentMethods userErrors",
    UpdateDefaultPaymentMethodPayload: "paymentMethods userErrors",
    Purchase:
      "id state offerName packSize amountMinor currencyCode taxMinor taxName taxBasisPoints createdAt updatedAt consentAt consentVersion declineCode declineMessage challengeUrl plan receipt card draftId externalReference metadata",
    PurchaseIncidentPayload: "purchase plan userErrors",
    RefreshPurchasePayload: "purchase userErrors",
    RefundPurchasePayload: "purchase userErrors",
    PurchaseTerms: "version url",
    Receipt: "number issuedAt billingName billingAddress taxNumber url signature",
    StripeSetup: "clientSecret publishableKey",
    ...connection("Purchase"),
  },
  refusals: {
    startCardSetup: ["ACCOUNT_KIND_NOT_ALLOWED", "PROFILE_INCOMPLETE", "PURCHASE_NOT_ENABLED"],
    completeCardSetup: [
      "ACCOUNT_KIND_NOT_ALLOWED",
      "PROFILE_INCOMPLETE",
      "PURCHASE_NOT_ENABLED",
      "PAYMENT_METHOD_NOT_USABLE",
    ],
    purchaseIncident: [
      "ACCOUNT_KIND_NOT_ALLOWED",
      "PROFILE_INCOMPLETE",
      "PURCHASE_NOT_ENABLED",
      "REAUTHENTICATION_REQUIRED",
      "INPUT_TOO_LONG",
      "PACK_NOT_SOLD_IN_REGION",
      "PLAN_UNAVAILABLE",
      "PAYMENT_METHOD_NOT_USABLE",
      "CONSENT_REQUIRED",
      "PAYMENT_DECLINED",
    ],
    refreshPurchase: [],
    refundPurchase: ["INPUT_REQUIRED", "INPUT_TOO_LONG", "REFUND_NOT_POSSIBLE"],
    removePaymentMethod: [],
    updateDefaultPaymentMethod: [],
  },
  onceByNature: {
    completeCardSetup: "a setup is finished once",
    refreshPurchase: "asks the provider how it is",
    removePaymentMethod: "what is gone stays gone",
    updateDefaultPaymentMethod: "sets a choice",
  },
} satisfies PolicyPart;
