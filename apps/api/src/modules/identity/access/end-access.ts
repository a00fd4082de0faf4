/** Sessions and tokens ended: one's own by anybody, others' by staff who may; each on record (F7, F60). */
import { mayStaff } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { accountStore } from "../storage/account.store.js";
import { sessionStore } from "../storage/session.store.js";
import { tokenStore } from "../storage/token.store.js";

/** What others have is answered as what there is none of. */
const mayEnd = (context: RequestContext, accountId: string): boolean =>
  accountOf(context).id === accountId || mayStaff(accountOf(context).roles, "MANAGE_SESSIONS");

/** @throws RequestError NOT_FOUND: there is none, it had ended already, or it is somebody else's */
export const endSession = (context: RequestContext, id: string): Promise<void> =>
  context.db.transaction("revoke session", async (tx) => {
    const sessionId = idOf("ses", id);
    const session = await tx.of(sessionStore).byId(sessionId);
    if (session === null || !mayEnd(context, session.accountId) || !(await tx.of(sessionStore).delete(sessionId)))
      throw new RequestError("NOT_FOUND");
    await record(context, tx, { action: "session.revoke", objectId: session.accountId, details: { sessionId } });
  });

/** How many there were. `accountId`: null for one's own. @throws RequestError NOT_FOUND */
export const endSessions = (
  context: RequestContext,
  { accountId, isCurrentKept }: { readonly accountId: string | null; readonly isCurrentKept: boolean },
): Promise<number> =>
  context.db.transaction("revoke sessions", async (tx) => {
    const objectId = accountId === null ? accountOf(context).id : idOf("acc", accountId);
    if (!mayEnd(context, objectId) || (await tx.of(accountStore).byId(objectId)) === null)
      throw new RequestError("NOT_FOUND");
    const { principal } = context;
    const kept = isCurrentKept && principal.kind === "session" ? principal.sessionId : null;
    const ended = await tx.of(sessionStore).deleteOfAccount(objectId, kept);
    await record(context, tx, { action: "session.revokeAll", objectId, details: { ended } });
    return ended;
  });

/** Twice is once. @throws RequestError NOT_FOUND: there is none, or it is somebody else's */
export const revokeToken = (context: RequestContext, id: string): Promise<void> =>
  context.db.transaction("revoke token", async (tx) => {
    const tokenId = idOf("tok", id);
    const token = await tx.of(tokenStore).byId(tokenId);
    if (token === null || !mayEnd(context, token.accountId)) throw new RequestError("NOT_FOUND");
    if (await tx.of(tokenStore).revoke(tokenId, context.clock.now()))
      await record(context, tx, { action: "token.revoke", objectId: token.accountId, details: { tokenId } });
  });

interface Ended {
  readonly action: "session.revoke" | "session.revokeAll" | "token.revoke";
  /** The account. */
  readonly objectId: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const record = async (context: RequestContext, tx: WriteStores, ended: Ended): Promise<void> => {
  await tx.of(auditStore).append({ actorId: accountOf(context).id, ...ended, at: context.clock.now() });
};
