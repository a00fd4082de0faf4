/** Sessions and tokens of an account, as it and staff see them (F7, F60, F74). */
import { type Account, MINUTE } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { connectionOfList, type PageArguments, type RowConnection } from "../../../kernel/graphql/page.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { accountChangeLoader } from "../account/loaders.js";
import { type Session, sessionStore } from "../storage/session.store.js";
import { type AccessToken, tokenStore } from "../storage/token.store.js";
import type { AccessTokenType, BrowserSessionType } from "../types/access.type.js";
import type { AccountType } from "../types/account.type.js";
import type { ViewerType } from "../types/viewer.type.js";

/** Those that have not ended, newest first. */
export const sessionsOf = async (
  { db, now, limits }: RequestContext,
  accountId: string,
  page: PageArguments,
): Promise<RowConnection<Session>> =>
  connectionOfList(await db.read.of(sessionStore).ofAccount(accountId, now, limits.sessionIdleMinutes * MINUTE), page);

/** All of them, newest first. */
export const tokensOf = async (
  { db }: RequestContext,
  accountId: string,
  page: PageArguments,
): Promise<RowConnection<AccessToken>> => connectionOfList(await db.read.of(tokenStore).list(accountId), page);

/** No token tells of others. @throws RequestError FORBIDDEN */
const assertSession = ({ principal }: RequestContext): void => {
  if (principal.kind !== "session") throw new RequestError("FORBIDDEN");
};

export const accessFields: readonly TypeFields[] = [
  fieldsOf<ViewerType, ViewerType>("Viewer", {
    sessions: ({ account }, page: PageArguments, context) => {
      assertSession(context);
      return sessionsOf(context, account.id, page);
    },
    tokens: ({ account }, page: PageArguments, context) => {
      assertSession(context);
      return tokensOf(context, account.id, page);
    },
  }),
  fieldsOf<Session, BrowserSessionType>("BrowserSession", {
    updatedAt: ({ lastSeenAt }) => lastSeenAt,
    isCurrent: ({ id }, _args, { principal }) => principal.kind === "session" && principal.sessionId === id,
  }),
  fieldsOf<Account, AccountType>("Account", {
    updatedAt: async ({ id, createdAt }, _args, { loaders }) =>
      (await loaders.of(accountChangeLoader).load(id))?.updatedAt ?? createdAt,
  }),
  fieldsOf<AccessToken, AccessTokenType>("AccessToken", {
    updatedAt: ({ createdAt, revokedAt }) => revokedAt ?? createdAt,
  }),
];
