/** What staff see of a request that stands in the queue: all of it, its facts, or a bare outline (F52). */
import type { Account } from "../account/account.js";
import { isStaff } from "../account/capabilities.js";
import { mayStaff } from "../account/staff-rights.js";
import type { SupportRequest } from "../request/support-request.js";

/**
 * CONTENT: with title, description and evidence. FACTS: everything about it but what people wrote.
 * OUTLINE: id, product, severity, age, and who works on it.
 */
export const QUEUE_SIGHTS = ["CONTENT", "FACTS", "OUTLINE"] as const;
export type QueueSight = (typeof QUEUE_SIGHTS)[number];

type Viewer = Pick<Account, "id" | "roles">;
type Judged = Pick<SupportRequest, "engineerId"> & { readonly teamId: string | null };

/** Engineers and leads work requests; administrators look after them. */
export const mayUseWorkspace = (account: Pick<Account, "roles">): boolean => mayStaff(account.roles, "SEE_QUEUE");

export const isWorker = (account: Pick<Account, "roles">): boolean => mayStaff(account.roles, "WORK_REQUESTS");

export const isLead = (account: Pick<Account, "roles">): boolean => mayStaff(account.roles, "LEAD_REQUESTS");

/** Who may give a request to somebody else although it is not theirs. */
export const mayReassign = (account: Pick<Account, "roles">): boolean => mayStaff(account.roles, "REASSIGN_REQUESTS");

/** A worker of the team it is routed to; of any team where it is routed to none. */
const isOfItsTeam = (viewer: Viewer, { teamId }: Judged, teamIds: readonly string[]): boolean =>
  isWorker(viewer) && (teamId === null || teamIds.includes(teamId));

/** The routed team reads it until somebody owns it; then the owner does, and a lead. */
export const sightOf = (viewer: Viewer, request: Judged, teamIds: readonly string[]): QueueSight => {
  const isOwner = request.engineerId !== null && request.engineerId === viewer.id && isStaff(viewer);
  if (isOwner || isLead(viewer)) return "CONTENT";
  if (!isOfItsTeam(viewer, request, teamIds)) return "OUTLINE";
  return request.engineerId === null ? "CONTENT" : "FACTS";
};

/** Who may take it: its team, or a lead. */
export const mayTake = (viewer: Viewer, request: Judged, teamIds: readonly string[]): boolean =>
  isLead(viewer) || isOfItsTeam(viewer, request, teamIds);
