/** The filters of the list live in the address, so that a view can be kept, shared and gone back to. */
import { SEVERITIES } from "@accord/domain";
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { ContactRole, RequestFilter, RequestStatus, Severity, Turn } from "./requests.generated";

export const OPEN_STATUSES = [
  "NEW",
  "ASSIGNED",
  "IN_PROGRESS",
  "WAITING_FOR_CUSTOMER",
  "WAITING_FOR_VENDOR",
  "SOLVED",
] as const satisfies readonly RequestStatus[];
export const TURNS = ["CUSTOMER", "SUPPORT", "NOBODY"] as const satisfies readonly Turn[];
export const ROLES = ["PRIMARY", "ADDITIONAL"] as const satisfies readonly ContactRole[];

export interface ListView {
  readonly isOpen: boolean;
  readonly search: string;
  readonly status: RequestStatus | null;
  readonly severity: Severity | null;
  readonly turn: Turn | null;
  readonly role: ContactRole | null;
}

const oneOf = <Value extends string>(allowed: readonly Value[], text: string | null): Value | null =>
  allowed.find((value) => value === text) ?? null;

/** What the address asks for; what it does not know is as if it were not there. */
export function viewFromAddress(params: URLSearchParams): ListView {
  const isOpen = params.get("view") !== "closed";
  return {
    isOpen,
    search: params.get("q")?.slice(0, 200) ?? "",
    status: isOpen ? oneOf(OPEN_STATUSES, params.get("status")) : null,
    severity: oneOf(SEVERITIES, params.get("severity")),
    turn: isOpen ? oneOf(TURNS, params.get("turn")) : null,
    role: oneOf(ROLES, params.get("role")),
  };
}

export function addressOfView(view: ListView): string {
  const params = new URLSearchParams();
  if (!view.isOpen) params.set("view", "closed");
  if (view.search.trim() !== "") params.set("q", view.search.trim());
  for (const name of ["status", "severity", "turn", "role"] as const) {
    const value = view[name];
    if (value !== null) params.set(name, value);
  }
  return params.toString();
}

export const isNarrowed = (view: ListView): boolean =>
  view.search.trim() !== "" ||
  view.status !== null ||
  view.severity !== null ||
  view.turn !== null ||
  view.role !== null;

/** The same as the API takes it. */
export function filterOfView(view: ListView): RequestFilter {
  return {
    isOpen: view.isOpen,
    ...(view.search.trim() === "" ? {} : { search: view.search.trim() }),
    ...(view.status === null ? {} : { statuses: [view.status] }),
    ...(view.severity === null ? {} : { severities: [view.severity] }),
    ...(view.turn === null ? {} : { turn: view.turn }),
    ...(view.role === null ? {} : { role: view.role }),
  };
}

export function useListView(): readonly [ListView, (patch: Partial<ListView>) => void] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewFromAddress(params), [params]);
  const change = useCallback(
    (patch: Partial<ListView>) =>
      setParams((now) => new URLSearchParams(addressOfView({ ...viewFromAddress(now), ...patch })), {
        replace: true,
        preventScrollReset: true,
      }),
    [setParams],
  );
  return [view, change];
}
