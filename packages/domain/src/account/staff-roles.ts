/** Giving and taking staff roles: somebody is always left who can give them (F60). */
import { accept, type Result, refuse } from "../shared/result.js";
import { STAFF_ROLES, type StaffRole } from "./account.js";

export interface RoleChange {
  /** What the account has from now on, in the order of the roles. */
  readonly roles: readonly StaffRole[];
  readonly granted: readonly StaffRole[];
  readonly revoked: readonly StaffRole[];
}

/** `administrators`: how many accounts have that role now, this one included. */
export const decideRoles = (
  current: readonly StaffRole[],
  wanted: readonly StaffRole[],
  administrators: number,
): Result<RoleChange, "LAST_ADMINISTRATOR"> => {
  const roles = STAFF_ROLES.filter((role) => wanted.includes(role));
  const granted = roles.filter((role) => !current.includes(role));
  const revoked = STAFF_ROLES.filter((role) => current.includes(role) && !roles.includes(role));
  if (revoked.includes("ADMINISTRATOR") && administrators <= 1) return refuse("LAST_ADMINISTRATOR", ["roles"]);
  return accept({ roles, granted, revoked });
};
