/** What Next does to the additional contacts: rows left empty go, entries of one person become one (E6, E7). */
import { type DraftContent, decideAdditionalContact, mergeContacts } from "@accord/domain";

type People = Pick<DraftContent, "primaryContact" | "additionalContacts">;

export interface TidyContacts extends People {
  /** How many entries were folded into another one. */
  readonly merged: number;
}

export function tidyContacts({ primaryContact, additionalContacts }: People): TidyContacts {
  const typed = additionalContacts.filter(
    (one) =>
      one.isSelf || [one.givenName, one.familyName, one.email, one.phone ?? ""].some((text) => text.trim() !== ""),
  );
  const isSound = primaryContact !== null && typed.every((one) => decideAdditionalContact(one, []).ok);
  if (!isSound) return { primaryContact, additionalContacts: typed, merged: 0 };
  const people = mergeContacts(primaryContact, typed);
  return {
    primaryContact: people.primary,
    additionalContacts: people.additional,
    merged: typed.length - people.additional.length,
  };
}
