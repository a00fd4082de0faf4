/** The list of one view of the queue: page by page, and anew as far as it was shown whenever something changes (F41, F52, F76). */

import type { ApolloClient } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useCallback, useRef } from "react";
import { PAGED, readPages } from "../../lib/list/read-pages";
import { useLive } from "../../lib/live";
import {
  QueueChangedDocument,
  QueueDocument,
  QueueItemPageDocument,
  type QueueQuery,
  type QueueQueryVariables,
  WorkspaceOverviewDocument,
} from "./workspace.generated";

/** The most the server gives at once. */
const PAGE_MAX = 100;

const pageOf = async (client: ApolloClient, variables: QueueQueryVariables): Promise<QueueQuery["queue"] | undefined> =>
  (await client.query({ query: QueueDocument, variables, fetchPolicy: "network-only" })).data?.queue;

/** `openId`: the request that is open beside the list. `skip`: what is asked for is not known yet. */
export function useQueue(
  variables: Pick<QueueQueryVariables, "filter" | "search">,
  openId: string | null,
  skip: boolean,
) {
  const client = useApolloClient();
  const answer = useQuery(QueueDocument, { variables, ...PAGED, skip });
  // What another view shows is not this one's.
  const pages = readPages({ ...answer, previousData: undefined }, (data) => data.queue);
  const asked = useRef({ isUnderway: false, isAgain: false });
  const latest = useRef({ variables, shown: 0, skip });
  latest.current = { variables, shown: pages.nodes.length, skip };

  /** What "show more" had brought stays shown. */
  const askForAll = useCallback(async (): Promise<void> => {
    const { variables: wanted, shown, skip: isUnknown } = latest.current;
    if (isUnknown) return;
    let after: string | null = null;
    for (let left = Math.max(shown, 1); left > 0; ) {
      const first = Math.min(PAGE_MAX, Math.max(left, 25));
      const variables = { ...wanted, first, ...(after === null ? {} : { after }) };
      const queue = await pageOf(client, variables);
      if (queue === undefined || !queue.pageInfo.hasNextPage) return;
      left -= queue.edges.length;
      after = queue.pageInfo.endCursor;
    }
  }, [client]);

  const again = useCallback(async (): Promise<void> => {
    // Many changes at once are one question.
    if (asked.current.isUnderway) asked.current.isAgain = true;
    if (asked.current.isUnderway) return;
    asked.current.isUnderway = true;
    try {
      do {
        asked.current.isAgain = false;
        await Promise.all([askForAll(), client.refetchQueries({ include: [WorkspaceOverviewDocument] })]);
      } while (asked.current.isAgain);
    } catch {
      // The next event, or the next visit, asks again.
    } finally {
      asked.current.isUnderway = false;
    }
  }, [askForAll, client]);

  const openAgain = (): void => {
    if (openId !== null) void client.refetchQueries({ include: [QueueItemPageDocument] });
  };
  useLive({
    document: QueueChangedDocument,
    variables: {},
    onEvent: ({ queueChanged }) => {
      if (queueChanged.requestId === null || queueChanged.requestId === openId) openAgain();
      void again();
    },
    refetch: () => {
      openAgain();
      return again();
    },
  });
  return { ...pages, again };
}
