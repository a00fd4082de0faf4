/** Proving one's own address by a one-time link mailed to it (G5, E9). */
import type { Account } from "../account/account.js";
import { normaliseEmail } from "../account/email.js";
import type { EpochMs } from "../shared/calendar.js";
import { accept, type Result, refuseAll } from "../shared/result.js";
import { invalid, type TextRefusalCode } from "../shared/text.js";
import { isLinkValid, type OneTimeLink } from "./one-time-link.js";

export interface AddressConfirmation extends OneTimeLink {
  /** `adc_…` */
  readonly id: string;
  readonly accountId: string;
  /** The address it was mailed to, normalised. */
  readonly email: string;
}

type Owner = Pick<Account, "id" | "email" | "isEmailProven" | "claimedEmail">;

/** The address a link is to be mailed to: the one claimed since, else one not proven yet. Null: there is nothing to prove. */
export const addressToConfirm = (account: Owner): string | null =>
  account.claimedEmail ?? (account.isEmailProven ? null : normaliseEmail(account.email));

/** An account that the issuer gave no address takes the one its owner types; every other is the issuer's. */
export const decideAddressToConfirm = (
  account: Owner,
  typed: string | null,
): Result<string | null, TextRefusalCode> => {
  if (typed === null) return accept(addressToConfirm(account));
  if (account.email !== "") return refuseAll([invalid(["email"], "addressOfIssuer")]);
  const email = normaliseEmail(typed);
  return email === null ? refuseAll([invalid(["email"], "email")]) : accept(email);
};

/** A link proves only the address it went to, only for the account that asked, only while that address is still to be proven. */
export const doesConfirm = (link: AddressConfirmation, account: Owner, now: EpochMs): boolean =>
  isLinkValid(link, now) &&
  link.accountId === account.id &&
  (account.email === "" || link.email === account.claimedEmail || link.email === normaliseEmail(account.email));

/** What a sign-in says of the address, and what is so far known: which address the account has from now on. */
export interface AddressClaim {
  readonly email: string;
  readonly isProven: boolean;
}

/**
 * An address is followed only once it is proven: an unproven claim never redirects mails and reply addresses.
 * `known` is null at the first sign-in. No address claimed: what is known stays.
 */
export const followClaim = (
  known: Pick<Account, "email" | "isEmailProven"> | null,
  claim: AddressClaim,
): Pick<Account, "email" | "isEmailProven" | "claimedEmail"> => {
  if (known !== null && claim.email === "")
    return { email: known.email, isEmailProven: known.isEmailProven, claimedEmail: null };
  const keepsKnown = known?.isEmailProven && !claim.isProven && claim.email !== known.email;
  if (keepsKnown) return { email: known.email, isEmailProven: true, claimedEmail: claim.email };
  return { email: claim.email, isEmailProven: claim.isProven, claimedEmail: null };
};
