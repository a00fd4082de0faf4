/** The account behind an id, to be named; null for the system and for one that is gone. */
import type { Account } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { accountLoader } from "../identity/module.js";

export const summaryOf = async (
  accountId: string | null,
  { loaders }: Pick<RequestContext, "loaders">,
): Promise<Account | null> => (accountId === null ? null : loaders.of(accountLoader).load(accountId));
