/** The browser has come back from the provider with a card: keep it, once, and forget the address it came with (R76, F25). */

import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useBackgroundMutation } from "../../../lib/commands/use-background-mutation";
import type { UserErrorFields } from "../../../lib/refusal-text";
import type { SavedCardFragment } from "../purchases.generated";
import { FinishCardSetupDocument } from "./cards.generated";

const ASK_AGAIN_MS = 2000;

/** What lists cards waits while `state` is asking: an answer on its way from before the card was kept would leave it out. */
export interface ReturnedCard {
  readonly state: "none" | "asking" | "kept" | "failed";
  readonly card: SavedCardFragment | null;
  readonly problem: UserErrorFields | Error | null;
}

const NONE: ReturnedCard = { state: "none", card: null, problem: null };
const ASKING: ReturnedCard = { ...NONE, state: "asking" };

/** `cardSetup` of the address is asked after until the provider has decided. Whoever changed their mind there comes back with nothing, and is told nothing. */
export function useReturnedCard(): ReturnedCard {
  const [address, setAddress] = useSearchParams();
  const setupId = address.get("cardSetup");
  const [returned, setReturned] = useState<ReturnedCard>(NONE);
  const finish = useBackgroundMutation(FinishCardSetupDocument);
  const begun = useRef<string | null>(null);
  useEffect(() => {
    if (setupId === null || begun.current === setupId) return;
    begun.current = setupId;
    setReturned(ASKING);
    const forget = (then: ReturnedCard): void => {
      setReturned(then);
      setAddress(
        (now) => {
          const left = new URLSearchParams(now);
          for (const name of [...left.keys()]) if (OF_THE_RETURN.has(name)) left.delete(name);
          return left;
        },
        { replace: true },
      );
    };
    const ask = async (asksLeft: number): Promise<void> => {
      try {
        const { paymentMethod, isPending, userErrors } = await finish({ input: { setupId } });
        const [refusal] = userErrors;
        if (refusal !== undefined) forget({ state: "failed", card: null, problem: refusal });
        else if (paymentMethod !== null) forget({ state: "kept", card: paymentMethod, problem: null });
        else if (isPending && asksLeft > 0) setTimeout(() => void ask(asksLeft - 1), ASK_AGAIN_MS);
        else forget(NONE);
      } catch (error) {
        forget({ state: "failed", card: null, problem: error instanceof Error ? error : new Error(String(error)) });
      }
    };
    void ask(MOST_ASKS);
  }, [setupId, finish, setAddress]);
  return setupId !== null && returned.state === "none" ? ASKING : returned;
}

/** A provider decides about a setup within seconds; what is still open then was left. */
const MOST_ASKS = 3;
/** What we and Stripe add to the address that is come back to. */
const OF_THE_RETURN: ReadonlySet<string> = new Set([
  "cardSetup",
  "setup_intent",
  "setup_intent_client_secret",
  "redirect_status",
]);
