/** Purchases of incidents, from the charge to the receipt (F28). */
import { type DeclineCode, type GatewayName, PURCHASE_STATES, type PurchaseState, type TaxKind } from "@accord/domain";
import { amount, choice, count, defineTable, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

const account = { target: "account", referencedColumnNames: ["id"] };

export const purchaseTable = defineTable({
  name: "purchase",
  person: { by: ["accountId"], atErasure: "BLANKED" },
  columns: {
    id: key("id", "ID"),
    accountId: text("account_id", "ID"),
    gateway: choice<GatewayName>("gateway", "MONEY"),
    offerId: text("offer_id", "ID"),
    programmeId: text("programme_id", "ID"),
    packSize: count("pack_size", "MONEY"),
    amountMinor: amount("amount_minor", "MONEY"),
    currency: text("currency", "MONEY"),
    exponent: count("exponent", "MONEY"),
    taxKind: choice<TaxKind>("tax_kind", "MONEY", orNull),
    taxBasisPoints: count("tax_basis_points", "MONEY"),
    taxMinor: amount("tax_minor", "MONEY"),
    state: choice<PurchaseState>("state", "MONEY"),
    declineCode: text<DeclineCode>("decline_code", "MONEY", orNull),
    providerRef: text("provider_ref", "MONEY", orNull),
    challengeUrl: text("challenge_url", "SECRET", orNull),
    paymentMethodId: text("payment_method_id", "ID", orNull),
    planId: text("plan_id", "ID", orNull),
    draftId: text("draft_id", "ID", orNull),
    consentVersion: text("consent_version", "MONEY", orNull),
    consentAt: instant("consent_at", "MONEY", orNull),
    billingName: text("billing_name", "MONEY"),
    billingAddress: text("billing_address", "MONEY", orNull),
    taxNumber: text("tax_number", "MONEY", orNull),
    receiptNumber: text("receipt_number", "MONEY", orNull),
    receiptAt: instant("receipt_at", "MONEY", orNull),
    country: text("country", "MONEY"),
    createdAt: instant("created_at", "MONEY"),
    updatedAt: instant("updated_at", "MONEY"),
    nextCheckAt: instant("next_check_at", "MONEY", orNull),
    refundAskedAt: instant("refund_asked_at", "MONEY", orNull),
    refundedBy: text("refunded_by", "ID", orNull),
    refundReason: text("refund_reason", "MONEY", orNull),
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
