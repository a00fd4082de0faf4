/** Marks notices as read and asks for what is left. */

import { useCallback } from "react";
import { useBackgroundMutation } from "../../lib/commands/use-background-mutation";
import { MarkNoticesReadDocument, NoticesDocument, UnreadNoticesDocument } from "./notices.generated";

/** `ids` of notices, or "all". A failure changes nothing: they stay unread and are marked another time. */
export function useMarkRead(): (ids: readonly string[] | "all") => void {
  const mark = useBackgroundMutation(MarkNoticesReadDocument, {
    refetchQueries: [UnreadNoticesDocument, NoticesDocument],
  });
  return useCallback(
    (ids) => {
      const input = ids === "all" ? { isAll: true } : { ids: [...ids] };
      mark({ input }).catch(() => undefined);
    },
    [mark],
  );
}
