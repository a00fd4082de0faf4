/** What of a draft goes along when a person continues with another account: all that was typed, never the plan; the account left behind is proposed as a contact (F32, R73, reliability.md 5.9). */
import { type Account, CONTACT_LIMIT, type ContactDetails, type DraftContent } from "@accord/domain";

/** `from`: the account that typed it; null when the same account goes on. */
export const carriedContent = (content: DraftContent, from: Account | null): DraftContent => {
  const carried = withoutSelf(content);
  const people = [...(carried.primaryContact === null ? [] : [carried.primaryContact]), ...carried.additionalContacts];
  // The primary contact is still to be named: there is room for that one too.
  const hasRoom = carried.additionalContacts.length + 1 < CONTACT_LIMIT;
  const isNamed = people.some(({ email }) => email.toLowerCase() === from?.email.toLowerCase());
  return from === null || isNamed || !hasRoom
    ? carried
    : { ...carried, additionalContacts: [...carried.additionalContacts, contactOf(from)] };
};

const contactOf = ({ givenName, familyName, email, profile }: Account): ContactDetails => ({
  givenName,
  familyName,
  email,
  phone: profile?.phone ?? null,
  preferredContactMethod: "EMAIL",
  isSelf: false,
});

const withoutSelf = (content: DraftContent): DraftContent => ({
  ...content,
  planId: null,
  // "Myself" was the account before: the entry stays as typed, bound to nobody.
  primaryContact: content.primaryContact && { ...content.primaryContact, isSelf: false },
  additionalContacts: content.additionalContacts.map((contact) => ({ ...contact, isSelf: false })),
  completedSteps: content.completedSteps.filter((step) => step === "PROBLEM"),
});
