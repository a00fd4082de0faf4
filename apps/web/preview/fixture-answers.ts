/** What answers are made of in a world of plain objects, in the browser and beside it. */

import { defaultFieldResolver, GraphQLError, type GraphQLFieldResolver, getNamedType } from "graphql";

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

/** What fixtures call `id` of things that name another one. */
const NAMED: Readonly<Record<string, string>> = {
  AccountSummary: "accountId",
  CardSetup: "setupId",
  ChangedDraft: "draftId",
  ChangedPlan: "planId",
  DialogueAnswer: "answerId",
  DialogueStep: "stepId",
  IncidentOffer: "offerId",
  ManagedAccount: "accountId",
  ManagedAgreement: "planId",
  ManagedLedgerEntry: "entryId",
  QueueItem: "requestId",
  StaffMember: "accountId",
};

const NULL_WITH_ERROR = /Null with an error beside it/;
const isLookUp = ({ parentType, fieldName }: Parameters<typeof defaultFieldResolver>[3]): boolean =>
  NULL_WITH_ERROR.test(parentType.getFields()[fieldName]?.description ?? "");

/** Fixtures have one name for a thing, its slug where it has one; as the pages, which ask for `id: slug`. A list is the whole of its connection. */
export const resolveFixture: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const value = defaultFieldResolver(source, args, context, info);
  if (Array.isArray(value) && getNamedType(info.returnType).name.endsWith("Connection"))
    return connectionOf(value)(args);
  // As the server: what is looked up and not there is null with its error.
  if (value === undefined && isLookUp(info)) throw topLevelError("NOT_FOUND");
  const isItsName = info.fieldName === "slug" || info.fieldName === NAMED[info.parentType.name];
  return value === undefined && isItsName ? (source as { readonly id?: unknown }).id : value;
};
