/** One request by its id; whether the account may see it is the object's gate (R88, R89). */
import type { RequestContext } from "../../context.js";
import { idOf } from "../../graphql/ids.js";
import { RequestError } from "../../graphql/request-error.js";
import type { RequestDetail } from "../../storage/stores/request.store.js";
import { requestLoader } from "./loaders.js";

/** @throws RequestError NOT_FOUND */
export const findRequest = async (context: RequestContext, id: string): Promise<RequestDetail> => {
  const request = await context.loaders.of(requestLoader).load(idOf("req", id));
  if (request === null) throw new RequestError("NOT_FOUND");
  return request;
};
