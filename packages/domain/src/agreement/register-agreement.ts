/** May this account register the agreement that a pair names, and does that activate it (R16, R17, R56, R67, E12)? */
import type { Account } from "../account/account.js";
import { isStaff } from "../account/capabilities.js";
import type { Programme, SupportPlan } from "../plan/support-plan.js";
import type { CivilDate, EpochMs } from "../shared/calendar.js";
import { accept, type Result, refuse } from "../shared/result.js";
import { type Activation, activatedTerm, hasLapsed, isAwaitingActivation } from "./activation.js";

export interface RegistrationQuestion {
  readonly account: Pick<Account, "kind" | "roles" | "profile">;
  /** The plan whose two IDs match; null when none does. */
  readonly plan: SupportPlan | null;
  readonly isRegisteredByThisAccount: boolean;
  /** Of an agreement whose programme asks for activation; null: it needs none. */
  readonly activation: Activation | null;
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
  | "ACTIVATION_WINDOW_OVER"
  | "ACCOUNT_KIND_NOT_ALLOWED"
  | "PROFILE_INCOMPLETE";

/**
 * The first account to register an agreement activates it, where its programme asks for that.
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
  const { activation } = question;
  if (activation !== null && hasLapsed(activation, now))
    return refuse("ACTIVATION_WINDOW_OVER", null, { on: activation.redeemBy });
  const { startsAt, startsOn } = isAwaitingActivation(activation) ? activatedTerm(plan, activation, now) : plan;
  return accept({ plan, isUsableFrom: now < startsAt ? startsOn : null });
};

/** What the caller lacks, whatever agreement it is about: told before anything is looked up. */
export const mayRegister = (
  account: RegistrationQuestion["account"],
): Result<true, "ACCOUNT_KIND_NOT_ALLOWED" | "PROFILE_INCOMPLETE"> => {
  if (isStaff(account)) return refuse("ACCOUNT_KIND_NOT_ALLOWED", null, { context: "staff" });
  return account.profile === null ? refuse("PROFILE_INCOMPLETE") : accept(true);
};

/** A partner account is a work account of a known partner: what work accounts may, it may too (G16). */
export const admitsAccountKind = (programme: Pick<Programme, "accountKinds">, kind: Account["kind"]): boolean =>
  programme.accountKinds.includes(kind) || (kind === "PARTNER" && programme.accountKinds.includes("WORK"));
