/** A contact subscribes to mail about one request, or ends it, for themselves alone (F71). */
import { accept, canSee, type Result, viewerRole } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { type RequestDetail, requestStore } from "../requests/module.js";
import type { UpdateSubscriptionInput } from "./notices.types.js";
import { noticeStore } from "./storage/notice.store.js";

/** @throws RequestError NOT_FOUND; FORBIDDEN for the engineer, who is no contact */
export const followRequest = async (
  context: RequestContext,
  input: UpdateSubscriptionInput,
): Promise<Result<{ request: RequestDetail }>> => {
  const account = accountOf(context);
  const requestId = idOf("req", input.requestId);
  const request = await context.db.transaction("follow request", async (tx) => {
    const found = await tx.of(requestStore).byId(requestId);
    const contacts = await tx.of(requestStore).contactsOf([requestId]);
    if (found === null || !canSee(account, found, contacts)) throw new RequestError("NOT_FOUND");
    if (viewerRole(account, contacts) === null) throw new RequestError("FORBIDDEN");
    const at = context.clock.now();
    await tx.of(noticeStore).updateSubscription(requestId, account.id, input.isSubscribed, at);
    const details = { isSubscribed: input.isSubscribed };
    await tx.of(auditStore).append({ actorId: account.id, action: "request.follow", objectId: requestId, details, at });
    return found;
  });
  return accept({ request });
};
