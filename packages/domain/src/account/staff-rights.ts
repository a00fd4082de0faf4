/** What each staff role may do: the one matrix that policies, pages and downloads read (F52, F60). */
import type { Account, StaffRole } from "./account.js";

export const STAFF_RIGHT_NAMES = [
  "SEE_QUEUE",
  "WORK_REQUESTS",
  "LEAD_REQUESTS",
  "REASSIGN_REQUESTS",
  "MANAGE_TEAMS",
  "READ_AGREEMENTS",
  "MANAGE_AGREEMENTS",
  "READ_ACCOUNTS",
  "MANAGE_STAFF",
  "MANAGE_SESSIONS",
  "READ_PACKS",
  "LOAD_PACKS",
  "READ_OVERVIEW",
  "READ_AUDIT",
  "READ_MAIL",
  "REFUND_PURCHASES",
  "MANAGE_ARTICLES",
] as const;
export type StaffRight = (typeof STAFF_RIGHT_NAMES)[number];

/** A role has what its row lists and nothing else; several roles add up. */
export const STAFF_RIGHTS: Readonly<Record<StaffRole, readonly StaffRight[]>> = {
  ENGINEER: ["SEE_QUEUE", "WORK_REQUESTS"],
  LEAD: ["SEE_QUEUE", "WORK_REQUESTS", "LEAD_REQUESTS", "REASSIGN_REQUESTS", "READ_AGREEMENTS", "READ_OVERVIEW"],
  // Everything but the work on requests itself: what customers wrote is not an administrator's to read.
  ADMINISTRATOR: STAFF_RIGHT_NAMES.filter((right) => right !== "WORK_REQUESTS" && right !== "LEAD_REQUESTS"),
  // Reads all of administration and changes none of it; mails carry one-time links, whose use is a change.
  AUDITOR: ["READ_AGREEMENTS", "READ_ACCOUNTS", "READ_PACKS", "READ_OVERVIEW", "READ_AUDIT"],
};

export const mayStaff = (roles: Account["roles"], right: StaffRight): boolean =>
  roles.some((role) => STAFF_RIGHTS[role].includes(right));

/** In the order of the matrix. */
export const staffRightsOf = (roles: Account["roles"]): StaffRight[] =>
  STAFF_RIGHT_NAMES.filter((right) => mayStaff(roles, right));
