/** Proving one's own address by a one-time link mailed to it (decision 5, E9). */
import type { Account } from "../account/account.js";
import { normaliseEmail } from "../account/email.js";
import type { EpochMs } from "../shared/calendar.js";
import { isLinkValid, type OneTimeLink } from "./one-time-link.js";

export interface AddressConfirmation extends OneTimeLink {
  /** `adc_…` */
  readonly id: string;
  readonly accountId: string;
  /** The address it was mailed to, normalised. */
  readonly email: string;
}

type Owner = Pick<Account, "id" | "email" | "isEmailProven">;

/** The address a link is to be mailed to; null: it is proven already, or there is none. */
export const addressToConfirm = (account: Owner): string | null =>
  account.isEmailProven ? null : normaliseEmail(account.email);

/** A link proves only the address it went to, only for the account that asked, only while that is still its address. */
export const doesConfirm = (link: AddressConfirmation, account: Owner, now: EpochMs): boolean =>
  isLinkValid(link, now) && link.accountId === account.id && link.email === normaliseEmail(account.email);
