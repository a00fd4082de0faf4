/** A request a command is about, read inside its unit: what one may not see does not exist. */
import { canSee, mayAddContact, type RequestContact } from "@accord/domain";
import type { WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { requestLoader } from "./loaders.js";
import type { RequestDetail } from "./storage/request.store.js";
import { requestStore } from "./storage/request-writes.js";

export interface VisibleRequest {
  readonly request: RequestDetail;
  readonly contacts: readonly RequestContact[];
}

/** @throws RequestError NOT_FOUND */
export const visibleRequest = async (
  context: RequestContext,
  tx: WriteStores,
  requestId: string,
): Promise<VisibleRequest> => {
  const request = await tx.of(requestStore).byId(requestId);
  const contacts = request === null ? [] : await tx.of(requestStore).contactsOf([requestId]);
  if (request === null || !canSee(accountOf(context), request, contacts))
    throw new RequestError("NOT_FOUND", { id: requestId });
  return { request, contacts };
};

/** The contacts in force. @throws RequestError NOT_FOUND, or FORBIDDEN for who sees the request but may not add anybody */
export const assertMayShare = async (
  context: RequestContext,
  tx: WriteStores,
  requestId: string,
): Promise<readonly RequestContact[]> => {
  const { request, contacts } = await visibleRequest(context, tx, requestId);
  if (!mayAddContact(accountOf(context), request, contacts)) throw new RequestError("FORBIDDEN");
  return contacts;
};

/** The request as the command has left it: what was read and judged before the command counts no more. */
export const freshRequest = (context: RequestContext, requestId: string): Promise<RequestDetail | null> => {
  context.loaders.forget(requestId);
  return context.loaders.of(requestLoader).load(requestId);
};
