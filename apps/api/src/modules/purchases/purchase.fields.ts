/** Computed fields of offers, purchases, receipts and saved cards (F24-F28). */
import { isCardExpired, type Programme, PURCHASE_MESSAGES, type Purchase, receiptStatement } from "@accord/domain";
import { accountOf, authorise, type RequestContext } from "../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import { planStore, type RegisteredPlan } from "../agreements/module.js";
import { referenceReaders } from "../references/module.js";
import { cardStore, type SavedCard } from "./storage/card.store.js";
import type { PaymentMethodType, PurchaseType, ReceiptType } from "./types/purchase.type.js";

const nameOf = (programme: Programme | undefined, { language }: RequestContext): string =>
  programme === undefined ? "" : language === "ro" ? programme.nameRo : programme.name;

const planOf = async ({ planId }: Purchase, context: RequestContext): Promise<RegisteredPlan | null> => {
  const plan =
    planId === null ? null : await context.db.read.of(planStore).byIdForAccount(planId, accountOf(context).id);
  return plan === null ? null : authorise(context, plan);
};

const receiptOf = (purchase: Purchase, { settings, signReceipt }: RequestContext): ReceiptType | null => {
  const statement = receiptStatement(purchase);
  const { receiptNumber: number, receiptAt: issuedAt, billing } = purchase;
  if (statement === null || number === null || issuedAt === null) return null;
  return {
    number,
    issuedAt,
    billingName: billing.name,
    billingAddress: billing.address,
    taxNumber: billing.taxNumber,
    url: `${settings.publicOrigin}/receipts/${purchase.id}`,
    signature: signReceipt(statement),
  };
};

export const purchaseFields: readonly TypeFields[] = [
  fieldsOf<SavedCard, PaymentMethodType>("PaymentMethod", {
    updatedAt: ({ createdAt, changedAt }) => changedAt ?? createdAt,
    isExpired: (card, _args, { now }) => isCardExpired(card, now),
  }),
  fieldsOf<Purchase, PurchaseType>("Purchase", {
    ...referenceReaders,
    offerName: ({ programmeId }, _args, context) => nameOf(context.catalogue.programmes.get(programmeId), context),
    currencyCode: ({ currency }) => currency,
    taxName: ({ taxKind }, _args, { language }) =>
      taxKind === null ? null : PURCHASE_MESSAGES[language].taxes[taxKind],
    declineMessage: ({ declineCode }, _args, { language }) =>
      declineCode === null ? null : PURCHASE_MESSAGES[language].declines[declineCode],
    // The bank's question is its customer's alone.
    challengeUrl: ({ challengeUrl, accountId }, _args, context) =>
      accountId === accountOf(context).id ? challengeUrl : null,
    plan: (purchase, _args, context) => planOf(purchase, context),
    receipt: (purchase, _args, context) => receiptOf(purchase, context),
    card: ({ paymentMethodId }, _args, { db }) =>
      paymentMethodId === null ? null : db.read.of(cardStore).byId(paymentMethodId),
  }),
];
