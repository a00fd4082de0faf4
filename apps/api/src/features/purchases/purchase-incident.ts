/** Buying: the kind of account is judged before anything else (E20, R72), then whether this portal sells at all. */
import { type Account, accept, purchaseAllowed, type Result, refuseAll } from "@accord/domain";
import type { Settings } from "../../context.js";

/** Until the shop opens every purchase ends in a refusal; a work account learns of its kind alone. */
export const purchaseIncident = (account: Account, settings: Settings): Result<{ plan: null }> => {
  const allowed = purchaseAllowed(account, settings);
  if (allowed.ok) return accept({ plan: null });
  const byKind = allowed.refusals.filter((refusal) => refusal.code === "ACCOUNT_KIND_NOT_ALLOWED");
  return refuseAll(byKind.length > 0 ? byKind : allowed.refusals);
};
