import { describe, expect, it } from "vitest";
import { decideMailAnswer, decideMarkAsMessage, mayMarkAsMessage } from "./mail-answer.js";
import { REQUEST_STATUSES, type RequestContact } from "./support-request.js";

const person = (id: string, roles: readonly "ENGINEER"[] = []) => ({
  id,
  email: `${id}@x.example`,
  isEmailProven: true,
  roles,
});
const contacts = [
  { accountId: "ana", removedAt: null, email: "ana@x.example", role: "PRIMARY" },
] as unknown as RequestContact[];

describe("F50: what comes by mail", () => {
  it("F48: an answer takes a waiting request back to support, whatever could be read of it; a closed one takes none", () => {
    expect(decideMailAnswer({ status: "WAITING_FOR_CUSTOMER", firstRespondedAt: 1 })).toMatchObject({
      value: { status: "IN_PROGRESS" },
    });
    expect(decideMailAnswer({ status: "WAITING_FOR_CUSTOMER", firstRespondedAt: null })).toMatchObject({
      value: { status: "ASSIGNED" },
    });
    expect(decideMailAnswer({ status: "NEW", firstRespondedAt: null })).toMatchObject({ value: { status: null } });
    expect(decideMailAnswer({ status: "CLOSED", firstRespondedAt: 1 })).toMatchObject({
      refusals: [{ code: "REQUEST_CLOSED" }],
    });
  });

  it("an automatic reply becomes a message once, in an open request", () => {
    const note = { kind: "AUTO_REPLY" } as const;
    for (const status of REQUEST_STATUSES)
      expect(decideMarkAsMessage(note, { status, firstRespondedAt: 1 }).ok, status).toBe(status !== "CLOSED");
    expect(decideMarkAsMessage({ kind: "REPLY" }, { status: "NEW", firstRespondedAt: null })).toMatchObject({
      refusals: [{ code: "ALREADY_A_MESSAGE" }],
    });
  });

  it("whoever acts in the request may say so, nobody else, and of nothing else", () => {
    const request = { status: "IN_PROGRESS", engineerId: "eng" } as const;
    const note = { kind: "AUTO_REPLY" } as const;
    expect(mayMarkAsMessage(person("ana"), request, contacts, note)).toBe(true);
    expect(mayMarkAsMessage(person("eng", ["ENGINEER"]), request, contacts, note)).toBe(true);
    expect(mayMarkAsMessage(person("bob", ["ENGINEER"]), request, contacts, note)).toBe(false);
    expect(mayMarkAsMessage(person("ana"), { ...request, status: "CLOSED" }, contacts, note)).toBe(false);
    expect(mayMarkAsMessage(person("ana"), request, contacts, { kind: "REPLY" })).toBe(false);
  });
});
