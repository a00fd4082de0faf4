/** Contacts as they are kept: bound to the submitter's account where the entry is their own (G5, E6, E9). */
import {
  type Account,
  type ContactDetails,
  type ContactRole,
  type EpochMs,
  normaliseEmail,
  type RequestContact,
} from "@accord/domain";
import { newId } from "../../kernel/db/index.js";
import type { ContactInput } from "./requests.types.js";

export const contactDetailsOf = (input: ContactInput): ContactDetails => ({
  givenName: input.givenName,
  familyName: input.familyName,
  email: input.email,
  phone: input.phone ?? null,
  preferredContactMethod: input.preferredContactMethod ?? "EMAIL",
  isSelf: input.isSelf ?? false,
});

export interface RowsQuestion {
  readonly requestId: string;
  readonly account: Account;
  /** Null where no primary contact is added. */
  readonly primary: ContactDetails | null;
  readonly additional: readonly ContactDetails[];
  /** The account is a contact already: no second entry is bound to it. */
  readonly isBoundAlready: boolean;
  readonly at: EpochMs;
}

/** One row per person; at most one is bound to the account: its own entry first, else the one with its proven address. */
export const contactRows = ({
  requestId,
  account,
  primary,
  additional,
  isBoundAlready,
  at,
}: RowsQuestion): RequestContact[] => {
  const people = [...(primary === null ? [] : [primary]), ...additional];
  const proven = account.isEmailProven ? normaliseEmail(account.email) : null;
  const own = isBoundAlready
    ? undefined
    : (people.find((person) => person.isSelf) ?? people.find((person) => person.email === proven));
  const rowOf = (person: ContactDetails, role: ContactRole): RequestContact => ({
    id: newId("con", at),
    requestId,
    role,
    accountId: person === own ? account.id : null,
    givenName: person.givenName,
    familyName: person.familyName,
    email: person.email,
    phone: person.phone,
    preferredContactMethod: person.preferredContactMethod,
    removedAt: null,
  });
  return [
    ...(primary === null ? [] : [rowOf(primary, "PRIMARY")]),
    ...additional.map((person) => rowOf(person, "ADDITIONAL")),
  ];
};
