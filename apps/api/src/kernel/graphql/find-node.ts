/** Any object by its global id; what does not exist and what may not be seen are told alike. */
import { assertPrincipal, assertScope } from "./apply-policies.js";
import type { NodeKind, NodeSource, RequestContext } from "./context.js";
import { foundAs, gateOfKind, gateOfNode } from "./found-nodes.js";
import { isIdOf } from "./ids.js";
import { RequestError } from "./request-error.js";

const prefixOf = (id: string): string => id.slice(0, id.indexOf("_"));

/** What the prefix of an id names, and what to look for; null for what can be no id of ours. */
const readId = ({ nodes }: RequestContext, id: string): { kind: NodeKind; sought: string } | null => {
  const prefix = prefixOf(id);
  const kind = Object.hasOwn(nodes, prefix) ? nodes[prefix] : undefined;
  if (kind === undefined) return null;
  if (kind.slugIn !== undefined) return { kind, sought: id.slice(prefix.length + 1) };
  return isIdOf(prefix, id) ? { kind, sought: id } : null;
};

/**
 * What nobody may ask for, or a token has no scope for, is refused before anything is looked up.
 * @throws RequestError NOT_FOUND, FORBIDDEN
 */
export const findNode = async (context: RequestContext, id: string): Promise<NodeSource> => {
  const named = readId(context, id);
  if (named === null) throw new RequestError("NOT_FOUND", { id });
  const { kind, sought } = named;
  if (kind.policy !== undefined) assertPrincipal(kind.policy, context);
  assertScope(gateOfKind(kind, context.objectPolicies).scopes, context.principal);
  const node = await kind.find(context, sought);
  if (node === null) throw new RequestError("NOT_FOUND", { id });
  return foundAs(kind, node);
};

/** Each in the place of its id; what there is not, and what may not be seen, is null there with the error beside it. */
export const findNodes = (context: RequestContext, ids: readonly string[]): Promise<(NodeSource | RequestError)[]> =>
  Promise.all(ids.map((id) => findWhatMayBeSeen(context, id)));

const findWhatMayBeSeen = async (context: RequestContext, id: string): Promise<NodeSource | RequestError> => {
  try {
    const node = await findNode(context, id);
    const gate = gateOfNode(node, context.objectPolicies);
    if (!context.authorised.has(node) && (await gate?.maySee(node as never, context)) !== true)
      return new RequestError("NOT_FOUND", { id: node.id });
    context.authorised.add(node);
    return node;
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
};
