/** Who works in the queue, and who enters requests for customers (F52, S20). */
const DESK: ReadonlySet<string> = new Set(["ENGINEER", "LEAD", "ADMINISTRATOR"]);

export const isAtDesk = (roles: readonly string[]): boolean => roles.some((role) => DESK.has(role));

export const mayEnterRequests = (roles: readonly string[]): boolean =>
  roles.includes("ENGINEER") || roles.includes("LEAD");
