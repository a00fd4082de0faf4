/** Accounts by id. */
import type { Account } from "@accord/domain";
import DataLoader from "dataloader";
import { inOrder, type LoaderKey } from "../../../kernel/graphql/loaders.js";
import { accountStore } from "../storage/account.store.js";

export const accountLoader: LoaderKey<Account | null> = ({ read }) =>
  new DataLoader(async (ids) => inOrder(ids, await read.of(accountStore).byIds(ids)));
