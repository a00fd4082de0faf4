/** Invitations: a one-time link that binds one contact of one request to whoever signs in with it (G5, R96, R97). */
import type { Account } from "../account/account.js";
import type { RequestContact, SupportRequest } from "../request/support-request.js";
import { canSee, isOwnContact } from "../request/visibility.js";
import type { EpochMs } from "../shared/calendar.js";
import { accept, type Result, refuse } from "../shared/result.js";
import { isLinkValid, type OneTimeLink } from "./one-time-link.js";

export interface Invitation extends OneTimeLink {
  /** `inv_…` */
  readonly id: string;
  readonly requestId: string;
  readonly contactId: string;
  /** Null: the button of the contact's own confirmation mail. */
  readonly inviterId: string | null;
  readonly createdAt: EpochMs;
  /** When a mail with it was asked for; null for one that was only copied. */
  readonly sentAt: EpochMs | null;
  readonly usedBy: string | null;
}

export const CONTACT_ACCESS = ["HAS_ACCESS", "INVITED", "NOT_PROVEN"] as const;
/** Whether a contact sees the request: by a bound account, not yet but by a link that holds, or not yet at all. */
export type ContactAccess = (typeof CONTACT_ACCESS)[number];

export const accessOf = (
  contact: Pick<RequestContact, "accountId">,
  invitation: Invitation | null,
  now: EpochMs,
): ContactAccess => {
  if (contact.accountId !== null) return "HAS_ACCESS";
  return invitation !== null && isLinkValid(invitation, now) ? "INVITED" : "NOT_PROVEN";
};

/** Only who has no access yet is given a link; who may give one is `mayAddContact`. Null: no such contact in force. */
export const contactToInvite = (contacts: readonly RequestContact[], contactId: string): RequestContact | null =>
  contacts.find(({ id, accountId, removedAt }) => id === contactId && accountId === null && removedAt === null) ?? null;

type Viewer = Parameters<typeof isOwnContact>[0] & Pick<Account, "id">;

export interface RedemptionQuestion {
  readonly account: Viewer;
  readonly request: Pick<SupportRequest, "engineerId">;
  /** In force. */
  readonly contacts: readonly RequestContact[];
  readonly invitation: Invitation;
  readonly now: EpochMs;
}

/** `BIND`: the contact is the account's from now on; `NOTHING`: it sees the request already, the link stays for whom it is. */
export type Redemption = { readonly kind: "BIND"; readonly contact: RequestContact } | { readonly kind: "NOTHING" };

/** One answer for every link that opens nothing: used, ended, replaced, its contact removed or bound to somebody else. */
export const decideRedemption = (question: RedemptionQuestion): Result<Redemption, "INVITE_NOT_VALID"> => {
  const { account, request, contacts, invitation, now } = question;
  const contact = contactToInvite(contacts, invitation.contactId);
  if (contact === null || !isLinkValid(invitation, now)) return refuse("INVITE_NOT_VALID", ["token"]);
  const isBoundElsewhere = contacts.some(({ accountId, removedAt }) => accountId === account.id && removedAt === null);
  const isInAlready = canSee(account, request, contacts) && !isOwnContact(account, contact);
  return accept(isBoundElsewhere || isInAlready ? { kind: "NOTHING" } : { kind: "BIND", contact });
};
