/** The matrix of staff rights, cell by cell (F52, F60). */
import { describe, expect, it } from "vitest";
import { STAFF_ROLES, type StaffRole } from "./account.js";
import { capabilitiesOf } from "./capabilities.js";
import { mayStaff, STAFF_RIGHT_NAMES, type StaffRight, staffRightsOf } from "./staff-rights.js";

/** E engineer, L lead, A administrator, U auditor. Written a second time on purpose: a changed cell must be changed twice. */
const EXPECTED: Readonly<Record<StaffRight, string>> = {
  SEE_QUEUE: "ELA",
  WORK_REQUESTS: "EL",
  LEAD_REQUESTS: "L",
  REASSIGN_REQUESTS: "LA",
  MANAGE_TEAMS: "A",
  READ_AGREEMENTS: "LAU",
  MANAGE_AGREEMENTS: "A",
  READ_ACCOUNTS: "AU",
  MANAGE_STAFF: "A",
  MANAGE_SESSIONS: "A",
  READ_PACKS: "AU",
  LOAD_PACKS: "A",
  MANAGE_ARTICLES: "A",
  READ_OVERVIEW: "LAU",
  READ_AUDIT: "AU",
  READ_MAIL: "A",
  REFUND_PURCHASES: "A",
};
const LETTER: Readonly<Record<StaffRole, string>> = { ENGINEER: "E", LEAD: "L", ADMINISTRATOR: "A", AUDITOR: "U" };

describe("staff rights", () => {
  it.each(STAFF_RIGHT_NAMES.flatMap((right) => STAFF_ROLES.map((role) => [role, right] as const)))(
    "F60: %s and %s",
    (role, right) => {
      expect(mayStaff([role], right)).toBe(EXPECTED[right].includes(LETTER[role]));
    },
  );

  it("F60: nobody without a role has a right, and roles add up", () => {
    expect(staffRightsOf([])).toEqual([]);
    const both = staffRightsOf(["AUDITOR", "ENGINEER"]);
    expect(both).toEqual(STAFF_RIGHT_NAMES.filter((right) => /[EU]/.test(EXPECTED[right])));
  });

  it("F60: an auditor changes nothing: every right of the role reads", () => {
    expect(staffRightsOf(["AUDITOR"]).filter((right) => !right.startsWith("READ_"))).toEqual([]);
  });

  it("F60: what the screens are told follows the matrix", () => {
    for (const role of STAFF_ROLES) {
      const account = { kind: "WORK", roles: [role], profile: null } as const;
      const { canWorkRequests, canAdminister } = capabilitiesOf(account);
      expect([canWorkRequests, canAdminister]).toEqual([
        mayStaff(account.roles, "WORK_REQUESTS"),
        mayStaff(account.roles, "MANAGE_AGREEMENTS"),
      ]);
    }
  });
});
