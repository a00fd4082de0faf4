/** What a document may be, whatever its variables: depth, aliases, directives, lists, one weighty mutation (contract.md, Limits; I-3). */
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import type { Limits } from "../limits/limits.js";
import type { InputPath } from "./request-error.js";

/** Mutations of which one document may ask for one field at most. */
const WEIGHTY: ReadonlySet<string> = new Set([
  "addAgreement",
  "purchaseIncident",
  "createRequest",
  "createGeneralQuestion",
  "shareRequest",
]);

// Thrown errors become status 500 in the server's pipeline; reported ones are validation errors.
const reported = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError): void => context?.reportError(error)],
};

const listsOf =
  (limit: number): ValidationRule =>
  (context) => ({
    ListValue(node) {
      if (node.values.length > limit)
        context.reportError(new GraphQLError(`A list holds at most ${limit} items.`, { nodes: [node] }));
    },
  });

const oneWeightyMutation: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (node.operation !== OperationTypeNode.MUTATION) return;
    if (weightyFields(context, node.selectionSet, new Set()) > 1) {
      context.reportError(
        new GraphQLError(`A document asks for one of ${[...WEIGHTY].join(", ")} at most.`, { nodes: [node] }),
      );
    }
  },
});

const weightyFields = (context: ValidationContext, selections: SelectionSetNode, open: ReadonlySet<string>): number =>
  selections.selections.reduce((count, node) => {
    if (node.kind === Kind.FIELD) return count + (WEIGHTY.has(node.name.value) ? 1 : 0);
    if (node.kind === Kind.INLINE_FRAGMENT) return count + weightyFields(context, node.selectionSet, open);
    const name = node.name.value;
    const fragment = context.getFragment(name);
    // A fragment within itself is refused by GraphQL's own rules.
    return !fragment || open.has(name)
      ? count
      : count + weightyFields(context, fragment.selectionSet, new Set([...open, name]));
  }, 0);

export const staticLimits = (limits: Limits): ValidationRule[] => [
  // Fragments structure a document, they do not deepen its answer.
  maxDepthRule({ n: limits.documentDepth, flattenFragments: true, ...reported }) as unknown as ValidationRule,
  maxAliasesRule({ n: limits.documentAliases, allowList: [], ...reported }) as unknown as ValidationRule,
  maxDirectivesRule({ n: limits.documentDirectives, ...reported }) as unknown as ValidationRule,
  listsOf(limits.listInput),
  oneWeightyMutation,
];

/** Where in the variables a list is longer than allowed, at any depth; null when none is. */
export const longListIn = (value: unknown, limit: number, path: InputPath = []): InputPath | null => {
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value) && value.length > limit) return path;
  for (const [step, item] of Object.entries(value)) {
    const found = longListIn(item, limit, [...path, Array.isArray(value) ? Number(step) : step]);
    if (found !== null) return found;
  }
  return null;
};
