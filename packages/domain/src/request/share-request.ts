/** Adding contacts to a request that exists (R93, R95, R96). */
import { accept, type Refusal, type Result, refuse, refuseAll } from "../shared/result.js";
import type { TextRefusalCode } from "../shared/text.js";
import { CONTACT_LIMIT, decideAdditionalContact, mergeContacts } from "./contacts.js";
import type { ContactDetails } from "./draft.js";
import type { RequestContact } from "./support-request.js";

/**
 * The contacts to add: valid, each once, none already there (E7). An empty list is a success: everybody is there.
 * Whether the account may add at all is `mayAddContact`.
 */
export const decideShare = (
  existing: readonly RequestContact[],
  additions: readonly ContactDetails[],
): Result<readonly ContactDetails[], TextRefusalCode | "CONTACT_LIMIT_REACHED"> => {
  if (additions.length === 0) return refuse("INPUT_REQUIRED", ["contacts"]);
  const refusals: Refusal<TextRefusalCode>[] = [];
  const valid = additions.flatMap((contact, index) => {
    const decided = decideAdditionalContact(contact, ["contacts", String(index)]);
    if (decided.ok) return [decided.value];
    refusals.push(...decided.refusals);
    return [];
  });
  const [first, ...rest] = valid;
  if (refusals.length > 0 || first === undefined) return refuseAll(refusals);
  const merged = mergeContacts(first, rest);
  const active = existing.filter((contact) => contact.removedAt === null);
  const known = new Set(active.map((contact) => contact.email));
  const fresh = [merged.primary, ...merged.additional].filter((contact) => !known.has(contact.email));
  if (active.length + fresh.length > CONTACT_LIMIT)
    return refuse("CONTACT_LIMIT_REACHED", ["contacts"], { limit: CONTACT_LIMIT });
  return accept(fresh);
};
