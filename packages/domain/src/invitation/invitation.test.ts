import { describe, expect, it } from "vitest";
import { accountOf } from "../../testing/seed-world.js";
import { normaliseEmail } from "../account/email.js";
import type { RequestContact } from "../request/support-request.js";
import { isOwnContact, mayAddContact } from "../request/visibility.js";
import { askedNumber, decideGrant, isWorthTelling } from "./access-ask.js";
import { addressToConfirm, doesConfirm } from "./address-confirmation.js";
import { accessOf, decideRedemption, type Invitation } from "./invitation.js";
import { isLinkValid, linkEndsAt } from "./one-time-link.js";

const DAY = 86_400_000;
const account = accountOf({ id: "acc_ana", email: "ana@x.example" });
const other = accountOf({ id: "acc_dan", email: "dan@y.example" });
const request = { engineerId: null };
const contactOf = (changes: Partial<RequestContact> = {}): RequestContact => ({
  id: "con_1",
  requestId: "req_1",
  role: "ADDITIONAL",
  accountId: null,
  givenName: "Ion",
  familyName: "Pop",
  email: "ion@z.example",
  phone: null,
  preferredContactMethod: "EMAIL",
  removedAt: null,
  ...changes,
});
const linkOf = (changes: Partial<Invitation> = {}): Invitation => ({
  id: "inv_1",
  requestId: "req_1",
  contactId: "con_1",
  inviterId: "acc_dan",
  createdAt: 0,
  sentAt: null,
  expiresAt: linkEndsAt(0),
  endedAt: null,
  usedAt: null,
  usedBy: null,
  ...changes,
});
const redeem = (contacts: readonly RequestContact[], changes: Partial<Invitation> = {}, now = 1) =>
  decideRedemption({ account, request, contacts, invitation: linkOf(changes), now });

describe("R96: one-time links", () => {
  it("A-10: a link holds seven days, to the millisecond, and once", () => {
    const link = linkOf();
    expect([0, 7 * DAY - 1, 7 * DAY].map((now) => isLinkValid(link, now))).toEqual([true, true, false]);
    expect(isLinkValid({ ...link, usedAt: 1 }, 2)).toBe(false);
    expect(isLinkValid({ ...link, endedAt: 1 }, 2)).toBe(false);
  });
  it("R96, E9: redeeming binds the contact, whatever the address of who redeems", () => {
    expect(redeem([contactOf()])).toEqual({ ok: true, value: { kind: "BIND", contact: contactOf() } });
  });
  it.each([
    ["its contact is gone", [], {}],
    ["its contact was removed", [contactOf({ removedAt: 1 })], {}],
    ["its contact is somebody's already", [contactOf({ accountId: "acc_dan" })], {}],
    ["it was used", [contactOf()], { usedAt: 1 }],
    ["it was replaced", [contactOf()], { endedAt: 1 }],
    ["it has ended", [contactOf()], { expiresAt: 1 }],
  ] as const)("R97, A-10: one answer when %s", (_why, contacts, changes) => {
    expect(redeem(contacts, changes)).toMatchObject({
      ok: false,
      refusals: [{ code: "INVITE_NOT_VALID", path: ["token"] }],
    });
  });
  it("R96: who sees the request already uses up nobody else's link", () => {
    const bound = contactOf({ id: "con_2", accountId: account.id, email: "a@b.example" });
    const proven = contactOf({ id: "con_2", email: account.email });
    for (const own of [bound, proven])
      expect(redeem([contactOf(), own])).toEqual({ ok: true, value: { kind: "NOTHING" } });
  });
  it("R89: what a contact's access is", () => {
    expect(accessOf(contactOf({ accountId: "acc_dan" }), null, 1)).toBe("HAS_ACCESS");
    expect(accessOf(contactOf(), linkOf(), 1)).toBe("INVITED");
    expect(accessOf(contactOf(), linkOf(), 8 * DAY)).toBe("NOT_PROVEN");
    expect(accessOf(contactOf(), null, 1)).toBe("NOT_PROVEN");
  });
});

describe("F46: asking for access", () => {
  it("F46, E13: the number however it was typed; no other text is one", () => {
    expect(askedNumber(" 2611-2300 1000 0417 ")).toBe("2611230010000417");
    expect(askedNumber("２６１１２３００１００００４１７")).toBe("2611230010000417");
    for (const text of ["", "261123001000041", "26112300100004170", "261123001000041x"])
      expect(askedNumber(text)).toBeNull();
  });
  it("R95, R96: contacts and the owner engineer answer; the asker, a stranger and another engineer do not", () => {
    const engineer = accountOf({ id: "acc_eng", email: "eng@s.example", roles: ["ENGINEER"] });
    const contacts = [contactOf({ accountId: account.id })];
    expect(mayAddContact(account, request, contacts)).toBe(true);
    expect(mayAddContact(engineer, { engineerId: engineer.id }, contacts)).toBe(true);
    expect(mayAddContact(engineer, request, contacts)).toBe(false);
    expect(mayAddContact(other, request, contacts)).toBe(false);
    expect(isWorthTelling(other, request, contacts)).toBe(true);
    expect(isWorthTelling(account, request, contacts)).toBe(false);
  });
  it("F46: a yes adds the asker, or binds the contact that has the asker's address, once", () => {
    const contacts = [contactOf({ accountId: account.id })];
    expect(decideGrant(other, request, contacts)).toEqual({ ok: true, value: { kind: "ADD", email: "dan@y.example" } });
    const unproven = accountOf({ ...other, isEmailProven: false });
    const namesake = contactOf({ id: "con_2", email: "dan@y.example" });
    expect(decideGrant(unproven, request, [...contacts, namesake])).toEqual({
      ok: true,
      value: { kind: "BIND", contact: namesake },
    });
    expect(decideGrant(account, request, contacts)).toEqual({ ok: true, value: { kind: "NOTHING" } });
  });
  it("F46, A-10: nobody takes the place of a contact with the same address, and fifty are the most", () => {
    const taken = contactOf({ email: "dan@y.example", accountId: "acc_real" });
    const unproven = accountOf({ ...other, isEmailProven: false });
    expect(decideGrant(unproven, request, [taken])).toMatchObject({ ok: false, refusals: [{ code: "INPUT_INVALID" }] });
    const full = Array.from({ length: 50 }, (_, index) => contactOf({ email: `p${index}@x.example` }));
    expect(decideGrant(other, request, full)).toMatchObject({
      ok: false,
      refusals: [{ code: "CONTACT_LIMIT_REACHED" }],
    });
  });
});

describe("E9: confirming an address", () => {
  const mine = { ...linkOf(), id: "adc_1", accountId: "acc_ana", email: "ana@x.example" };
  const unproven = accountOf({ ...account, isEmailProven: false });
  it("E9: only an address that is not proven is confirmed", () => {
    expect(addressToConfirm(unproven)).toBe("ana@x.example");
    expect(addressToConfirm(account)).toBeNull();
    expect(addressToConfirm(accountOf({ isEmailProven: false, email: "" }))).toBeNull();
  });
  it("A-10: a link proves the address it went to, for the account that asked, while it is that account's address", () => {
    expect(doesConfirm(mine, unproven, 1)).toBe(true);
    expect(doesConfirm(mine, { ...unproven, id: "acc_dan" }, 1)).toBe(false);
    expect(doesConfirm(mine, { ...unproven, email: "new@x.example" }, 1)).toBe(false);
    expect(doesConfirm(mine, unproven, 7 * DAY)).toBe(false);
  });
});

describe("A-10: addresses that look alike", () => {
  const kept = contactOf({ email: "kask@strasse.example" });
  it.each([
    ["Kelvin sign", "\u212Aask@strasse.example"],
    ["ß for ss", "kask@straße.example"],
    ["full width", "ｋａｓｋ@strasse.example"],
    ["Cyrillic a", "k\u0430sk@strasse.example"],
    ["trailing dot", "kask@strasse.example."],
    ["plus tag", "kask+x@strasse.example"],
    ["long s", "kask@stras\u017Fe.example"],
    ["zero width space", "kask\u200B@strasse.example"],
    ["combining accent", "ka\u0301sk@strasse.example"],
    ["two addresses", "kask@strasse.example,x@y.example"],
    ["display name", "Kask <kask@strasse.example>"],
  ])("A-10: %s is another address, also when its issuer calls it proven", (_name, email) => {
    const proven = accountOf({ id: "acc_x", email: normaliseEmail(email) ?? "" });
    expect(isOwnContact(proven, kept)).toBe(false);
    expect(isOwnContact({ ...proven, email }, kept)).toBe(false);
  });
  it("E7: letter case alone makes no other address, and an unproven one sees nothing", () => {
    const upper = accountOf({ id: "acc_x", email: "KASK@Strasse.Example" });
    expect(isOwnContact(upper, kept)).toBe(true);
    expect(isOwnContact({ ...upper, isEmailProven: false }, kept)).toBe(false);
  });
});
