/** A request as its engineer has it, and what changes on it while it is open (F52, F53, F76). */

import { useQuery } from "@apollo/client/react";
import { askAgain } from "../../../lib/ask-again";
import { useLive } from "../../../lib/live";
import { RequestUpdatedDocument } from "../../requests";
import { DeskRequestDocument, type DeskRequestQuery } from "./desk.generated";

export type DeskRequest = DeskRequestQuery["request"];

export function useDeskRequest(requestId: string) {
  const result = useQuery(DeskRequestDocument, { variables: { id: requestId }, fetchPolicy: "cache-and-network" });
  const { refetch } = result;
  useLive({
    document: RequestUpdatedDocument,
    variables: { requestId },
    refetch: () => askAgain(refetch),
  });
  return result;
}
