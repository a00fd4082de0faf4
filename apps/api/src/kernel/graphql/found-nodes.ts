/** What was found by a global id, and as what: a noun of the catalogue does not tell its type by itself. */
import type { NodeKind, ObjectPolicy } from "./context.js";

const FOUND_AS = new WeakMap<object, NodeKind>();

/** Remembers as what an object was found, and gives it back. */
export const foundAs = <Node extends object>(kind: NodeKind, node: Node): Node => {
  FOUND_AS.set(node, kind);
  return node;
};

/** The type of an object that was found by its id. */
export const typeOfNode = (node: object): string | undefined => {
  const kind = FOUND_AS.get(node);
  return kind?.typeOf?.(node as never) ?? kind?.type;
};

type Gates = Readonly<Record<string, ObjectPolicy>>;

/** Who may see what is found as `kind`. @throws Error for a kind that nothing guards */
export const gateOfKind = (kind: NodeKind, gates: Gates): ObjectPolicy => {
  const gate = gates[kind.type];
  if (gate !== undefined) return gate;
  // Whoever may ask was judged before it was looked up, and only what may be seen was found.
  if (kind.policy !== undefined) return { scopes: [], maySee: () => true };
  throw new Error(`nothing guards ${kind.type}`);
};

/** Who may see an object that was found by its id. */
export const gateOfNode = (node: object, gates: Gates): ObjectPolicy | undefined => {
  const kind = FOUND_AS.get(node);
  return kind === undefined ? undefined : gateOfKind(kind, gates);
};
