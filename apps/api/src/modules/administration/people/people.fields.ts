/** Computed fields of accounts as staff manage them (F60). */
import type { Account } from "@accord/domain";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import type { PageArguments } from "../../../kernel/graphql/page.js";
import { accountStore, sessionsOf, tokensOf } from "../../identity/module.js";
import type { ManagedAccountType } from "../types/managed-account.type.js";

export const peopleFields: readonly TypeFields[] = [
  fieldsOf<Account, ManagedAccountType>("ManagedAccount", {
    accountId: ({ id }) => id,
    identities: ({ id }, _args, { db }) => db.read.of(accountStore).identitiesOf(id),
    sessions: ({ id }, page: PageArguments, context) => sessionsOf(context, id, page),
    tokens: ({ id }, page: PageArguments, context) => tokensOf(context, id, page),
  }),
];
