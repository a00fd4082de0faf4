/** Which part of the queue is shown; it lives in the address, so that it can be kept, shared and gone back to (F41, F52). */
import { QUEUE_VIEWS, type QueueViewName, SEVERITIES } from "@accord/domain";
import type { QueueFilter, RequestStatus, Severity, WorkspaceOverviewQuery } from "./workspace.generated";

export type SavedView = WorkspaceOverviewQuery["workspace"]["savedViews"][number];

export const STATUSES = [
  "NEW",
  "ASSIGNED",
  "IN_PROGRESS",
  "WAITING_FOR_CUSTOMER",
  "WAITING_FOR_VENDOR",
  "SOLVED",
] as const satisfies readonly RequestStatus[];
export const BUILT_IN = ["unassigned", "mine", "late", "all"] as const satisfies readonly QueueViewName[];

export interface QueueView {
  /** One of the built-in views, or the id of a saved one. */
  readonly key: string;
  readonly severity: Severity | null;
  readonly status: RequestStatus | null;
  readonly teamId: string | null;
  readonly search: string;
}

/** What the address asks for. */
export function viewOf(address: URLSearchParams): QueueView {
  return {
    key: address.get("view") ?? "unassigned",
    severity: SEVERITIES.find((one) => one === address.get("severity")) ?? null,
    status: STATUSES.find((one) => one === address.get("status")) ?? null,
    teamId: address.get("team"),
    search: address.get("q") ?? "",
  };
}

/** The address of a view, with its question mark; what is usual is left out. */
export function addressOf(view: QueueView): string {
  const address = new URLSearchParams();
  if (view.key !== "unassigned") address.set("view", view.key);
  if (view.severity !== null) address.set("severity", view.severity);
  if (view.status !== null) address.set("status", view.status);
  if (view.teamId !== null) address.set("team", view.teamId);
  if (view.search !== "") address.set("q", view.search);
  return address.size === 0 ? "" : `?${address}`;
}

/** What the server is asked for; what a saved view keeps as null asks for nothing. */
export function variablesOf(view: QueueView, saved: readonly SavedView[]): { filter: QueueFilter; search?: string } {
  const kept = saved.find((one) => one.id === view.key);
  const builtIn = BUILT_IN.find((one) => one === view.key) ?? "unassigned";
  const filter = kept === undefined ? QUEUE_VIEWS[builtIn] : withoutNulls(kept.filter);
  const search = view.search || kept?.search || "";
  return {
    filter: {
      ...filter,
      ...(view.severity === null ? {} : { severities: [view.severity] }),
      ...(view.status === null ? {} : { statuses: [view.status] }),
      ...(view.teamId === null ? {} : { teamIds: [view.teamId] }),
    },
    ...(search === "" ? {} : { search }),
  };
}

function withoutNulls({ __typename, ...filter }: SavedView["filter"]): QueueFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
}
