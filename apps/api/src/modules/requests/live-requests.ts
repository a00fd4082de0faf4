/** Live fields of requests: a change is told to who may see the request at that moment, an internal one to engineers alone (F76, A-8). */
import { isStaff, type RequestContact } from "@accord/domain";
import type { Change } from "../../kernel/db/index.js";
import { accountOf, mayReach, type RequestContext } from "../../kernel/graphql/context.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { ANY_REQUEST, type LiveField, type LiveFields, requestKey } from "../../kernel/graphql/live/live-field.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { contactLoader, requestLoader, timelineEntryLoader } from "./loaders.js";
import type { RequestDetail } from "./storage/request.store.js";

interface OneRequest {
  readonly requestId: string;
}

/** @throws RequestError NOT_FOUND */
const visible = async (context: RequestContext, { requestId }: OneRequest): Promise<RequestDetail> => {
  const request = await context.loaders.of(requestLoader).load(idOf("req", requestId));
  if (request === null || !(await mayReach("SupportRequest", request, context))) throw new RequestError("NOT_FOUND");
  return request;
};

/** Customers do not learn of what is internal, not even that it happened. */
const isHidden = ({ isInternal }: Change, context: RequestContext, request: RequestDetail): boolean =>
  isInternal && !(isStaff(accountOf(context)) && request.engineerId === accountOf(context).id);

const requestUpdated: LiveField<OneRequest> = {
  keys: (_context, { requestId }) => [requestKey(requestId)],
  authorise: async (context, args) => void (await visible(context, args)),
  payload: async (change, context, args) => {
    const request = await visible(context, args);
    return isHidden(change, context, request) ? null : request;
  },
};

const communicationAdded: LiveField<OneRequest> = {
  keys: (_context, { requestId }) => [requestKey(requestId)],
  authorise: async (context, args) => void (await visible(context, args)),
  payload: async (change, context, args) => {
    if (change.entryId === null || isHidden(change, context, await visible(context, args))) return null;
    const entry = await context.loaders.of(timelineEntryLoader).load(change.entryId);
    return entry?.requestId === args.requestId ? entry : null;
  },
};

/** A list that is open somewhere: told which request changed, once for each change that this account may see. */
const myRequestsChanged: LiveField = {
  keys: () => [ANY_REQUEST],
  authorise: () => undefined,
  payload: async (change, context) => {
    if (change.topic === "resync") return { requestId: null };
    if (change.topic !== "request" || change.isInternal) return null;
    const contacts = await context.loaders.of(contactLoader).load(change.id);
    return isAmong(contacts, context) ? { requestId: change.id } : null;
  },
};

const isAmong = (contacts: readonly RequestContact[], context: RequestContext): boolean => {
  const { id, email, isEmailProven } = accountOf(context);
  return contacts.some((contact) => contact.accountId === id || (isEmailProven && contact.email === email));
};

/** The queue of the engineers: every request may stand in it. */
const queueChanged: LiveField = {
  keys: () => [ANY_REQUEST],
  authorise: (context) => {
    if (!isStaff(accountOf(context))) throw new RequestError("FORBIDDEN");
  },
  payload: (change) => ({ requestId: change.topic === "request" ? change.id : null }),
};

export const requestLiveFields: LiveFields = { requestUpdated, communicationAdded, myRequestsChanged, queueChanged };
