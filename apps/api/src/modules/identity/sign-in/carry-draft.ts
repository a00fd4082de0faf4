/** What of a draft goes along when a person continues with another account: all that was typed, never the plan; the account left behind is proposed as a contact (F32, R73). */
import { type Account, CONTACT_LIMIT, type ContactDetails, comparableEmail, type DraftContent } from "@accord/domain";

/** `from`: the account that typed it; null when the same account goes on. */
export const carriedContent = (content: DraftContent, from: Account | null): DraftContent => {
  const { primaryContact, additionalContacts } = content;
  // "Myself" was the account before: its entry stays as typed, bound to nobody, beside whoever is "myself" now.
  const isSelfPrimary = primaryContact?.isSelf === true && from !== null;
  const others = isSelfPrimary ? [primaryContact, ...additionalContacts] : additionalContacts;
  const carried = {
    ...content,
    planId: null,
    primaryContact: isSelfPrimary || primaryContact === null ? null : unbound(primaryContact),
    additionalContacts: others.map(unbound),
    completedSteps: content.completedSteps.filter((step) => step === "PROBLEM"),
  };
  const hasEntry = [primaryContact, ...additionalContacts].some((one) => one?.isSelf === true);
  return from === null || hasEntry ? carried : withContact(carried, contactOf(from));
};

const unbound = (contact: ContactDetails): ContactDetails => ({ ...contact, isSelf: false });

/** Nobody is named twice, and the primary contact has room. */
const withContact = (content: DraftContent, contact: ContactDetails): DraftContent => {
  const named = [content.primaryContact, ...content.additionalContacts].filter((one) => one !== null);
  const isNamed = named.some((one) => comparableEmail(one.email) === comparableEmail(contact.email));
  const isFull = content.additionalContacts.length + 1 >= CONTACT_LIMIT;
  return isNamed || isFull ? content : { ...content, additionalContacts: [...content.additionalContacts, contact] };
};

const contactOf = ({ givenName, familyName, email, profile }: Account): ContactDetails => ({
  givenName,
  familyName,
  email,
  phone: profile?.phone ?? null,
  preferredContactMethod: "EMAIL",
  isSelf: false,
});
