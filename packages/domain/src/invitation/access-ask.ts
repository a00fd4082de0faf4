/** Asking for access by the number of a request: whoever knows it may ask, only its contacts and its engineer answer (F46, R95). */

import type { Account } from "../account/account.js";
import { normaliseEmail } from "../account/email.js";
import { CONTACT_LIMIT } from "../request/contacts.js";
import type { RequestContact, SupportRequest } from "../request/support-request.js";
import { canSee } from "../request/visibility.js";
import type { EpochMs } from "../shared/calendar.js";
import { DAY } from "../shared/durations.js";
import { accept, type Result, refuse } from "../shared/result.js";

export interface AccessAsk {
  /** `ask_…` */
  readonly id: string;
  /** As it was asked for: sixteen digits. */
  readonly number: string;
  readonly accountId: string;
  /** Null: nothing has this number. */
  readonly requestId: string | null;
  readonly askedAt: EpochMs;
  /** When the contacts were told; null: not yet, or nobody is to be told. */
  readonly toldAt: EpochMs | null;
  readonly decidedAt: EpochMs | null;
}

/** After a no, the same account's asks about the same request reach nobody for this long. */
export const REST_AFTER_REFUSAL = 7 * DAY;

/** The sixteen digits of a request number however it was typed, or null. Says nothing about whether there is such a request. */
export const askedNumber = (text: string): string | null => {
  const digits = text.normalize("NFKC").replace(/[\s-]/g, "");
  return /^\d{16}$/.test(digits) ? digits : null;
};

type Viewer = Parameters<typeof canSee>[0];
type Owned = Pick<SupportRequest, "engineerId">;

/** Who sees the request already has nothing to ask for. */
export const isWorthTelling = (asker: Viewer, request: Owned, contacts: readonly RequestContact[]): boolean =>
  !canSee(asker, request, contacts);

/** What a yes does: a new contact, the contact that stands there with the asker's address, or nothing any more. */
export type Grant =
  | { readonly kind: "ADD"; readonly email: string }
  | { readonly kind: "BIND"; readonly contact: RequestContact }
  | { readonly kind: "NOTHING" };

export const decideGrant = (
  asker: Pick<Account, "id" | "email" | "isEmailProven" | "roles">,
  request: Owned,
  contacts: readonly RequestContact[],
): Result<Grant, "INPUT_INVALID" | "CONTACT_LIMIT_REACHED"> => {
  if (canSee(asker, request, contacts)) return accept({ kind: "NOTHING" });
  const email = normaliseEmail(asker.email);
  const active = contacts.filter(({ removedAt }) => removedAt === null);
  const namesake = active.find((contact) => contact.email === email);
  if (namesake?.accountId === null) return accept({ kind: "BIND", contact: namesake });
  // Somebody else is there under this address, or there is none: this takes an invitation.
  if (email === null || namesake !== undefined) return refuse("INPUT_INVALID", ["askId"], { expected: "asker" });
  if (active.length >= CONTACT_LIMIT) return refuse("CONTACT_LIMIT_REACHED", ["askId"], { limit: CONTACT_LIMIT });
  return accept({ kind: "ADD", email });
};
