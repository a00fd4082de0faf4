import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountOf, countryOf } from "../../testing/seed-world.js";
import { checkZone } from "./check-zone.js";
import {
  CONTACT_LIMIT,
  decideAdditionalContact,
  decideContact,
  isSubmitterContact,
  mergeContacts,
  ownContact,
} from "./contacts.js";
import type { ContactDetails } from "./draft.js";
import { chooseSeverity, offersSupport24x7 } from "./severity.js";
import { decideShare } from "./share-request.js";
import { type RequestContact, SEVERITIES } from "./support-request.js";

const person = (email: string, changes: Partial<ContactDetails> = {}): ContactDetails => ({
  givenName: "Ana",
  familyName: "Ionescu",
  email,
  phone: null,
  preferredContactMethod: "EMAIL",
  isSelf: false,
  ...changes,
});
const account = accountOf();

describe("R80, R82: the people of a request", () => {
  it("R82, R93: for an additional contact an address is enough; its part before the @ is the name until there is one", () => {
    const nameless = person("elena.pop@x.example", { givenName: " ", familyName: "" });
    expect(decideAdditionalContact(nameless, [])).toMatchObject({ value: { givenName: "elena.pop", familyName: "" } });
    expect(decideAdditionalContact(person("p@x.example"), [])).toMatchObject({ value: { givenName: "Ana" } });
    expect(decideContact(nameless, [])).toMatchObject({ refusals: [{ code: "INPUT_REQUIRED", path: ["givenName"] }] });
    expect(decideAdditionalContact(person("", { givenName: "", familyName: "" }), ["0"])).toMatchObject({ ok: false });
    expect(decideShare([], [nameless])).toMatchObject({ value: [{ givenName: "elena.pop" }] });
  });
  it("E6: a submitter who is primary is there once", () => {
    const merged = mergeContacts(person(account.email), [ownContact(account)]);
    expect(merged).toEqual({ primary: { ...person(account.email), isSelf: true }, additional: [] });
  });
  it("E7: an additional contact typed twice, or in other letter case, is merged", () => {
    const merged = mergeContacts(person("p@x.example"), [
      person("a@x.example"),
      person(" A@X.Example "),
      person("b@x.example"),
    ]);
    expect(merged.additional.map((one) => one.email)).toEqual(["a@x.example", "b@x.example"]);
  });
  it("E6: oneself under two addresses is one person", () => {
    const merged = mergeContacts(person("me@x.example", { isSelf: true }), [
      person("me@home.example", { isSelf: true }),
      person("ME@HOME.example"),
    ]);
    expect(merged.primary.email).toBe("me@x.example");
    expect(merged.additional.map((one) => one.email)).toEqual(["ME@HOME.example"]);
  });
  it("E7: merging is settled: merging again changes nothing, nobody stands twice, nobody is lost", () => {
    const any = fc
      .record({
        email: fc.constantFrom("a@x.example", "A@x.example", "b@x.example", "c@x.example", "C@X.example"),
        isSelf: fc.boolean(),
      })
      .map((one) => person(one.email, one));
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 8 }), (primary, additional) => {
        const merged = mergeContacts(primary, additional);
        const all = [merged.primary, ...merged.additional];
        expect(mergeContacts(merged.primary, merged.additional)).toEqual(merged);
        expect(new Set(all.map((one) => one.email.toLowerCase())).size).toBe(all.length);
        expect(all.filter((one) => one.isSelf).length).toBe([primary, ...additional].some((one) => one.isSelf) ? 1 : 0);
        expect(merged.primary.email).toBe(primary.email);
      }),
    );
  });
  it("R84, E8: the submitter is a contact by own entry or proven address, not by an unproven one", () => {
    expect(isSubmitterContact(account, [person("x@y.example"), person("Ana.Ionescu@carpatia.example")])).toBe(true);
    expect(isSubmitterContact(accountOf({ isEmailProven: false }), [person(account.email)])).toBe(false);
    expect(isSubmitterContact(accountOf({ isEmailProven: false }), [ownContact(account)])).toBe(true);
    expect(isSubmitterContact(account, [person("x@y.example")])).toBe(false);
    expect(isSubmitterContact(accountOf({ email: "" }), [person("x@y.example")])).toBe(false);
  });
  it("R54, R84: 'add me' fills in the account's names and the profile's phone and way", () => {
    expect(ownContact(account)).toEqual({
      givenName: "Ana",
      familyName: "Ionescu",
      email: account.email,
      phone: "+40722123456",
      preferredContactMethod: "EMAIL",
      isSelf: true,
    });
    expect(ownContact(accountOf({ profile: null }))).toMatchObject({ phone: null, preferredContactMethod: "EMAIL" });
  });
  it("R80, R4: names and an address are needed, a phone only when it is the preferred way", () => {
    const problems = (contact: ContactDetails) => {
      const result = decideContact(contact, ["primaryContact"]);
      return result.ok ? [] : result.refusals.map((refusal) => `${refusal.code} ${refusal.path?.join(".")}`);
    };
    expect(problems(person("a@x.example"))).toEqual([]);
    expect(problems(person("", { givenName: "", familyName: " " }))).toEqual([
      "INPUT_REQUIRED primaryContact.givenName",
      "INPUT_REQUIRED primaryContact.email",
    ]);
    expect(problems(person("a@x,b@y", { phone: "12" }))).toEqual([
      "INPUT_INVALID primaryContact.email",
      "INPUT_INVALID primaryContact.phone",
    ]);
    expect(problems(person("a@x.example", { preferredContactMethod: "PHONE" }))).toEqual([
      "INPUT_REQUIRED primaryContact.phone",
    ]);
    expect(
      problems(person("a@x.example", { preferredContactMethod: "FAX" as "PHONE", phone: "+40722123456" })),
    ).toEqual(["INPUT_INVALID primaryContact.preferredContactMethod"]);
    expect(problems(person(`${"a".repeat(300)}@x.example`))).toEqual(["INPUT_TOO_LONG primaryContact.email"]);
  });
});

describe("R93, R96: sharing a request", () => {
  const row = (email: string, changes: Partial<RequestContact> = {}): RequestContact => ({
    id: `con_${email}`,
    requestId: "req_1",
    role: "ADDITIONAL",
    accountId: null,
    givenName: "A",
    familyName: "B",
    email,
    phone: null,
    preferredContactMethod: "EMAIL",
    removedAt: null,
    ...changes,
  });
  it("R93, E7: adds whoever is not there yet, once", () => {
    const result = decideShare(
      [row("a@x.example"), row("gone@x.example", { removedAt: 1 })],
      [person("A@x.example"), person("b@x.example"), person("B@X.example"), person("gone@x.example")],
    );
    expect(result.ok && result.value.map((one) => one.email)).toEqual(["b@x.example", "gone@x.example"]);
  });
  it("R93: names every wrong entry with its place, and adds none", () => {
    const result = decideShare(
      [],
      [person("a@x.example"), person("nope"), person("c@x.example", { preferredContactMethod: "PHONE" })],
    );
    expect(result.ok ? [] : result.refusals.map((refusal) => refusal.path?.join("."))).toEqual([
      "contacts.1.email",
      "contacts.2.phone",
    ]);
    expect(decideShare([], [])).toMatchObject({
      ok: false,
      refusals: [{ code: "INPUT_REQUIRED", path: ["contacts"] }],
    });
  });
  it("R82: fifty contacts at most, the removed not counted", () => {
    const there = Array.from({ length: CONTACT_LIMIT - 1 }, (_, index) => row(`p${index}@x.example`));
    expect(decideShare([...there, row("gone@x.example", { removedAt: 1 })], [person("new@x.example")]).ok).toBe(true);
    expect(decideShare(there, [person("new@x.example"), person("two@x.example")])).toMatchObject({
      ok: false,
      refusals: [{ code: "CONTACT_LIMIT_REACHED", params: { limit: 50 } }],
    });
  });
});

describe("R68, R69: severity and round-the-clock support", () => {
  it("R69: only critical severity offers it", () => {
    expect(SEVERITIES.filter(offersSupport24x7)).toEqual(["CRITICAL"]);
  });
  it("E4: lowering the severity clears the flag, and says so", () => {
    const critical = { severity: "CRITICAL", support24x7: true } as const;
    expect(chooseSeverity(critical, "MODERATE")).toEqual({
      severity: "MODERATE",
      support24x7: false,
      isSupport24x7Cleared: true,
    });
    expect(chooseSeverity(critical, null)).toMatchObject({ support24x7: false, isSupport24x7Cleared: true });
    expect(chooseSeverity(critical, "CRITICAL")).toEqual({
      severity: "CRITICAL",
      support24x7: true,
      isSupport24x7Cleared: false,
    });
    expect(chooseSeverity({ severity: "MINIMAL", support24x7: false }, "CRITICAL")).toMatchObject({
      support24x7: false,
      isSupport24x7Cleared: false,
    });
  });
});

describe("R70: country and time zone", () => {
  it("E5: a zone of another country is a warning", () => {
    expect(checkZone(countryOf("RO"), "Europe/Bucharest")).toBe("OK");
    expect(checkZone(countryOf("RO"), "America/New_York")).toBe("ZONE_NOT_IN_COUNTRY");
  });
  it("E5: an older name of the same zone is no warning, a country without zones never warns", () => {
    expect(checkZone({ timeZones: ["Asia/Kolkata"] }, "Asia/Calcutta")).toBe("OK");
    expect(checkZone({ timeZones: [] }, "America/New_York")).toBe("OK");
  });
});
