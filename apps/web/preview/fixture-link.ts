/** An end of the line without a server: runs every operation against the committed SDL over plain objects, so a wrong field fails. */

import sdl from "@accord/schema/schema.graphql?raw";
import { ApolloLink, Observable } from "@apollo/client";
import { buildSchema, type ExecutionResult, execute, GraphQLError, OperationTypeNode, validate } from "graphql";

/** Root fields by name: a value, or a function of the arguments. Objects of an interface or union carry `__typename`. */
export type World = Readonly<Record<string, unknown>>;

const schema = buildSchema(sdl);

/** Answers after `delayMs`; every call is told to `onOperation`. */
export function createFixtureLink(
  world: World,
  options: {
    delayMs?: number;
    onOperation?: (name: string, variables: Record<string, unknown>) => void;
    /** Is handed the end of every subscription; nothing ever comes over one. */
    onSubscription?: (end: () => void) => void;
  } = {},
): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        options.onOperation?.(operation.operationName ?? "", operation.variables);
        if (operation.operationType === OperationTypeNode.SUBSCRIPTION)
          return void options.onSubscription?.(() => observer.complete());
        const errors = validate(schema, operation.query);
        const answer: ExecutionResult | Promise<ExecutionResult> =
          errors.length > 0
            ? { errors }
            : execute({ schema, document: operation.query, rootValue: world, variableValues: operation.variables });
        const timer = setTimeout(() => {
          void Promise.resolve(answer).then((result) => {
            // Plain JSON, as it comes over the wire.
            observer.next(JSON.parse(JSON.stringify(result)));
            observer.complete();
          });
        }, options.delayMs ?? 0);
        return () => clearTimeout(timer);
      }),
  );
}

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
