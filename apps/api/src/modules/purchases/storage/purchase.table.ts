/** Purchases of incidents, from the charge to the receipt (F28). */
import { type DeclineCode, type GatewayName, PURCHASE_STATES, type PurchaseState, type TaxKind } from "@accord/domain";
import { amount, choice, count, defineTable, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

const account = { target: "account", referencedColumnNames: ["id"] };

export const purchaseTable = defineTable({
  name: "purchase",
  columns: {
    id: key("id"),
    accountId: text("account_id"),
    gateway: choice<GatewayName>("gateway"),
    offerId: text("offer_id"),
    programmeId: text("programme_id"),
    packSize: count("pack_size"),
    amountMinor: amount("amount_minor"),
    currency: text("currency"),
    exponent: count("exponent"),
    taxKind: choice<TaxKind>("tax_kind", orNull),
    taxBasisPoints: count("tax_basis_points"),
    taxMinor: amount("tax_minor"),
    state: choice<PurchaseState>("state"),
    declineCode: text<DeclineCode>("decline_code", orNull),
    providerRef: text("provider_ref", orNull),
    challengeUrl: text("challenge_url", orNull),
    paymentMethodId: text("payment_method_id", orNull),
    planId: text("plan_id", orNull),
    draftId: text("draft_id", orNull),
    consentVersion: text("consent_version", orNull),
    consentAt: instant("consent_at", orNull),
    billingName: text("billing_name"),
    billingAddress: text("billing_address", orNull),
    taxNumber: text("tax_number", orNull),
    receiptNumber: text("receipt_number", orNull),
    receiptAt: instant("receipt_at", orNull),
    country: text("country"),
    createdAt: instant("created_at"),
    updatedAt: instant("updated_at"),
    nextCheckAt: instant("next_check_at", orNull),
    refundAskedAt: instant("refund_asked_at", orNull),
    refundedBy: text("refunded_by", orNull),
    refundReason: text("refund_reason", orNull),
  },
  checks: [
    oneOf("purchase_state", "state", PURCHASE_STATES),
    {
      name: "purchase_amount",
      expression: `"amount_minor" >= 0 AND "tax_minor" >= 0 AND "tax_minor" <= "amount_minor"`,
    },
    { name: "purchase_pack", expression: `"pack_size" >= 1` },
    { name: "purchase_receipt", expression: `("receipt_number" IS NULL) = ("receipt_at" IS NULL)` },
  ],
  uniques: [
    { name: "purchase_receipt_number", columns: ["receiptNumber"] },
    { name: "purchase_plan_once", columns: ["planId"] },
  ],
  foreignKeys: [
    { name: "purchase_account", ...account, columnNames: ["accountId"] },
    {
      name: "purchase_method",
      target: "payment_method",
      columnNames: ["paymentMethodId"],
      referencedColumnNames: ["id"],
    },
    { name: "purchase_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
    { name: "purchase_refunder", ...account, columnNames: ["refundedBy"] },
  ],
  indices: [
    { name: "purchase_by_account", columns: ["accountId", "id"] },
    { name: "purchase_open", columns: ["nextCheckAt"], where: `"next_check_at" IS NOT NULL` },
  ],
});
