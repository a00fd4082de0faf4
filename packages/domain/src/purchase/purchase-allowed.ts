/** May this account buy an incident (R23, R35, R72, E20)? Decided here, whatever a screen shows or hides. */
import type { Account } from "../account/account.js";
import { capabilitiesOf, isStaff } from "../account/capabilities.js";
import { accept, type Refusal, type Result, refuseAll } from "../shared/result.js";

export type PurchaseRefusalCode = "ACCOUNT_KIND_NOT_ALLOWED" | "PURCHASE_NOT_ENABLED" | "PROFILE_INCOMPLETE";

/** Every refusal that stands: a work account learns of its kind even where nothing is sold. */
export const purchaseAllowed = (
  account: Pick<Account, "kind" | "roles" | "profile">,
  settings: { readonly isPurchaseEnabled: boolean },
): Result<true, PurchaseRefusalCode> => {
  const refusals: Refusal<PurchaseRefusalCode>[] = [];
  const because = capabilitiesOf(account).refusedBecause.purchase;
  if (because !== null) {
    const params: Record<string, string> =
      because === "PROFILE_INCOMPLETE" ? {} : { context: isStaff(account) ? "staff" : "purchase" };
    refusals.push({ code: because, path: null, params });
  }
  if (!settings.isPurchaseEnabled) refusals.push({ code: "PURCHASE_NOT_ENABLED", path: null, params: {} });
  return refusals.length > 0 ? refuseAll(refusals) : accept(true);
};
