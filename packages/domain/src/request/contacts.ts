/** The people of a request: one entry per address, the primary first, the submitter only if named (R80-R84, E6-E8). */
import type { Account } from "../account/account.js";
import { CONTACT_METHODS } from "../account/account.js";
import { comparableEmail, normaliseEmail } from "../account/email.js";
import { checkName } from "../account/person-name.js";
import { normalisePhone } from "../account/phone.js";
import { accept, type Result, refuseAll } from "../shared/result.js";
import { checkText, type InputRefusal, invalid, type TextRefusalCode } from "../shared/text.js";
import type { ContactDetails } from "./draft.js";

/** Most contacts of a request, the primary included (F23). */
export const CONTACT_LIMIT = 50;

export interface MergedContacts {
  readonly primary: ContactDetails;
  readonly additional: readonly ContactDetails[];
}

/** Merges entries of one person: the same address in any letter case, or several entries marked as oneself (E6, E7). */
export const mergeContacts = (primary: ContactDetails, additional: readonly ContactDetails[]): MergedContacts => {
  const people: ContactDetails[] = [primary];
  for (const next of additional) {
    const place = people.findIndex((known) => isSamePerson(known, next));
    const known = people[place];
    if (known === undefined) people.push(next);
    else people[place] = { ...known, isSelf: known.isSelf || next.isSelf };
  }
  const [first = primary, ...rest] = people;
  // Folding can make two earlier entries one person (one by address, one by "me"): another pass settles it.
  return rest.length === additional.length ? { primary: first, additional: rest } : mergeContacts(first, rest);
};

const isSamePerson = (a: ContactDetails, b: ContactDetails): boolean =>
  (a.isSelf && b.isSelf) || addressOf(a) === addressOf(b);
const addressOf = (contact: ContactDetails): string => comparableEmail(contact.email);

/** One contact with its address and phone in their stored form, or every refusal with its path. */
export const decideContact = (
  contact: ContactDetails,
  path: readonly string[],
): Result<ContactDetails, TextRefusalCode> => {
  const email = normaliseEmail(contact.email);
  const hasPhone = contact.phone !== null && contact.phone.trim() !== "";
  const phone = hasPhone ? normalisePhone(contact.phone ?? "") : null;
  const refusals: InputRefusal[] = [
    ...checkName(contact, path),
    ...checkText(contact.email, { max: 254, isRequired: true, isMultiline: false }, [...path, "email"]),
  ];
  if (email === null && !refusals.some((refusal) => refusal.path?.at(-1) === "email"))
    refusals.push(invalid([...path, "email"], "email"));
  if (hasPhone && phone === null) refusals.push(invalid([...path, "phone"], "phone"));
  if (!CONTACT_METHODS.includes(contact.preferredContactMethod))
    refusals.push(invalid([...path, "preferredContactMethod"], "choice"));
  if (!hasPhone && contact.preferredContactMethod === "PHONE")
    refusals.push({ code: "INPUT_REQUIRED", path: [...path, "phone"], params: {} });
  return email === null || refusals.length > 0 ? refuseAll(refusals) : accept({ ...contact, email, phone });
};

/**
 * An additional contact, for whom an address is enough: without any name the person is called by its part before the @,
 * so that every list and mail has something to call them.
 */
export const decideAdditionalContact = (
  contact: ContactDetails,
  path: readonly string[],
): Result<ContactDetails, TextRefusalCode> => decideContact(namedByAddress(contact), path);

const namedByAddress = (contact: ContactDetails): ContactDetails => {
  const isNamed = [contact.givenName, contact.familyName].some((part) => part.trim() !== "");
  return isNamed ? contact : { ...contact, givenName: contact.email.trim().split("@")[0] ?? "", familyName: "" };
};

/**
 * True when the submitter will see the request: an entry of their own, or one with an address they have proven.
 * When false, steps 3, 4 and 5 warn and offer "add me" (E8, R84); submitting all the same is allowed (R88).
 */
export const isSubmitterContact = (
  account: Pick<Account, "email" | "isEmailProven">,
  contacts: readonly ContactDetails[],
): boolean =>
  contacts.some(
    (contact) => contact.isSelf || (account.isEmailProven && addressOf(contact) === normaliseEmail(account.email)),
  );

/** The submitter's own entry, filled from the account and the profile (R54, R84). */
export const ownContact = (
  account: Pick<Account, "givenName" | "familyName" | "email" | "profile">,
): ContactDetails => ({
  givenName: account.givenName,
  familyName: account.familyName,
  email: account.email,
  phone: account.profile?.phone ?? null,
  preferredContactMethod: account.profile?.preferredContactMethod ?? "EMAIL",
  isSelf: true,
});
