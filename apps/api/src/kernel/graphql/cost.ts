/** Points of an operation, reckoned with its variables: an object 1, a leaf 0, a list as many times as it may be long (contract.md, Limits). */
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  Kind,
  visit,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity/cjs";
import { LRUCache } from "lru-cache";
import { capOf } from "./list-caps.js";

/** How long a list is reckoned at most, on its own and inside another object: its cap is what it never exceeds, not what is usual. */
const ROOT_LIST = 10;
const NESTED_LIST = 3;
const MUTATION = 10;
const REMEMBERED = 2000;

const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  const target = getNamedType(field.type);
  if (isLeafType(target) || target.name === "PageInfo") return 0;
  if (target.name.startsWith("__")) return type.name.startsWith("__") ? 0 : 1;
  const own = type.name === "Mutation" ? MUTATION : 0;
  if (target.name.endsWith("Connection")) return own + 1 + Number(args.last ?? args.first ?? 1) * childComplexity;
  // A page that is no connection: as long as was asked for, not of unknown length.
  if (!isListType(getNullableType(field.type)) && typeof args.first === "number")
    return own + 1 + Math.ceil((args.first / NESTED_LIST) * childComplexity);
  // The connection has multiplied already.
  const isPageList = type.name.endsWith("Connection");
  const usual = type.name === "Query" ? ROOT_LIST : NESTED_LIST;
  const times =
    !isListType(getNullableType(field.type)) || isPageList ? 1 : Math.min(capOf(field as never) ?? usual, usual);
  return own + times * (1 + childComplexity);
};

export interface CostQuestion {
  readonly document: DocumentNode;
  readonly documentHash: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Reckons costs and remembers them by document and by the variables that matter. */
export const createCostMeter = (schema: GraphQLSchema, maxNodes: number): ((question: CostQuestion) => number) => {
  const known = new LRUCache<string, number>({ max: REMEMBERED });
  const relevant = new LRUCache<string, readonly string[]>({ max: REMEMBERED });
  return ({ document, documentHash, operationName, variables }) => {
    const names = relevant.get(documentHash) ?? variablesThatMatter(document);
    relevant.set(documentHash, names);
    const key = `${documentHash} ${operationName ?? ""} ${JSON.stringify(names.map((name) => variables[name] ?? null))}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const cost = getComplexity({
      schema,
      query: document,
      variables: { ...variables },
      estimators: [estimate],
      maxQueryNodes: maxNodes,
      ...(operationName === null ? {} : { operationName }),
    });
    known.set(key, cost);
    return cost;
  };
};

/** Variables given to `first`, `last`, `skip` or `include`: the others change no cost. */
const variablesThatMatter = (document: DocumentNode): readonly string[] => {
  const names = new Set<string>();
  visit(document, {
    Argument(node) {
      if (["first", "last", "if"].includes(node.name.value) && node.value.kind === Kind.VARIABLE)
        names.add(node.value.name.value);
    },
  });
  return [...names];
};
