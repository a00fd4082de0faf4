/** What answers are made of in a world of plain objects, in the browser and beside it. */

import { GraphQLError } from "graphql";

/** Root fields by name: a value, or a function of the arguments. Objects of an interface or union carry `__typename`. */
export type World = Readonly<Record<string, unknown>>;

/** A top-level error as the server sends it. */
export const topLevelError = (code: string, retryAfter?: number): GraphQLError =>
  new GraphQLError(code, { extensions: { code, requestId: "req-1", retryable: false, retryAfter } });

/** A timeline as the server gives it: newest first, a cursor that stays with its entry. */
export function timelineOf<Entry extends { readonly id: string }>(entries: readonly Entry[]) {
  const nodes = entries.toReversed();
  return ({ after, first = 20 }: { after?: string | null; first?: number }) => {
    const start = nodes.findIndex((node) => node.id === after) + 1;
    const page = nodes.slice(start, start + first);
    return {
      nodes: page,
      edges: page.map((node) => ({ cursor: node.id, node })),
      pageInfo: {
        hasNextPage: start + page.length < nodes.length,
        hasPreviousPage: start > 0,
        startCursor: page[0]?.id ?? null,
        endCursor: page.at(-1)?.id ?? null,
      },
    };
  };
}

/** A Relay connection of these nodes: the first page ends after `pageSize`. */
export function connectionOf<Node>(nodes: readonly Node[], pageSize = 100) {
  return ({ after, first = pageSize }: { after?: string | null; first?: number }) => {
    const start = after == null ? 0 : Number(after);
    const page = nodes.slice(start, start + Math.min(first, pageSize));
    const end = start + page.length;
    return {
      totalCount: nodes.length,
      nodes: page,
      edges: page.map((node, index) => ({ cursor: String(start + index + 1), node })),
      pageInfo: {
        hasNextPage: end < nodes.length,
        hasPreviousPage: start > 0,
        startCursor: String(start),
        endCursor: String(end),
      },
    };
  };
}
