/** What each kind of account may do (F1): one table for the API and the screens (R22, R23, R35, R72). */
import type { Account } from "./account.js";
import { mayStaff } from "./staff-rights.js";

export interface Capabilities {
  readonly canCreateRequest: boolean;
  readonly canAddAgreement: boolean;
  readonly canPurchase: boolean;
  readonly canWorkRequests: boolean;
  readonly canAdminister: boolean;
  /** Why not, for the three a customer may ask for. */
  readonly refusedBecause: {
    readonly createRequest: "PROFILE_INCOMPLETE" | null;
    readonly addAgreement: "ACCOUNT_KIND_NOT_ALLOWED" | "PROFILE_INCOMPLETE" | null;
    readonly purchase: "ACCOUNT_KIND_NOT_ALLOWED" | "PROFILE_INCOMPLETE" | null;
  };
}

type Actor = Pick<Account, "kind" | "roles" | "profile">;

export const isStaff = (account: Pick<Account, "roles">): boolean => account.roles.length > 0;

/** Staff hold no agreements of their own and buy nothing; only a personal account buys (R72). */
export const capabilitiesOf = (account: Actor): Capabilities => {
  const profile = account.profile === null ? "PROFILE_INCOMPLETE" : null;
  const addAgreement = isStaff(account) ? "ACCOUNT_KIND_NOT_ALLOWED" : profile;
  const purchase = isStaff(account) || account.kind !== "PERSONAL" ? "ACCOUNT_KIND_NOT_ALLOWED" : profile;
  return {
    canCreateRequest: profile === null,
    canAddAgreement: addAgreement === null,
    canPurchase: purchase === null,
    canWorkRequests: mayStaff(account.roles, "WORK_REQUESTS"),
    canAdminister: mayStaff(account.roles, "MANAGE_AGREEMENTS"),
    refusedBecause: { createRequest: profile, addAgreement, purchase },
  };
};
