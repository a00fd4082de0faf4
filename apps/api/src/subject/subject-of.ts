/** Who a person is in the rows: their account, the address it has proven, and how they are called in texts. */
import type { Account } from "@accord/domain";
import type { Subject } from "../kernel/db/subject.js";

/** Shorter ones are parts of other words. */
const SHORTEST = 4;

/** `others`: what they are called where they stand as a contact. */
export const subjectOf = (account: Account, others: readonly string[] = []): Subject => {
  const { id, email, claimedEmail, isEmailProven, givenName, familyName, profile } = account;
  const strings = [
    `${givenName} ${familyName}`,
    `${familyName} ${givenName}`,
    email,
    ...[claimedEmail, profile?.phone].filter((one) => typeof one === "string"),
    ...others,
  ].map((one) => one.trim());
  return {
    accountId: id,
    address: isEmailProven ? email : null,
    strings: [...new Set(strings)].filter((one) => one.length >= SHORTEST).sort((a, b) => b.length - a.length),
  };
};
