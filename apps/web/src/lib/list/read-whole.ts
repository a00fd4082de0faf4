/** A list that the server gives page by page, asked for to its end: for what is chosen from, searched on the page or set as a whole. */
import { NetworkStatus, type OperationVariables } from "@apollo/client";
import type { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { askAgain } from "../ask-again";

/** How such a list is asked for. */
export const WHOLE = { fetchPolicy: "cache-and-network", notifyOnNetworkStatusChange: true } as const;

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every item, once the last page is there; undefined before. */
export function useWhole<Data, Variables extends OperationVariables, Node>(
  { data, error, networkStatus, fetchMore }: useQuery.Result<Data, Variables>,
  connectionOf: (data: Data) => Connection<Node>,
): readonly Node[] | undefined {
  const connection = data === undefined ? undefined : connectionOf(data as Data);
  const after = connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null;
  const isReady = networkStatus === NetworkStatus.ready && error === undefined;
  useEffect(() => {
    if (after === null || !isReady) return;
    void askAgain(() =>
      fetchMore({
        variables: { after } as unknown as Partial<Variables>,
        updateQuery: (before, { fetchMoreResult }) => joinPages(before as Data, fetchMoreResult),
      }),
    );
  }, [after, isReady, fetchMore]);
  return after === null ? connection?.nodes : undefined;
}

/** The later answer, its items behind those before. */
export function joinPages<Data>(before: Data, later: Data): Data {
  return joined(before, later) as Data;
}

function joined(before: unknown, later: unknown, name = ""): unknown {
  if (Array.isArray(before) && Array.isArray(later)) return name === "nodes" ? [...before, ...later] : later;
  if (!isObject(before) || !isObject(later)) return later;
  return Object.fromEntries(Object.entries(later).map(([key, value]) => [key, joined(before[key], value, key)]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
