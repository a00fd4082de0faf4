/** Who sees a request, and who may add or remove its contacts (R31, R81, R83, R88, R89, R93-R97, E10). */
import type { Account } from "../account/account.js";
import { isStaff } from "../account/capabilities.js";
import { normaliseEmail } from "../account/email.js";
import { accept, type Result, refuse } from "../shared/result.js";
import type { ContactRole, RequestContact, SupportRequest } from "./support-request.js";

type Viewer = Pick<Account, "id" | "email" | "isEmailProven" | "roles">;
type Owned = Pick<SupportRequest, "engineerId">;

/** A contact row gives sight to the account bound to it, or to one that has proven its address; never by a bare match (G5). */
export const isOwnContact = (account: Viewer, contact: RequestContact): boolean =>
  contact.removedAt === null &&
  (contact.accountId === account.id || (account.isEmailProven && contact.email === normaliseEmail(account.email)));

/** The account's role in the request, or null; primary wins. */
export const viewerRole = (account: Viewer, contacts: readonly RequestContact[]): ContactRole | null => {
  const own = contacts.filter((contact) => isOwnContact(account, contact));
  if (own.some((contact) => contact.role === "PRIMARY")) return "PRIMARY";
  return own.length > 0 ? "ADDITIONAL" : null;
};

export const isOwnerEngineer = (account: Viewer, request: Owned): boolean =>
  request.engineerId !== null && request.engineerId === account.id && isStaff(account);

/** Contacts and the engineer who owns the request, open or closed; nobody else, not even who submitted it (R88). */
export const canSee = (account: Viewer, request: Owned, contacts: readonly RequestContact[]): boolean =>
  viewerRole(account, contacts) !== null || isOwnerEngineer(account, request);

/** For whom somebody acts in a request. */
export type Party = "CUSTOMER" | "ENGINEER";

/** The owner engineer acts for support, also as a contact of the request; a contact for the customer; nobody else at all. */
export const partyOf = (account: Viewer, request: Owned, contacts: readonly RequestContact[]): Party | null => {
  if (isOwnerEngineer(account, request)) return "ENGINEER";
  return viewerRole(account, contacts) === null ? null : "CUSTOMER";
};

/** Contacts may add contacts (R96), the owner engineer too (R97). */
export const mayAddContact = (account: Viewer, request: Owned, contacts: readonly RequestContact[]): boolean =>
  canSee(account, request, contacts);

export interface RemovalQuestion {
  readonly account: Viewer;
  readonly request: Owned;
  readonly contacts: readonly RequestContact[];
  readonly contactId: string;
  /** Who becomes primary when the primary is removed. */
  readonly newPrimaryContactId: string | null;
}

export interface Removal {
  readonly removedContactId: string;
  /** Set only when the primary was removed. */
  readonly newPrimaryContactId: string | null;
  /** A contact who leaves, rather than one whom the engineer removes. */
  readonly isLeaving: boolean;
}

/** The owner engineer removes anybody, everybody removes themselves (R97); a primary contact stays, always (E10). */
export const mayRemoveContact = (
  question: RemovalQuestion,
): Result<Removal, "CONTACT_REMOVAL_NOT_ALLOWED" | "PRIMARY_CONTACT_REQUIRED"> => {
  const active = question.contacts.filter((contact) => contact.removedAt === null);
  const contact = active.find((candidate) => candidate.id === question.contactId);
  const isAllowed =
    contact !== undefined &&
    (isOwnerEngineer(question.account, question.request) || isOwnContact(question.account, contact));
  if (contact === undefined || !isAllowed) return refuse("CONTACT_REMOVAL_NOT_ALLOWED", ["contactId"]);
  if (active.length === 1) return refuse("PRIMARY_CONTACT_REQUIRED", ["contactId"], { context: "last" });
  const isLeaving = isOwnContact(question.account, contact);
  if (contact.role !== "PRIMARY") return accept({ removedContactId: contact.id, newPrimaryContactId: null, isLeaving });
  const successor = active.find(
    (candidate) => candidate.id === question.newPrimaryContactId && candidate.id !== contact.id,
  );
  if (successor === undefined)
    return refuse("PRIMARY_CONTACT_REQUIRED", ["newPrimaryContactId"], { context: "successor" });
  return accept({ removedContactId: contact.id, newPrimaryContactId: successor.id, isLeaving });
};

/** The contacts this account may remove, the primary only where somebody can follow: what the screen shows a button for. */
export const removableContactIds = (
  account: Viewer,
  request: Owned,
  contacts: readonly RequestContact[],
): readonly string[] => {
  const active = contacts.filter((contact) => contact.removedAt === null);
  if (active.length < 2) return [];
  return active
    .filter((contact) => isOwnerEngineer(account, request) || isOwnContact(account, contact))
    .map((contact) => contact.id);
};
