/** A list that the server gives page by page, as its page shows it. */
import { NetworkStatus } from "@apollo/client";
import { askAgain } from "../ask-again";

/** How such a list is asked for. */
export const PAGED = { fetchPolicy: "cache-and-network", notifyOnNetworkStatusChange: true } as const;

interface Connection<Node> {
  readonly totalCount: number | null;
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What of Apollo's answer is read. */
interface Answer<Data> {
  readonly data: Data | undefined;
  readonly previousData?: Data;
  readonly error?: unknown;
  readonly networkStatus: NetworkStatus;
  refetch(): Promise<unknown>;
  fetchMore(options: { variables: { after: string | null } }): Promise<unknown>;
}

export interface Pages<Node> {
  readonly nodes: readonly Node[];
  /** Undefined while nothing is there yet. */
  readonly totalCount: number | null | undefined;
  readonly hasMore: boolean;
  readonly error: unknown;
  /** What is shown was asked for before. */
  readonly isOld: boolean;
  readonly isFetchingMore: boolean;
  readonly refetch: () => Promise<unknown>;
  readonly more: () => void;
}

/** While another filter is asked for, what the last one found stays; an answer without `previousData` begins with nothing. */
export function readPages<Data, Node>(
  answer: Answer<Data>,
  connectionOf: (data: Data) => Connection<Node>,
): Pages<Node> {
  const { data: current, previousData, error, networkStatus, refetch, fetchMore } = answer;
  const data = current ?? (error === undefined ? previousData : undefined);
  const connection = data === undefined ? undefined : connectionOf(data);
  return {
    nodes: connection?.edges.map(({ node }) => node) ?? [],
    totalCount: connection?.totalCount,
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    error,
    isOld: current === undefined,
    isFetchingMore: networkStatus === NetworkStatus.fetchMore,
    refetch,
    more: () => void askAgain(() => fetchMore({ variables: { after: connection?.pageInfo.endCursor ?? null } })),
  };
}
