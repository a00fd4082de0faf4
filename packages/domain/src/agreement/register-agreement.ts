/** May this account register the agreement that a pair names (R16, R17, R67, E12)? */
import type { Account } from "../account/account.js";
import { isStaff } from "../account/capabilities.js";
import type { Programme, SupportPlan } from "../plan/support-plan.js";
import type { CivilDate, EpochMs } from "../shared/calendar.js";
import { accept, type Result, refuse } from "../shared/result.js";

export interface RegistrationQuestion {
  readonly account: Pick<Account, "kind" | "roles" | "profile">;
  /** The plan whose two IDs match; null when none does. */
  readonly plan: SupportPlan | null;
  readonly isRegisteredByThisAccount: boolean;
  readonly isRevoked: boolean;
  readonly now: EpochMs;
}

export interface Registration {
  readonly plan: SupportPlan;
  /** The first day it can be used when that is still to come, else null. */
  readonly isUsableFrom: CivilDate | null;
}

export type RegistrationRefusalCode =
  | "AGREEMENT_NOT_ACCEPTED"
  | "AGREEMENT_ALREADY_REGISTERED"
  | "ACCOUNT_KIND_NOT_ALLOWED"
  | "PROFILE_INCOMPLETE";

/**
 * A plan that has ended, is empty or has not begun is accepted: it then stands among the unavailable ones.
 * Who else has registered it does not matter: that is how benefits are shared (R17).
 */
export const decideRegistration = (question: RegistrationQuestion): Result<Registration, RegistrationRefusalCode> => {
  const { account, plan, now } = question;
  const allowed = mayRegister(account);
  if (!allowed.ok) return allowed;
  if (plan === null || question.isRevoked || plan.revokedAt !== null || plan.programme.origin !== "AGREEMENT") {
    return refuse("AGREEMENT_NOT_ACCEPTED");
  }
  if (question.isRegisteredByThisAccount) return refuse("AGREEMENT_ALREADY_REGISTERED");
  if (!admitsAccountKind(plan.programme, account.kind))
    return refuse("ACCOUNT_KIND_NOT_ALLOWED", null, { context: "programme" });
  return accept({ plan, isUsableFrom: now < plan.startsAt ? plan.startsOn : null });
};

/** What the caller lacks, whatever agreement it is about: told before anything is looked up. */
export const mayRegister = (
  account: RegistrationQuestion["account"],
): Result<true, "ACCOUNT_KIND_NOT_ALLOWED" | "PROFILE_INCOMPLETE"> => {
  if (isStaff(account)) return refuse("ACCOUNT_KIND_NOT_ALLOWED", null, { context: "staff" });
  return account.profile === null ? refuse("PROFILE_INCOMPLETE") : accept(true);
};

/** A partner account is a work account of a known partner: what work accounts may, it may too (decision 16). */
export const admitsAccountKind = (programme: Pick<Programme, "accountKinds">, kind: Account["kind"]): boolean =>
  programme.accountKinds.includes(kind) || (kind === "PARTNER" && programme.accountKinds.includes("WORK"));
