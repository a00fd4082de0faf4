/** Accounts by id. */
import type { Account } from "@accord/domain";
import DataLoader from "dataloader";
import { inOrder, type LoaderKey, rowLoader } from "../../../kernel/graphql/loaders.js";
import { accountChangeStore, accountStore } from "../storage/account.store.js";

export const accountLoader: LoaderKey<Account | null> = ({ read }) =>
  new DataLoader(async (ids) => inOrder(ids, await read.of(accountStore).byIds(ids)));

/** When an account last changed: what is known of it elsewhere does not say so. */
export const accountChangeLoader = rowLoader(accountChangeStore);
