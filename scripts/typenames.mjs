// Adds `__typename` to every selection below the root, so that a precompiled document is sent exactly as it was hashed.
import { Kind, visit } from "graphql";

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** A copy of `document` whose selections (the root's apart) ask for `__typename` first. */
export function addTypenames(document) {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent?.kind === Kind.OPERATION_DEFINITION) return undefined;
      const has = node.selections.some((s) => s.kind === Kind.FIELD && s.name.value.startsWith("__") && !s.alias);
      return has ? undefined : { ...node, selections: [TYPENAME, ...node.selections] };
    },
  });
}
