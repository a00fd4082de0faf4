import { describe, expect, it } from "vitest";
import type { RequestContact } from "../request/support-request.js";
import { TIMELINE_KINDS, type TimelineKind } from "../request/timeline.js";
import { decideMailOn, defaultMailOn, type NoticeKind } from "./notice.js";
import { type Audience, type Happening, isSubscribed, type MailTo, recipientsOf } from "./recipients.js";

const contact = (id: string, role: RequestContact["role"], accountId: string | null): RequestContact => ({
  id,
  requestId: "req_1",
  role,
  accountId,
  givenName: "Ana",
  familyName: "Pop",
  email: `${id}@example.com`,
  phone: null,
  preferredContactMethod: "EMAIL",
  removedAt: null,
});
const CONTACTS = [
  contact("con_p", "PRIMARY", "acc_p"),
  contact("con_a", "ADDITIONAL", "acc_a"),
  contact("con_n", "ADDITIONAL", null),
];
const audience = (changes: Partial<Audience> = {}): Audience => ({
  request: { engineerId: "acc_e", severity: "MODERATE", support24x7: false },
  contacts: CONTACTS,
  subscriptions: new Map(),
  team: ["acc_t1", "acc_t2"],
  onCall: [],
  mailOn: (accountId) => defaultMailOn({ roles: /^acc_[et]/.test(accountId) ? ["ENGINEER"] : [] }),
  ...changes,
});
const happening = (kind: TimelineKind, changes: Partial<Happening> = {}): Happening => ({
  kind,
  actorId: null,
  isFromSupport: false,
  isInternal: false,
  status: null,
  contactId: null,
  isPartOfReply: false,
  ...changes,
});
const told = (entry: Happening, to: Audience = audience()): Record<string, NoticeKind> =>
  Object.fromEntries(recipientsOf(entry, to).notices.map((one) => [one.accountId, one.kind]));
const viewer = (id: string) => ({ id, email: "somebody@example.com", isEmailProven: true, roles: [] });
const addressee = (mail: MailTo): string => ("contactId" in mail ? mail.contactId : mail.accountId);
const mailed = (entry: Happening, to: Audience = audience()): string[] =>
  recipientsOf(entry, to).mails.map((mail) => `${mail.kind} ${addressee(mail)}`);

describe("who is told", () => {
  it("R87: a new request is confirmed by mail to the primary contact alone, even to the one who submitted it", () => {
    const created = happening("SUBMITTED", { actorId: "acc_p" });
    const unowned = audience({ request: { engineerId: null, severity: "MODERATE", support24x7: false } });
    expect(mailed(created, unowned)).toEqual(["CONFIRMATION con_p"]);
    expect(told(created, unowned)).toEqual({ acc_a: "ADDED_AS_CONTACT", acc_t1: "NEW_WORK", acc_t2: "NEW_WORK" });
  });

  it("R87, F71, P12: being added is told in the portal and never by mail, to the person added alone", () => {
    const added = happening("CONTACT_ADDED", { actorId: "acc_p", contactId: "con_a" });
    const all = audience({ mailOn: () => ["ADDED_AS_CONTACT"], subscriptions: new Map([["acc_a", true]]) });
    expect(told(added, all)).toEqual({ acc_a: "ADDED_AS_CONTACT" });
    expect(mailed(added, all)).toEqual([]);
    expect(told(happening("CONTACT_ADDED", { actorId: "acc_a", contactId: "con_a" }))).toEqual({});
  });

  it("F71: an additional contact gets mail only after subscribing, the primary until unsubscribing", () => {
    const reply = happening("REPLY", { actorId: "acc_e", isFromSupport: true });
    expect(mailed(reply)).toEqual(["REPLY con_p"]);
    expect(told(reply)).toEqual({ acc_p: "REPLY", acc_a: "REPLY" });
    const chosen = new Map([
      ["acc_p", false],
      ["acc_a", true],
    ]);
    expect(mailed(reply, audience({ subscriptions: chosen }))).toEqual(["REPLY con_a"]);
    expect(isSubscribed(viewer("acc_p"), CONTACTS, null)).toBe(true);
    expect(isSubscribed(viewer("acc_a"), CONTACTS, null)).toBe(false);
    expect(isSubscribed(viewer("acc_a"), CONTACTS, true)).toBe(true);
    expect(isSubscribed(viewer("acc_x"), CONTACTS, true)).toBe(false);
  });

  it("F71: a primary contact without an account gets mail, an additional one without an account none", () => {
    const contacts = [contact("con_p", "PRIMARY", null), contact("con_n", "ADDITIONAL", null)];
    expect(mailed(happening("REPLY", { isFromSupport: true }), audience({ contacts }))).toEqual(["REPLY con_p"]);
  });

  it("F72: a kind that a person does not want by mail stays in the portal", () => {
    const reply = happening("REPLY", { actorId: "acc_e", isFromSupport: true });
    const quiet = audience({ mailOn: () => [] });
    expect(mailed(reply, quiet)).toEqual([]);
    expect(told(reply, quiet)).toEqual({ acc_p: "REPLY", acc_a: "REPLY" });
  });

  it("R91: a customer's reply reaches the other contacts and the engineer, never its author", () => {
    const reply = happening("REPLY", { actorId: "acc_a" });
    expect(told(reply)).toEqual({ acc_p: "REPLY", acc_e: "CUSTOMER_REPLY" });
    expect(mailed(reply)).toEqual(["REPLY con_p", "CUSTOMER_REPLY acc_e"]);
  });

  it("F42: nothing internal ever reaches a contact, whatever its kind", () => {
    for (const kind of TIMELINE_KINDS) {
      const { notices, mails } = recipientsOf(happening(kind, { isInternal: true, actorId: "acc_t1" }), audience());
      expect(notices.filter(({ accountId }) => /^acc_[pa]/.test(accountId))).toEqual([]);
      expect(mails.filter((mail) => "contactId" in mail)).toEqual([]);
    }
    for (const kind of ["NOTE", "HANDED_OVER", "ROUTED", "NEAR_BREACH", "BREACHED"] as const)
      expect(recipientsOf(happening(kind), audience()).mails.filter((mail) => "contactId" in mail)).toEqual([]);
  });

  it("P12: nobody is told of their own act, whoever acts and whatever it is", () => {
    for (const kind of TIMELINE_KINDS)
      for (const actorId of ["acc_p", "acc_a", "acc_e", "acc_t1"])
        for (const engineerId of ["acc_e", null]) {
          const to = audience({ request: { engineerId, severity: "CRITICAL", support24x7: true }, onCall: ["acc_t1"] });
          const { notices, mails } = recipientsOf(happening(kind, { actorId }), to);
          expect(notices.map(({ accountId }) => accountId)).not.toContain(actorId);
          expect(mails.map(addressee)).not.toContain(actorId);
          expect(new Set(notices.map(({ accountId }) => accountId)).size).toBe(notices.length);
        }
  });

  it("F48: only a status that asks something of the customer is mailed", () => {
    const to = (status: Happening["status"]) =>
      happening("STATUS_CHANGED", { actorId: "acc_e", isFromSupport: true, status });
    expect(mailed(to("WAITING_FOR_CUSTOMER"))).toEqual(["STATUS_CHANGED con_p"]);
    expect(mailed(to("SOLVED"))).toEqual(["STATUS_CHANGED con_p"]);
    expect(mailed(to("IN_PROGRESS"))).toEqual([]);
    expect(told(to("IN_PROGRESS"))).toEqual({ acc_p: "STATUS_CHANGED", acc_a: "STATUS_CHANGED" });
  });

  it("P12: a status set together with a reply is told by the reply alone", () => {
    expect(recipientsOf(happening("STATUS_CHANGED", { status: "SOLVED", isPartOfReply: true }), audience())).toEqual({
      notices: [],
      mails: [],
    });
  });

  it("F72: a critical request round the clock reaches who is on call by mail whatever they chose; with nobody on call the team", () => {
    const request = { engineerId: null, severity: "CRITICAL", support24x7: true } as const;
    const created = happening("SUBMITTED", { actorId: "acc_p" });
    const quiet = { request, mailOn: () => [] };
    expect(mailed(created, audience({ ...quiet, onCall: ["acc_o"] }))).toEqual([
      "CONFIRMATION con_p",
      "NEW_WORK acc_o",
    ]);
    expect(mailed(created, audience(quiet))).toEqual(["CONFIRMATION con_p", "NEW_WORK acc_t1", "NEW_WORK acc_t2"]);
    const calm = { ...quiet, request: { ...request, support24x7: false } };
    expect(mailed(created, audience({ ...calm, onCall: ["acc_o"] }))).toEqual(["CONFIRMATION con_p"]);
  });

  it("F68: a near breach tells the owner, and the team while nobody owns the request", () => {
    expect(told(happening("NEAR_BREACH", { isInternal: true }))).toEqual({ acc_e: "NEAR_BREACH" });
    const unowned = audience({ request: { engineerId: null, severity: "MINIMAL", support24x7: false } });
    expect(told(happening("NEAR_BREACH", { isInternal: true }), unowned)).toEqual({
      acc_t1: "NEAR_BREACH",
      acc_t2: "NEAR_BREACH",
    });
  });

  it("F72: preferences keep the kinds chosen once each, and refuse the one that is never mailed", () => {
    expect(decideMailOn(["CLOSED", "REPLY", "REPLY"])).toEqual({ ok: true, value: ["REPLY", "CLOSED"] });
    expect(decideMailOn(["ADDED_AS_CONTACT"])).toMatchObject({ ok: false });
  });
});
