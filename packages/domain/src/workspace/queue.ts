/** The queue of the engineers: what it can be filtered by, and the views kept of it (F41, F52). */

import { FIRST_RESPONSE_STATES, type FirstResponseState } from "../request/first-response.js";
import type { RequestStatus, Severity, Turn } from "../request/support-request.js";
import { REQUEST_STATUSES, SEVERITIES, TURNS } from "../request/support-request.js";
import { accept, type Result, refuseAll } from "../shared/result.js";
import { checkText, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";

export const QUEUE_OWNERS = ["MINE", "UNASSIGNED", "OTHERS"] as const;
export type QueueOwner = (typeof QUEUE_OWNERS)[number];

/** All that it names must hold. Without statuses: what is open. */
export interface QueueFilter {
  readonly teamIds: readonly string[] | null;
  readonly owner: QueueOwner | null;
  readonly statuses: readonly RequestStatus[] | null;
  readonly severities: readonly Severity[] | null;
  readonly turn: Turn | null;
  readonly firstResponse: readonly FirstResponseState[] | null;
  readonly productId: string | null;
}

export const EVERYTHING_OPEN: QueueFilter = {
  teamIds: null,
  owner: null,
  statuses: null,
  severities: null,
  turn: null,
  firstResponse: null,
  productId: null,
};

/** The views that everybody has at the desk: the count beside a name and the list under it both come from here. */
export const QUEUE_VIEWS = {
  unassigned: { owner: "UNASSIGNED" },
  mine: { owner: "MINE" },
  late: { firstResponse: ["NEAR_BREACH", "BREACHED"] },
  all: {},
} as const satisfies Readonly<Record<string, Partial<QueueFilter>>>;
export type QueueViewName = keyof typeof QUEUE_VIEWS;

/** What only who sees more than an outline may ask for: another team's request must not be told by a filter it passes. */
export const asksForFacts = (filter: QueueFilter): boolean =>
  filter.statuses !== null || filter.turn !== null || filter.firstResponse !== null;

export interface SavedView {
  /** `vue_…` */
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly filter: QueueFilter;
  readonly search: string | null;
}

const VIEW_NAME = { ...TEXT_RULES.personName };
const SEARCH = { max: 200, isRequired: false, isMultiline: false };

/** Most views one account keeps. */
export const VIEW_LIMIT = 50;

export const decideView = (
  name: string,
  search: string | null,
): Result<{ readonly name: string; readonly search: string | null }, TextRefusalCode> => {
  const refusals = [...checkText(name, VIEW_NAME, ["name"]), ...checkText(search ?? "", SEARCH, ["search"])];
  if (refusals.length > 0) return refuseAll(refusals);
  return accept({ name: name.trim(), search: search === null || search.trim() === "" ? null : search.trim() });
};

/** A filter as it was kept: what this version does not know is left out. */
export const readFilter = (kept: Partial<Record<keyof QueueFilter, unknown>>): QueueFilter => ({
  teamIds: Array.isArray(kept.teamIds) ? kept.teamIds.filter((id) => typeof id === "string") : null,
  owner: QUEUE_OWNERS.find((owner) => owner === kept.owner) ?? null,
  statuses: known(REQUEST_STATUSES, kept.statuses),
  severities: known(SEVERITIES, kept.severities),
  turn: TURNS.find((turn) => turn === kept.turn) ?? null,
  firstResponse: known(FIRST_RESPONSE_STATES, kept.firstResponse),
  productId: typeof kept.productId === "string" ? kept.productId : null,
});

const known = <Code extends string>(codes: readonly Code[], kept: unknown): readonly Code[] | null =>
  Array.isArray(kept) ? codes.filter((code) => kept.includes(code)) : null;
