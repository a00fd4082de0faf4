/** Buys once: the key of a purchase follows from the purchase before it, so that two clicks, two tabs, a reload and a lost answer are one (E17, E20; reliability.md, 5.4). */
import { PURCHASE_TERMS_VERSION } from "@accord/domain";
import { useMutation, useQuery } from "@apollo/client/react";
import { useRef, useState } from "react";
import { loginAddress } from "../../../lib/addresses";
import { failureOf } from "../../../lib/failure";
import type { BuyPanelProps } from "../../../lib/purchase-slots";
import type { UserErrorFields } from "../../../lib/refusal-text";
import type { PurchaseFactsFragment } from "../purchases.generated";
import { BuyIncidentDocument, LatestPurchaseDocument } from "./buy.generated";
import { type BuyForm, dropForm, keepForm } from "./kept-form";

export interface Buying {
  /** Null while it is asked. */
  readonly latest: PurchaseFactsFragment | null | undefined;
  readonly isBusy: boolean;
  readonly problem: UserErrorFields | Error | null;
  /** Somebody bought meanwhile with other words under the same key: in another tab, or before an answer was lost. */
  readonly isBoughtMeanwhile: boolean;
  readonly buy: (form: BuyForm) => Promise<void>;
}

export function useBuying({ draftId, returnTo, onLeave, onBought }: BuyPanelProps): Buying {
  const { data, refetch } = useQuery(LatestPurchaseDocument, { fetchPolicy: "network-only" });
  const latest = data === undefined ? undefined : (data.purchases.nodes[0] ?? null);
  const [send] = useMutation(BuyIncidentDocument);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<UserErrorFields | Error | null>(null);
  const [isBoughtMeanwhile, setBoughtMeanwhile] = useState(false);
  const isUnderWay = useRef(false);

  const attempt = async (form: BuyForm): Promise<void> => {
    keepForm({ ...form, after: latest?.id ?? null });
    await onLeave?.();
    const answer = await send({
      variables: {
        input: {
          offerId: form.offerId ?? "",
          paymentMethodId: form.cardId ?? "",
          consent: true,
          consentVersion: PURCHASE_TERMS_VERSION,
          idempotencyKey: `${draftId ?? "plans"}.${latest?.id ?? "first"}`,
          draftId,
          billing: { name: form.name || null, address: form.address || null, taxNumber: form.taxNumber || null },
        },
      },
    });
    const { purchase = null, plan = null, userErrors = [] } = answer.data?.purchaseIncident ?? {};
    const [refusal] = userErrors;
    if (refusal?.code === "REAUTHENTICATION_REQUIRED")
      return window.location.assign(loginAddress(returnTo, { prompt: "login" }));
    if (purchase?.state === "CHALLENGE" && purchase.challengeUrl !== null)
      return window.location.assign(purchase.challengeUrl);
    if (refusal !== undefined) setProblem(refusal);
    else if (plan !== null) {
      dropForm();
      await onBought(plan.id);
    }
    // Whatever was made is the latest now, and gives the next key.
    if (purchase !== null || refusal?.code === "PAYMENT_DECLINED") await refetch();
  };

  const buy = async (form: BuyForm): Promise<void> => {
    if (isUnderWay.current || latest === undefined) return;
    isUnderWay.current = true;
    setBusy(true);
    setProblem(null);
    setBoughtMeanwhile(false);
    try {
      await attempt(form);
    } catch (error) {
      if (failureOf(error).code === "IDEMPOTENCY_KEY_REUSED") {
        setBoughtMeanwhile(true);
        await refetch().catch(() => undefined);
      } else setProblem(error instanceof Error ? error : new Error(String(error)));
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  };
  return { latest, isBusy, problem, isBoughtMeanwhile, buy };
}
