/** From which side a request is looked at: support reads the same states in words of its own (F48, F52). */
import { createContext, useContext } from "react";
import type { RequestStatus } from "./requests.generated";

export const IsDeskContext = createContext(false);

/** True where an engineer works on the request. */
export const useIsDesk = (): boolean => useContext(IsDeskContext);

/** `useStatusId()(status)`: the id of the message for it. */
export function useStatusId(): (status: RequestStatus) => string {
  const isDesk = useIsDesk();
  return (status) => `${isDesk ? "workspace" : "requests"}.status.${status}`;
}
