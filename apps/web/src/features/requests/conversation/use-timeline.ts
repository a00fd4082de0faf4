/** The timeline of a request: its newest entries, older ones page by page, and whatever is added (R90, R91, F76). */
import { NetworkStatus } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useCallback, useMemo, useRef } from "react";
import { useLive } from "../../../lib/live";
import { CommunicationAddedDocument } from "../live.generated";
import { RequestTimelineDocument } from "../request-page.generated";
import { type TimelineItem, timelineItem } from "./timeline-item";

export interface Timeline {
  /** Oldest first, as they are read; null until they are there. */
  readonly entries: readonly TimelineItem[] | null;
  readonly hasOlder: boolean;
  readonly isLoadingOlder: boolean;
  readonly error: unknown;
  readonly loadOlder: () => void;
  /** Asks for what came after the last known entry. */
  readonly loadNewer: () => Promise<void>;
}

export function useTimeline(requestId: string): Timeline {
  const client = useApolloClient();
  const { data, error, fetchMore, networkStatus } = useQuery(RequestTimelineDocument, {
    variables: { id: requestId },
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const timeline = data?.request.timeline;
  const asked = useRef({ isUnderway: false, isAgain: false, isOlder: false });

  const loadNewer = useCallback(async (): Promise<void> => {
    // What happens while an answer is on its way may not be in it.
    if (asked.current.isUnderway) asked.current.isAgain = true;
    if (asked.current.isUnderway) return;
    asked.current.isUnderway = true;
    try {
      do {
        asked.current.isAgain = false;
        await client.query({
          query: RequestTimelineDocument,
          variables: { id: requestId },
          fetchPolicy: "network-only",
        });
      } while (asked.current.isAgain);
    } catch {
      // The next event, or the next visit, asks again.
    } finally {
      asked.current.isUnderway = false;
    }
  }, [client, requestId]);
  useLive({
    document: CommunicationAddedDocument,
    variables: { requestId },
    onEvent: () => void loadNewer(),
    refetch: loadNewer,
  });

  const endCursor = timeline?.pageInfo.endCursor ?? null;
  const loadOlder = (): void => {
    asked.current.isOlder = true;
    void fetchMore({ variables: { after: endCursor } })
      .catch(() => undefined)
      .finally(() => {
        asked.current.isOlder = false;
      });
  };
  const entries = useMemo(() => timeline?.edges.map(({ node }) => timelineItem(node)).reverse() ?? null, [timeline]);
  return {
    entries,
    hasOlder: timeline?.pageInfo.hasNextPage ?? false,
    isLoadingOlder: networkStatus === NetworkStatus.fetchMore && asked.current.isOlder,
    error: timeline === undefined ? error : undefined,
    loadOlder,
    loadNewer,
  };
}
