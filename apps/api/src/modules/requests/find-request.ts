/** One request by what names it; whether the account may see it is the object's gate (R88, R89). */

import type { RequestContext } from "../../kernel/graphql/context.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { readReference } from "../references/module.js";
import { listRequests } from "./list-requests.js";
import { requestLoader } from "./loaders.js";
import type { RequestDetail } from "./storage/request.store.js";
import { requestStore } from "./storage/request-writes.js";

/** @throws RequestError NOT_FOUND */
export const findRequest = async (context: RequestContext, id: string): Promise<RequestDetail> => {
  const request = await context.loaders.of(requestLoader).load(idOf("req", id));
  if (request === null) throw new RequestError("NOT_FOUND", { id });
  return request;
};

/** One of these is given. */
interface RequestName {
  readonly id?: string | null;
  readonly number?: string | null;
  readonly externalReference?: string | null;
}

/** @throws RequestError NOT_FOUND */
export const findRequestBy = async (
  context: RequestContext,
  { id, number, externalReference }: RequestName,
): Promise<RequestDetail> => {
  if (typeof id === "string") return findRequest(context, id);
  if (typeof externalReference === "string") return findCalledSo(context, externalReference);
  const request = await context.db.read.of(requestStore).byNumber(number ?? "");
  if (request === null) throw new RequestError("NOT_FOUND");
  return request;
};

/** The newest of those that the account calls so and still sees. */
const findCalledSo = async (context: RequestContext, externalReference: string): Promise<RequestDetail> => {
  const reference = readReference({ externalReference }, ["by"]);
  const { nodes } = await listRequests(context, reference, { first: 1, orderBy: "NEWEST_FIRST" });
  const [newest] = nodes;
  if (newest === undefined) throw new RequestError("NOT_FOUND");
  return findRequest(context, newest.id);
};
