/** The provider does not give the money back: the incidents are there again (F28). */
import type { Purchase } from "@accord/domain";
import type { Shop } from "../../shop.js";

export const abandonRefund = ({ db, clock }: Shop, purchaseId: string): Promise<Purchase | null> =>
  db.run("abandon refund", async (tx) => {
    const at = clock.now();
    const purchase = await tx.purchases.byIdForChange(purchaseId);
    if (purchase === null || purchase.state !== "SUCCEEDED" || purchase.refundAskedAt === null) return purchase;
    const { planId, packSize, refundedBy: actorId } = purchase;
    if (planId !== null) await tx.plans.adjust({ planId, incidents: packSize, actorId, reason: "REFUND_FAILED", at });
    await tx.purchases.update(
      purchaseId,
      { refundAskedAt: null, refundedBy: null, refundReason: null, nextCheckAt: null },
      at,
    );
    await tx.audit.append({ actorId, action: "purchase.refund-failed", objectId: purchaseId, details: {}, at });
    return tx.purchases.byId(purchaseId);
  });
