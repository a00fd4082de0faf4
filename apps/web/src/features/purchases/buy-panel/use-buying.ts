/** Buys once per opened form: its key follows from the purchase before it, and stays until what came of it was told and the person asks for another. Two presses, two tabs, a reload, the way back and a lost answer are one (E17, E20). */

import { PURCHASE_TERMS_VERSION } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { loginAddress } from "../../../lib/addresses";
import { askAgain } from "../../../lib/ask-again";
import { useCommand } from "../../../lib/commands/use-command";
import { failureOf } from "../../../lib/failure";
import { useViewer } from "../../../lib/viewer";
import type { ShownCommand } from "../../../ui/shown-command";
import { toldState } from "../purchase-words";
import type { PurchaseFactsFragment } from "../purchases.generated";
import { BuyIncidentDocument, LatestPurchasesDocument } from "./buy.generated";
import type { BuyPanelProps } from "./buy-panel-props";
import { type BuyForm, type FormOf, keepPurchase, keptPurchase, subjectOf } from "./kept-purchase";
import { useOtherTabs } from "./other-tabs";

export interface Buying {
  readonly formOf: FormOf;
  /** False while it is asked what was bought before. */
  readonly isReady: boolean;
  readonly command: Pick<ShownCommand, "isBusy" | "problem">;
  /** The newest purchase of this form, or one of the account that is still being confirmed. */
  readonly outcome: PurchaseFactsFragment | null;
  /** It was told after this was opened: it takes the focus. */
  readonly isNews: boolean;
  /** Another tab buys at this moment. */
  readonly isElsewhere: boolean;
  /** Bought meanwhile with other words under the same key: in another tab, or before an answer was lost. */
  readonly isBoughtMeanwhile: boolean;
  /** True: it was answered. */
  readonly buy: (form: BuyForm) => Promise<boolean>;
  readonly startAnother: () => void;
}

const isOver = ({ state }: PurchaseFactsFragment): boolean => ["declined", "refunded"].includes(toldState(state));
const isDecided = (purchase: PurchaseFactsFragment): boolean =>
  isOver(purchase) || toldState(purchase.state) === "paid";

/** What was bought with the form that was opened after `before`. */
const outcomeOf = (
  purchases: readonly PurchaseFactsFragment[],
  before: string | null,
  draftId: string | null,
): PurchaseFactsFragment | null => {
  const [newest] = purchases;
  if (newest !== undefined && toldState(newest.state) === "confirming") return newest;
  const end = purchases.findIndex(({ id }) => id === before);
  const since = end < 0 ? purchases : purchases.slice(0, end);
  return since.find((purchase) => purchase.draftId === draftId) ?? null;
};

export function useBuying({ draftId, returnTo, onLeave, onBought }: BuyPanelProps): Buying {
  const accountId = useViewer().account.id;
  const formOf = { accountId, draftId };
  const { data, previousData, refetch } = useQuery(LatestPurchasesDocument, { fetchPolicy: "network-only" });
  // A question that failed changes nothing of what is known.
  const purchases = (data ?? previousData)?.purchases.nodes;
  const [kept, setKept] = useState(() => keptPurchase(formOf).before);
  // What is not decided yet belongs to the form that is opened over it.
  const before = kept === undefined ? (purchases?.find(isDecided)?.id ?? null) : kept;
  const outcome = purchases === undefined ? null : outcomeOf(purchases, before, draftId);
  const lookAgain = useCallback(() => askAgain(refetch), [refetch]);
  const command = useCommand(BuyIncidentDocument, {
    done: null,
    onDone: ({ purchase }) => {
      if (purchase?.state === "CHALLENGE" && purchase.challengeUrl !== null)
        return window.location.assign(purchase.challengeUrl);
      return lookAgain();
    },
    onRefused: ({ userErrors: [refusal] }) => {
      if (refusal?.code !== "REAUTHENTICATION_REQUIRED") return lookAgain();
      return window.location.assign(loginAddress(returnTo, { prompt: "login" }));
    },
    onFailed: lookAgain,
  });
  useEffect(() => {
    if (purchases === undefined || kept !== undefined) return;
    setKept(before);
    keepPurchase({ accountId, draftId }, { before });
  }, [purchases, kept, before, accountId, draftId]);
  const isNews = useTold(outcome, purchases !== undefined, { accountId, draftId }, onBought);

  const buy = async (form: BuyForm): Promise<boolean> => {
    keepPurchase(formOf, { before, isSent: true });
    await onLeave?.();
    // What was declined is told: the next try is another purchase.
    const last = outcome !== null && isOver(outcome) ? outcome.id : before;
    const answer = await command.send({
      input: {
        offerId: form.offerId,
        paymentMethodId: form.cardId,
        consent: true,
        consentVersion: PURCHASE_TERMS_VERSION,
        idempotencyKey: `${subjectOf(draftId)}.${last ?? "first"}`,
        draftId,
        billing: { name: form.name || null, address: form.address || null, taxNumber: form.taxNumber || null },
      },
    });
    return answer !== null;
  };
  return {
    formOf,
    isReady: purchases !== undefined,
    command,
    outcome,
    isNews,
    isElsewhere: useOtherTabs(accountId, command.isBusy, () => void lookAgain()),
    isBoughtMeanwhile: command.failure !== null && failureOf(command.failure).code === "IDEMPOTENCY_KEY_REUSED",
    buy,
    startAnother: () => {
      const next = outcome?.id ?? before;
      setKept(next);
      keepPurchase(formOf, { before: next, isSent: false });
    },
  };
}

/** Hands a paid purchase on once: when it comes, or when it had been sent before this page was loaded. True: it is news. */
function useTold(
  outcome: PurchaseFactsFragment | null,
  isReady: boolean,
  { accountId, draftId }: FormOf,
  onBought: BuyPanelProps["onBought"],
): boolean {
  const [newsId, setNewsId] = useState<string | null>(null);
  const known = useRef<string | null | undefined>(undefined);
  const paidId = outcome !== null && toldState(outcome.state) === "paid" ? outcome.id : null;
  const planId = outcome?.plan?.id ?? null;
  const hand = useRef(onBought);
  hand.current = onBought;
  useEffect(() => {
    if (!isReady) return;
    const isFirst = known.current === undefined;
    if (known.current === paidId) return;
    known.current = paidId;
    if (paidId === null || (isFirst && keptPurchase({ accountId, draftId }).isSent !== true)) return;
    keepPurchase({ accountId, draftId }, { isSent: false });
    setNewsId(paidId);
    if (planId !== null) void hand.current(planId);
  }, [isReady, paidId, planId, accountId, draftId]);
  return newsId !== null && newsId === paidId;
}
