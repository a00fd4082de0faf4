/** One request and what changes on it while the page is open (R90, F76). */
import { useQuery } from "@apollo/client/react";
import { useLive } from "../../lib/live";
import { RequestUpdatedDocument } from "./live.generated";
import { RequestPageDocument } from "./request-page.generated";

export function useRequest(requestId: string) {
  const result = useQuery(RequestPageDocument, { variables: { id: requestId }, fetchPolicy: "cache-and-network" });
  const { refetch } = result;
  useLive({
    document: RequestUpdatedDocument,
    variables: { requestId },
    // What cannot be asked for now is asked for another time; the page says what it misses itself.
    refetch: () => refetch().catch(() => undefined),
  });
  return result;
}
