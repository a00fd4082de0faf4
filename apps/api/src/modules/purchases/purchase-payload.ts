/** What a purchase leads to, as its payload: a decline is a result that says why, no answer is none (E18; contract.md, Refusals). */
import { PURCHASE_MESSAGES, type Purchase, type Result } from "@accord/domain";
import { accountOf, authorise, type RequestContext } from "../../kernel/graphql/context.js";
import { payload, userErrorOf } from "../../kernel/graphql/payload.js";
import { planStore, type RegisteredPlan } from "../agreements/module.js";
import type { PurchaseIncidentPayload } from "./purchases.types.js";

type Bought = { readonly purchase: Purchase; readonly plan: RegisteredPlan };

export const purchasePayload = async (
  context: RequestContext,
  result: Result<Purchase>,
): Promise<PurchaseIncidentPayload> => {
  if (!result.ok) return payload<Bought>(context, result);
  const purchase = result.value;
  const { planId, declineCode } = purchase;
  const plan =
    planId === null ? null : await context.db.read.of(planStore).byIdForAccount(planId, accountOf(context).id);
  if (purchase.state !== "DECLINED" || declineCode === null)
    return { purchase, plan: plan && authorise(context, plan), userErrors: [] };
  const declined = userErrorOf(context, {
    code: "PAYMENT_DECLINED",
    path: ["paymentMethodId"],
    params: {},
    extras: { kind: "PaymentDeclinedError", declineCode },
  });
  const because = PURCHASE_MESSAGES[context.language].declines[declineCode];
  return { purchase, plan: null, userErrors: [{ ...declined, remedy: because }] };
};
