/** One purchase, asked after until it is decided: the person waits and never pays twice (E17, E19). */

import { useQuery } from "@apollo/client/react";
import { useCallback, useEffect } from "react";
import { useBackgroundMutation } from "../../lib/commands/use-background-mutation";
import { toldState } from "./purchase-words";
import { PurchasePageDocument, RefreshPurchaseDocument } from "./purchases.generated";

/** How often the provider is asked while a purchase is being confirmed. */
const ASK_AGAIN_MS = 3000;

/** `data` follows the cache: a refresh replaces what is shown. */
export function usePurchase(purchaseId: string) {
  const query = useQuery(PurchasePageDocument, { variables: { id: purchaseId }, fetchPolicy: "cache-and-network" });
  const refresh = useBackgroundMutation(RefreshPurchaseDocument);
  const state = query.data?.purchase.state;
  const told = state === undefined ? null : toldState(state);

  const ask = useCallback(
    // A call that fails changes nothing: the next one asks again.
    () => void refresh({ input: { purchaseId } }).catch(() => undefined),
    [refresh, purchaseId],
  );
  useEffect(() => {
    if (told !== "confirming") return;
    ask();
    const timer = setInterval(ask, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [told, ask]);
  // Whoever comes back from the bank's question, in this tab or another, is told at once.
  useEffect(() => {
    if (told !== "challenge") return;
    ask();
    window.addEventListener("focus", ask);
    return () => window.removeEventListener("focus", ask);
  }, [told, ask]);
  return { ...query, told };
}
