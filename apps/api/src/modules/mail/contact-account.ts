/** The account behind a contact: the one bound to it, or one that has proven its address, as for seeing the request (G5). */
import type { Account, RequestContact } from "@accord/domain";
import type { ReadStores } from "../../kernel/db/index.js";
import { accountStore } from "../identity/module.js";

/** Null for a person who has no account, or has not proven the address. */
export const accountOfContact = async (
  stores: ReadStores,
  { accountId, email }: Pick<RequestContact, "accountId" | "email">,
): Promise<Account | null> => {
  const accounts = stores.of(accountStore);
  if (accountId !== null) return accounts.byId(accountId);
  return (await accounts.list({ email })).find((account) => account.isEmailProven) ?? null;
};

/** The contacts with the account that each stands for. */
export const withAccounts = (stores: ReadStores, contacts: readonly RequestContact[]): Promise<RequestContact[]> =>
  Promise.all(
    contacts.map(async (contact) =>
      contact.accountId === null
        ? { ...contact, accountId: (await accountOfContact(stores, contact))?.id ?? null }
        : contact,
    ),
  );
