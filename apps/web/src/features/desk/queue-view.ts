/** Which part of the queue is shown (F41, F52). */
import { QUEUE_VIEWS, type QueueViewName, REQUEST_STATUSES, SEVERITIES } from "@accord/domain";
import { type AddressFilter, type FilterState, TEXT } from "../../lib/list/address-filter";
import type { QueueFilter, WorkspaceOverviewQuery } from "./workspace.generated";

export type SavedView = WorkspaceOverviewQuery["workspace"]["savedViews"][number];

export const BUILT_IN = ["unassigned", "mine", "late", "all"] as const satisfies readonly QueueViewName[];
/** Shown where the address names none. */
const FIRST = "unassigned";

/** `view`: one of the built-in views, or the id of a saved one. */
export const QUEUE_NAMES = {
  view: TEXT,
  severity: SEVERITIES,
  status: REQUEST_STATUSES.filter((status) => status !== "CLOSED"),
  team: TEXT,
  q: TEXT,
};
export type QueueState = FilterState<typeof QUEUE_NAMES>;
type QueueAddress = AddressFilter<typeof QUEUE_NAMES>;

export const keyOfView = ({ view }: QueueAddress): string => view || FIRST;

/** What the address says of a view. */
export const namedView = (key: string): string => (key === FIRST ? "" : key);

/** What the server is asked for; what a saved view keeps as null asks for nothing. */
export function variablesOf(
  { view, severity, status, team, q }: QueueAddress,
  saved: readonly SavedView[],
): { filter: QueueFilter; search?: string } {
  const kept = saved.find((one) => one.id === view);
  const builtIn = BUILT_IN.find((one) => one === view) ?? FIRST;
  const filter = kept === undefined ? QUEUE_VIEWS[builtIn] : withoutNulls(kept.filter);
  const search = q || kept?.search || "";
  return {
    filter: {
      ...filter,
      ...(severity === "" ? {} : { severities: [severity] }),
      ...(status === "" ? {} : { statuses: [status] }),
      ...(team === "" ? {} : { teamIds: [team] }),
    },
    ...(search === "" ? {} : { search }),
  };
}

function withoutNulls({ __typename, ...filter }: SavedView["filter"]): QueueFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
}
