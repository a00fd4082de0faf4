/** Any object by its prefixed id; what does not exist and what may not be seen are told alike. */
import type { NodeSource, RequestContext } from "../../../kernel/graphql/context.js";
import { isIdOf } from "../../../kernel/graphql/ids.js";
import { kindOfId } from "../../../kernel/graphql/node.type.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";

/** @throws RequestError NOT_FOUND */
export const findNode = async (context: RequestContext, id: string): Promise<NodeSource> => {
  const kind = isIdOf(id.slice(0, id.indexOf("_")), id) ? kindOfId(context.nodes, id) : undefined;
  const node = (await kind?.find(context, id)) ?? null;
  if (node === null) throw new RequestError("NOT_FOUND");
  return node;
};
