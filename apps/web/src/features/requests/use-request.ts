/** One request and what changes on it while the page is open (R90, F76). */

import { useQuery } from "@apollo/client/react";
import { askAgain } from "../../lib/ask-again";
import { useLive } from "../../lib/live";
import { RequestUpdatedDocument } from "./live.generated";
import { RequestPageDocument } from "./request-page.generated";

export function useRequest(requestId: string) {
  const result = useQuery(RequestPageDocument, { variables: { id: requestId }, fetchPolicy: "cache-and-network" });
  const { refetch } = result;
  useLive({
    document: RequestUpdatedDocument,
    variables: { requestId },
    refetch: () => askAgain(refetch),
  });
  return result;
}
