/** The reconciler: every 30 seconds, and at the start, the provider is asked about what is open (M-5). */

import { settlePurchase } from "./settle-purchase.js";
import type { Shop } from "./shop.js";
import { purchaseStore } from "./storage/purchase.store.js";

/** Half of how often one purchase is asked about: nobody waits for two rounds. */
export const RECONCILE_EVERY_MS = 15_000;
const AT_ONCE = 50;
/** A provider that lets one call hang does not keep the others waiting. */
const CALLS_AT_A_TIME = 10;

/** One round over what is due; answers how many were asked about. */
export const reconcile = async (shop: Shop): Promise<number> => {
  const due = await shop.db.read.of(purchaseStore).due(shop.clock.now(), AT_ONCE);
  const waiting = [...due];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await settlePurchase(shop, next, "reconciler");
  };
  await Promise.all(Array.from({ length: CALLS_AT_A_TIME }, work));
  return due.length;
};

const CALLS_END_WITHIN = 5000;

/** Waits for the calls that run, for a while. */
export const endCalls = async (shop: Shop | null): Promise<void> => {
  if (shop === null) return;
  const late = new Promise<void>((resolve) => setTimeout(resolve, CALLS_END_WITHIN).unref());
  await Promise.race([Promise.allSettled(shop.running.values()), late]);
};
