import { describe, expect, it } from "vitest";
import { accountOf, demo } from "../../testing/seed-world.js";
import type { Account } from "../account/account.js";
import { changeStatus } from "./request-status.js";
import type { RequestContact } from "./support-request.js";
import {
  canSee,
  isOwnContact,
  mayAddContact,
  mayRemoveContact,
  removableContactIds,
  viewerRole,
} from "./visibility.js";

const contact = (id: string, changes: Partial<RequestContact> = {}): RequestContact => ({
  id,
  requestId: "req_1",
  role: "ADDITIONAL",
  accountId: null,
  givenName: "A",
  familyName: "B",
  email: `${id}@x.example`,
  phone: null,
  preferredContactMethod: "EMAIL",
  removedAt: null,
  ...changes,
});
const person = (id: string, changes: Partial<Account> = {}): Account =>
  accountOf({ id: `acc_${id}`, email: `${id}@x.example`, ...changes });
const primary = contact("primary", { role: "PRIMARY", accountId: "acc_primary" });
const backup = contact("backup", { accountId: "acc_backup" });
const contacts = [primary, backup];
const request = { engineerId: "acc_engineer" };
const engineer = person("engineer", { roles: ["ENGINEER"] });

describe("who sees a request", () => {
  it("R31, R81, R83, R89, R94: primary and additional contacts, by account", () => {
    expect(viewerRole(person("primary"), contacts)).toBe("PRIMARY");
    expect(viewerRole(person("backup"), contacts)).toBe("ADDITIONAL");
    expect([person("primary"), person("backup")].every((viewer) => canSee(viewer, request, contacts))).toBe(true);
  });
  it("R88: a submitter who is no contact does not, open or closed", () => {
    expect(canSee(person("submitter"), request, contacts)).toBe(false);
  });
  it("R98: the engineer who owns it does; another engineer, a lead or an administrator does not", () => {
    expect(canSee(engineer, request, contacts)).toBe(true);
    for (const role of ["ENGINEER", "LEAD", "ADMINISTRATOR", "AUDITOR"] as const)
      expect(canSee(person("other", { roles: [role] }), request, contacts)).toBe(false);
    expect(canSee(person("engineer"), request, contacts)).toBe(false);
    expect(canSee(person("engineer", { roles: ["ENGINEER"] }), { engineerId: null }, contacts)).toBe(false);
  });
  it("E9: a contact's address gives sight to the account that has proven it, never by a bare match", () => {
    const invited = [primary, contact("new", { email: "new@x.example" })];
    expect(canSee(person("new", { email: "NEW@x.example" }), request, invited)).toBe(true);
    expect(canSee(person("new", { isEmailProven: false }), request, invited)).toBe(false);
  });
  it("R97: a removed contact sees nothing any more", () => {
    const removed = contact("backup", { accountId: "acc_backup", removedAt: 1 });
    expect(isOwnContact(person("backup"), removed)).toBe(false);
    expect(canSee(person("backup"), request, [primary, removed])).toBe(false);
  });
  it("E21: neither sight nor work asks for a plan: a request is served after its agreement has ended", () => {
    expect(canSee(person("primary"), { engineerId: null }, contacts)).toBe(true);
    expect(changeStatus({ status: "ASSIGNED" }, "IN_PROGRESS").ok).toBe(true);
  });
  it.each(demo.expectations.visibility)(
    "R88, R89, R94: what $user of the demo world sees",
    ({ user, sees, notSees }) => {
      const emailOf = (id: string) => demo.users.find((one) => one.id === id)?.email ?? "";
      const sight = (requestId: string): boolean => {
        const one = demo.requests.find((candidate) => candidate.id === requestId);
        const people = [one?.primaryContact ?? null, ...(one?.additionalContacts ?? [])].filter(
          (id): id is string => id !== null,
        );
        const rows = people.map((id, index) =>
          contact(id, { role: index === 0 ? "PRIMARY" : "ADDITIONAL", email: emailOf(id) }),
        );
        return canSee(accountOf({ id: user, email: emailOf(user) }), { engineerId: one?.owner ?? null }, rows);
      };
      expect(sees.map(sight)).toEqual(sees.map(() => true));
      expect(notSees.map(sight)).toEqual(notSees.map(() => false));
    },
  );
});

describe("who adds and removes contacts", () => {
  it("R93, R95, R96, R97: contacts and the owner engineer add; nobody else", () => {
    for (const viewer of [person("primary"), person("backup"), engineer])
      expect(mayAddContact(viewer, request, contacts)).toBe(true);
    expect(mayAddContact(person("stranger"), request, contacts)).toBe(false);
  });
  const remove = (account: Account, contactId: string, newPrimaryContactId: string | null = null, rows = contacts) => {
    const result = mayRemoveContact({ account, request, contacts: rows, contactId, newPrimaryContactId });
    return result.ok ? result.value : result.refusals[0]?.code;
  };
  it("R97: the owner engineer removes others, customers do not", () => {
    expect(remove(engineer, "backup")).toEqual({
      removedContactId: "backup",
      newPrimaryContactId: null,
      isLeaving: false,
    });
    expect(remove(person("primary"), "backup")).toBe("CONTACT_REMOVAL_NOT_ALLOWED");
    expect(remove(person("stranger"), "backup")).toBe("CONTACT_REMOVAL_NOT_ALLOWED");
    expect(remove(engineer, "con_nothing")).toBe("CONTACT_REMOVAL_NOT_ALLOWED");
  });
  it("R97: oneself always, but never the last contact", () => {
    expect(remove(person("backup"), "backup")).toEqual({
      removedContactId: "backup",
      newPrimaryContactId: null,
      isLeaving: true,
    });
    expect(remove(person("primary"), "primary", null, [primary])).toBe("PRIMARY_CONTACT_REQUIRED");
    expect(remove(engineer, "primary", "backup", [primary, { ...backup, removedAt: 5 }])).toBe(
      "PRIMARY_CONTACT_REQUIRED",
    );
  });
  it("E10: removing the primary needs a successor among the contacts", () => {
    for (const successor of [null, "primary", "con_nothing"])
      expect(remove(engineer, "primary", successor)).toBe("PRIMARY_CONTACT_REQUIRED");
    expect(remove(engineer, "primary", "backup")).toEqual({
      removedContactId: "primary",
      newPrimaryContactId: "backup",
      isLeaving: false,
    });
    expect(remove(person("primary"), "primary", "backup")).toEqual({
      removedContactId: "primary",
      newPrimaryContactId: "backup",
      isLeaving: true,
    });
  });
  it("R97: the buttons shown are the removals allowed", () => {
    expect(removableContactIds(engineer, request, contacts)).toEqual(["primary", "backup"]);
    expect(removableContactIds(person("backup"), request, contacts)).toEqual(["backup"]);
    expect(removableContactIds(person("stranger"), request, contacts)).toEqual([]);
    expect(removableContactIds(person("primary"), request, [primary])).toEqual([]);
  });
});
