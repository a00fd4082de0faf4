/** One request by what names it; whether the account may see it is the object's gate (R88, R89). */
import type { RequestContext } from "../../kernel/graphql/context.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { requestLoader } from "./loaders.js";
import type { RequestDetail } from "./storage/request.store.js";
import { requestStore } from "./storage/request-writes.js";

/** @throws RequestError NOT_FOUND */
export const findRequest = async (context: RequestContext, id: string): Promise<RequestDetail> => {
  const request = await context.loaders.of(requestLoader).load(idOf("req", id));
  if (request === null) throw new RequestError("NOT_FOUND", { id });
  return request;
};

/** @throws RequestError NOT_FOUND */
export const findRequestBy = async (
  context: RequestContext,
  { id, number }: { readonly id?: string | null; readonly number?: string | null },
): Promise<RequestDetail> => {
  if (typeof id === "string") return findRequest(context, id);
  const request = await context.db.read.of(requestStore).byNumber(number ?? "");
  if (request === null) throw new RequestError("NOT_FOUND");
  return request;
};
