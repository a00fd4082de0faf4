/** Computed fields of accounts as staff manage them (F60). */
import { type Account, MINUTE } from "@accord/domain";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { connectionOfList, type PageArguments } from "../../../kernel/graphql/page.js";
import { accountStore, type Session, sessionStore, tokenStore } from "../../identity/module.js";
import type { ManagedAccountType, ManagedSessionType } from "../types/managed-account.type.js";

export const peopleFields: readonly TypeFields[] = [
  fieldsOf<Account, ManagedAccountType>("ManagedAccount", {
    accountId: ({ id }) => id,
    identities: ({ id }, _args, { db }) => db.read.of(accountStore).identitiesOf(id),
    sessions: async ({ id }, page: PageArguments, { db, now, limits }) =>
      connectionOfList(await db.read.of(sessionStore).ofAccount(id, now, limits.sessionIdleMinutes * MINUTE), page),
    tokens: async ({ id }, page: PageArguments, { db }) =>
      connectionOfList(await db.read.of(tokenStore).list(id), page),
  }),
  fieldsOf<Session, ManagedSessionType>("ManagedSession", {
    isCurrent: ({ id }, _args, { principal }) => principal.kind === "session" && principal.sessionId === id,
  }),
];
