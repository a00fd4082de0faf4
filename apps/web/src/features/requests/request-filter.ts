/** Which of one's requests are listed: the open or the closed ones, and what narrows them. */
import { CONTACT_ROLES, REQUEST_STATUSES, SEVERITIES, TURNS } from "@accord/domain";
import { useSearchParams } from "react-router";
import { type FilterState, TEXT, useAddressFilter } from "../../lib/list/address-filter";
import type { RequestFilter } from "./requests.generated";

const OPEN = {
  view: ["closed"],
  q: TEXT,
  turn: [...TURNS],
  status: REQUEST_STATUSES.filter((status) => status !== "CLOSED"),
  severity: SEVERITIES,
  role: CONTACT_ROLES,
};
/** What is closed waits for nobody. */
const CLOSED: typeof OPEN = { ...OPEN, turn: [], status: [] };

export interface RequestList extends FilterState<typeof OPEN> {
  readonly isOpen: boolean;
  /** What each of its filters can be. */
  readonly names: typeof OPEN;
}

export function useRequestList(): RequestList {
  const isOpen = useSearchParams()[0].get("view") !== "closed";
  const names = isOpen ? OPEN : CLOSED;
  return { isOpen, names, ...useAddressFilter(names) };
}

/** The same as the API takes it. */
export const filterOf = ({ isOpen, filter: { q, status, severity, turn, role } }: RequestList): RequestFilter => ({
  isOpen,
  search: q || undefined,
  statuses: status === "" ? undefined : [status],
  severities: severity === "" ? undefined : [severity],
  turn: turn || undefined,
  role: role || undefined,
});
