/** The provider does not give the money back: the incidents are there again (F28). */
import type { Purchase } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { planStore } from "../agreements/module.js";
import type { Shop } from "./shop.js";
import { purchaseStore } from "./storage/purchase.store.js";

export const abandonRefund = ({ db, clock }: Shop, purchaseId: string): Promise<Purchase | null> =>
  db.transaction("abandon refund", async (tx) => {
    const at = clock.now();
    const purchase = await tx.of(purchaseStore).byIdForChange(purchaseId);
    if (purchase === null || purchase.state !== "SUCCEEDED" || purchase.refundAskedAt === null) return purchase;
    const { planId, packSize, refundedBy: actorId } = purchase;
    if (planId !== null)
      await tx.of(planStore).adjust({ planId, incidents: packSize, actorId, reason: "REFUND_FAILED", at });
    await tx
      .of(purchaseStore)
      .update(purchaseId, { refundAskedAt: null, refundedBy: null, refundReason: null, nextCheckAt: null }, at);
    await tx
      .of(auditStore)
      .append({ actorId, action: "purchase.refund-failed", objectId: purchaseId, details: {}, at });
    return tx.of(purchaseStore).byId(purchaseId);
  });
