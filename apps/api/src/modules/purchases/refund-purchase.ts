/** An administrator gives an unused purchase back: the incidents go first, then the money comes (F28). */
import { accept, decideRefund, type Purchase, type Result, refuse } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { commandOf, once } from "../../kernel/graphql/idempotency.js";
import { isIdOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { planStore } from "../agreements/module.js";
import { ASK_AGAIN_MS } from "./apply-provider-state.js";
import { settleInTime } from "./purchase-incident.js";
import type { RefundPurchaseInput } from "./purchases.types.js";
import { purchaseStore } from "./storage/purchase.store.js";

/** @throws RequestError NOT_FOUND */
export const refundPurchase = async (
  context: RequestContext,
  input: RefundPurchaseInput,
): Promise<Result<Purchase>> => {
  const { shop } = context;
  if (!isIdOf("pur", input.purchaseId)) throw new RequestError("NOT_FOUND");
  const command = commandOf(context, "refundPurchase", input);
  let asked: Purchase | null = null;
  const unit = await context.db.transaction("ask for refund", async (tx): Promise<Result<Purchase>> => {
    await once(tx, command, async () => {
      const answer = await askForRefund(context, tx, input);
      if (!answer.ok) return tx.abort(answer);
      asked = answer.value;
      return null;
    });
    const purchase = asked ?? (await tx.of(purchaseStore).byId(input.purchaseId));
    if (purchase === null) throw new RequestError("NOT_FOUND");
    return accept(purchase);
  });
  // Under its key it was asked for before, and is settled with the others.
  return unit.ok && asked !== null && shop !== null ? accept(await settleInTime(context, shop, unit.value)) : unit;
};

const askForRefund = async (
  context: RequestContext,
  tx: WriteStores,
  { purchaseId, reason }: RefundPurchaseInput,
): Promise<Result<Purchase>> => {
  const { shop } = context;
  const { id: actorId } = accountOf(context);
  const at = context.clock.now();
  const purchase = await tx.of(purchaseStore).byIdForChange(purchaseId);
  if (purchase === null) throw new RequestError("NOT_FOUND");
  const plan = purchase.planId === null ? null : await tx.of(planStore).byId(purchase.planId);
  const decided = decideRefund(purchase, plan, { reason });
  if (!decided.ok) return decided;
  // Only the provider that was paid can pay back.
  if (shop === null || purchase.gateway !== shop.gateway.name) return refuse("REFUND_NOT_POSSIBLE");
  if (!(await tx.of(planStore).adjust({ ...decided.value, actorId, reason: "PURCHASE_REFUNDED", at })))
    return refuse("REFUND_NOT_POSSIBLE");
  const asking = { refundAskedAt: at, refundedBy: actorId, refundReason: reason, nextCheckAt: at + ASK_AGAIN_MS };
  await tx.of(purchaseStore).update(purchaseId, asking, at);
  await tx.of(auditStore).append({ actorId, action: "purchase.ask-refund", objectId: purchaseId, details: {}, at });
  return accept({ ...purchase, ...asking });
};
