/** Who may do what with a request, for every status and every kind of viewer (R90, R96, R97, F42, F49, F51). */
import { describe, expect, it } from "vitest";
import { AS_OF, accountOf } from "../../testing/seed-world.js";
import type { Account } from "../account/account.js";
import { actionsFor, mayWriteNote, type RequestActions } from "./request-actions.js";
import { REQUEST_STATUSES, type RequestContact, type RequestStatus } from "./support-request.js";
import { partyOf } from "./visibility.js";

const DAY = 86_400_000;
const person = (id: string, changes: Partial<Account> = {}): Account =>
  accountOf({ id: `acc_${id}`, email: `${id}@x.example`, ...changes });
const contacts: RequestContact[] = [
  {
    id: "con_1",
    requestId: "req_1",
    role: "PRIMARY",
    accountId: "acc_contact",
    givenName: "A",
    familyName: "B",
    email: "contact@x.example",
    phone: null,
    preferredContactMethod: "EMAIL",
    removedAt: null,
  },
];
const contact = person("contact");
const engineer = person("engineer", { roles: ["ENGINEER"] });
const requestIn = (status: RequestStatus) => ({
  status,
  closedReason: status === "CLOSED" ? ("SOLVED" as const) : null,
  closedAt: status === "CLOSED" ? AS_OF : null,
  engineerId: status === "NEW" ? null : "acc_engineer",
});
const allowed = (viewer: Account, status: RequestStatus, now = AS_OF) => {
  const {
    reopenUntil: _until,
    editWindowMinutes: _minutes,
    ...actions
  } = actionsFor(viewer, requestIn(status), contacts, now);
  return Object.entries(actions)
    .filter(([, may]) => may)
    .map(([action]) => action as keyof RequestActions);
};

describe("what a viewer may do", () => {
  it("F49, F51: a contact, status by status", () => {
    const writing = ["reply", "close", "askSeverityChange"];
    expect(Object.fromEntries(REQUEST_STATUSES.map((status) => [status, allowed(contact, status)]))).toEqual({
      NEW: [...writing, "withdraw", "attach", "addContacts"],
      ASSIGNED: [...writing, "attach", "addContacts"],
      IN_PROGRESS: [...writing, "attach", "addContacts"],
      WAITING_FOR_CUSTOMER: [...writing, "attach", "addContacts"],
      WAITING_FOR_VENDOR: [...writing, "attach", "addContacts"],
      SOLVED: [...writing, "rate", "attach", "addContacts"],
      CLOSED: ["reopen", "rate", "addContacts"],
    });
  });
  it("R97, F42: the owner engineer writes and closes, but neither asks, withdraws nor rates", () => {
    expect(allowed(engineer, "SOLVED")).toEqual(["reply", "close", "attach", "addContacts"]);
    expect(allowed(engineer, "CLOSED")).toEqual(["reopen", "addContacts"]);
    const asContact = contacts.map((one) => ({ ...one, accountId: "acc_engineer" }));
    expect(partyOf(engineer, requestIn("ASSIGNED"), asContact)).toBe("ENGINEER");
  });
  it("R88: nobody else may do anything", () => {
    const strangers = [
      person("stranger"),
      person("colleague", { roles: ["ENGINEER"] }),
      person("lead", { roles: ["LEAD"] }),
    ];
    for (const viewer of strangers) {
      expect(partyOf(viewer, requestIn("ASSIGNED"), contacts)).toBeNull();
      for (const status of REQUEST_STATUSES) expect(allowed(viewer, status)).toEqual([]);
    }
    // The role went: the ownership alone opens nothing.
    expect(allowed(person("engineer"), "ASSIGNED")).toEqual([]);
  });
  it("F49: the window of reopening is told, and ends with it", () => {
    const closed = requestIn("CLOSED");
    expect(actionsFor(contact, closed, contacts, AS_OF).reopenUntil).toBe(AS_OF + 14 * DAY);
    expect(actionsFor(contact, closed, contacts, AS_OF + 14 * DAY)).toMatchObject({ reopen: false, reopenUntil: null });
    expect(actionsFor(contact, requestIn("NEW"), contacts, AS_OF)).toMatchObject({
      reopenUntil: null,
      editWindowMinutes: 15,
    });
  });
  it("F42: notes are the owner's and the routed team's", () => {
    const colleague = person("colleague", { roles: ["ENGINEER"] });
    const request = { engineerId: "acc_engineer", teamId: "tea_1" };
    expect(mayWriteNote(engineer, request, [])).toBe(true);
    expect(mayWriteNote(colleague, request, ["tea_1"])).toBe(true);
    expect(mayWriteNote(colleague, request, ["tea_2"])).toBe(false);
    expect(mayWriteNote(colleague, { ...request, teamId: null }, [])).toBe(false);
    expect(mayWriteNote(contact, request, ["tea_1"])).toBe(false);
  });
});
