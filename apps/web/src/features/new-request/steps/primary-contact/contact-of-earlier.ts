/** Somebody of an earlier request as a contact of this one. */
import type { ContactDetails } from "@accord/domain";
import type { EarlierPerson } from "../../../../lib/earlier-contacts/earlier-people";

export const contactOfEarlier = (person: EarlierPerson): ContactDetails => ({
  givenName: person.givenName,
  familyName: person.familyName,
  email: person.email,
  phone: person.phone,
  preferredContactMethod: person.preferredContactMethod,
  isSelf: false,
});
