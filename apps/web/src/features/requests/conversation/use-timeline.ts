/** The whole timeline of a request: its pages one after the other, then whatever is added (R90, R91, F76). */
import { useQuery } from "@apollo/client/react";
import { useCallback, useEffect, useRef } from "react";
import { useLive } from "../../../lib/live";
import { CommunicationAddedDocument } from "../live.generated";
import { type ConversationEntryFragment, RequestTimelineDocument } from "../request-page.generated";

const NONE: readonly ConversationEntryFragment[] = [];

export interface Timeline {
  readonly entries: readonly ConversationEntryFragment[];
  /** False while pages are still on their way. */
  readonly isComplete: boolean;
  readonly error: unknown;
  /** Asks for what came after the last known entry. */
  readonly loadNewer: () => Promise<void>;
}

export function useTimeline(requestId: string): Timeline {
  const { data, error, fetchMore } = useQuery(RequestTimelineDocument, {
    variables: { id: requestId },
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  const timeline = data?.request.timeline;
  const { hasNextPage = false, endCursor = null } = timeline?.pageInfo ?? {};
  const isLoading = useRef(false);

  const loadNewer = useCallback(async (): Promise<void> => {
    if (isLoading.current) return;
    isLoading.current = true;
    try {
      await fetchMore({ variables: { after: endCursor } });
    } catch {
      // The next event, or the next visit, asks again.
    } finally {
      isLoading.current = false;
    }
  }, [fetchMore, endCursor]);

  useEffect(() => {
    if (hasNextPage) void loadNewer();
  }, [hasNextPage, loadNewer]);
  useLive({
    document: CommunicationAddedDocument,
    variables: { requestId },
    isPaused: timeline === undefined,
    onEvent: () => void loadNewer(),
    refetch: loadNewer,
  });

  return {
    entries: timeline?.edges.map((edge) => edge.node) ?? NONE,
    isComplete: timeline !== undefined && !hasNextPage,
    error: timeline === undefined ? error : undefined,
    loadNewer,
  };
}
