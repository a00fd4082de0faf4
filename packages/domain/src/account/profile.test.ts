import { describe, expect, it } from "vitest";
import { accountOf, countries } from "../../testing/seed-world.js";
import { capabilitiesOf } from "./capabilities.js";
import { normaliseEmail, readableEmail } from "./email.js";
import { checkName, joinName, splitName } from "./person-name.js";
import { normalisePhone } from "./phone.js";
import { decideProfile, type ProfileInput } from "./profile.js";

const INPUT: ProfileInput = {
  country: "RO",
  timeZone: "Europe/Bucharest",
  language: "ro",
  phone: "+40 722 123 456",
  preferredContactMethod: "EMAIL",
};
const refused = (changes: Partial<Record<keyof ProfileInput, unknown>>) => {
  const result = decideProfile({ ...INPUT, ...changes } as ProfileInput, countries);
  return result.ok ? [] : result.refusals.map((refusal) => `${refusal.code} ${refusal.path?.join(".")}`);
};

describe("R52: the one-time profile", () => {
  it("R54: a complete profile is stored with the phone in one form", () => {
    const result = decideProfile(INPUT, countries);
    expect(result).toEqual({ ok: true, value: { ...INPUT, phone: "+40722123456" } });
  });
  it("R53: names are no part of the profile: an input that brings them stores none", () => {
    const result = decideProfile({ ...INPUT, givenName: "Eve" } as ProfileInput, countries);
    expect(result.ok && Object.keys(result.value).sort()).toEqual([
      "country",
      "language",
      "phone",
      "preferredContactMethod",
      "timeZone",
    ]);
  });
  it("R52: a phone may be missing, unless it is the preferred way", () => {
    expect(refused({ phone: null })).toEqual([]);
    expect(refused({ phone: "  " })).toEqual([]);
    expect(refused({ phone: null, preferredContactMethod: "PHONE" })).toEqual(["INPUT_REQUIRED phone"]);
  });
  it("R52: every wrong field is named at once, with its path", () => {
    expect(
      refused({
        country: "",
        timeZone: "Mars/Olympus",
        language: "xx",
        phone: "12",
        preferredContactMethod: "PIGEON",
      }).sort(),
    ).toEqual([
      "INPUT_INVALID language",
      "INPUT_INVALID phone",
      "INPUT_INVALID preferredContactMethod",
      "INPUT_INVALID timeZone",
      "INPUT_REQUIRED country",
    ]);
  });
  it.each([
    [{ country: "ZZ" }, "INPUT_INVALID country"],
    [{ country: "ROMANIA" }, "INPUT_INVALID country"],
    [{ country: 7 }, "INPUT_INVALID country"],
    [{ timeZone: "+02:00" }, "INPUT_INVALID timeZone"],
    [{ timeZone: "europe/bucharest" }, "INPUT_INVALID timeZone"],
    [{ timeZone: "A".repeat(65) }, "INPUT_TOO_LONG timeZone"],
    [{ phone: "0".repeat(41) }, "INPUT_TOO_LONG phone"],
    [{ language: undefined }, "INPUT_REQUIRED language"],
  ])("R52: %o is refused", (changes, expected) => {
    expect(refused(changes)).toEqual([expected]);
  });
});

describe("R52: telephone numbers", () => {
  it.each([
    ["+40 722 123 456", "+40722123456"],
    ["0040 (722) 123-456", "+40722123456"],
    ["\uff0b\uff14\uff10722123456", "+40722123456"],
    ["0722123456", null],
    ["+0722123456", null],
    ["+1", null],
    ["call me", null],
    ["+40 (0)21 123 45 67", "+40211234567"],
    ["0040 (0) 722 123 456", "+40722123456"],
    ["+44 ( 0 ) 20 7946 0000", "+442079460000"],
    ["+39 06 1234567", "+39061234567"],
  ])("R52: %s becomes %s", (text, expected) => expect(normalisePhone(text)).toBe(expected));
});

describe("E7: addresses in one form", () => {
  it.each([
    ["  Ana.Ionescu@Carpatia.Example ", "ana.ionescu@carpatia.example"],
    ["a+tag@x.example", "a+tag@x.example"],
    ["ana@München.example", "ana@xn--mnchen-3ya.example"],
    ["ana@xn--mnchen-3ya.example", "ana@xn--mnchen-3ya.example"],
    ["ana@mu\u0308nchen.example", "ana@xn--mnchen-3ya.example"],
    ["s\u0326tefan@x.example", "ștefan@x.example"],
    ["ștefan@x.example", "ștefan@x.example"],
    ["a@xn--.example", null],
    ["a@x.example,b@y.example", null],
    ["a@x.example;b@y.example", null],
    ["a@x.example b@y.example", null],
    ["Ana <a@x.example>", null],
    ["a@@x.example", null],
    ["@x.example", null],
    ["a@x", null],
    ["a@x..example", null],
    [".a@x.example", null],
    ["a..b@x.example", null],
    ["a@-x.example", null],
    ["a\r\nBcc: b@x.example", null],
    ["a\u0000@x.example", null],
    ["a\u200b@x.example", null],
    ["\u202ea@x.example", null],
    [`${"a".repeat(65)}@x.example`, null],
    [`a@${"x".repeat(60)}.${"y".repeat(60)}.${"z".repeat(60)}.${"w".repeat(60)}.${"v".repeat(20)}`, null],
    ["", null],
  ])("E7: %j becomes %j", (text, expected) => expect(normaliseEmail(text)).toBe(expected));
});

it("K5: an address is read in letters, unless that would show another domain", () => {
  expect(readableEmail("ana@xn--mnchen-3ya.example")).toBe("ana@münchen.example");
  expect(readableEmail("ana@mail.example")).toBe("ana@mail.example");
  expect(readableEmail("a@xn--fiqs8s.example")).toBe("a@中国.example");
  // Cyrillic letters that look like a Latin name.
  for (const odd of ["a@xn--80ak6aa92e.example", "a@xn--a.example", "a@xn--.example", "", "nobody"])
    expect(readableEmail(odd)).toBe(odd);
});

describe("K5: names as people have them", () => {
  it.each([
    ["Plato", "Plato", ""],
    ["Ana Maria Ionescu", "Ana Maria Ionescu", ""],
    ["Popescu, Ana-Maria (Extern)", "Ana-Maria", "Popescu"],
    ["Popescu, Ana-Maria", "Ana-Maria", "Popescu"],
    ["Jonas Weber [Nordwind GmbH]", "Jonas Weber", ""],
    ["(Extern)", "(Extern)", ""],
    ["a, b, c", "a, b, c", ""],
    [", Ana", ", Ana", ""],
    ["", "", ""],
  ])("K5: %j is %j and %j", (name, givenName, familyName) => {
    expect(splitName(name)).toEqual({ givenName, familyName });
  });

  it("K5: one of the two names is enough", () => {
    expect(joinName({ givenName: "Plato", familyName: "" })).toBe("Plato");
    expect(joinName({ givenName: "Ana", familyName: "Ionescu" })).toBe("Ana Ionescu");
    expect(checkName({ givenName: "", familyName: "Suharto" }, [])).toEqual([]);
    expect(checkName({ givenName: " ", familyName: " " }, ["contact"])).toMatchObject([
      { code: "INPUT_REQUIRED", path: ["contact", "givenName"] },
    ]);
  });
});

describe("what each account may do", () => {
  it("R22: personal, work and partner accounts add agreements; staff do not", () => {
    for (const kind of ["PERSONAL", "WORK", "PARTNER"] as const)
      expect(capabilitiesOf(accountOf({ kind })).canAddAgreement).toBe(true);
    expect(capabilitiesOf(accountOf({ roles: ["ENGINEER"] })).refusedBecause.addAgreement).toBe(
      "ACCOUNT_KIND_NOT_ALLOWED",
    );
  });
  it("R23: only a personal account buys (R72)", () => {
    expect(capabilitiesOf(accountOf({ kind: "PERSONAL" })).canPurchase).toBe(true);
    for (const kind of ["WORK", "PARTNER"] as const)
      expect(capabilitiesOf(accountOf({ kind })).refusedBecause.purchase).toBe("ACCOUNT_KIND_NOT_ALLOWED");
    expect(capabilitiesOf(accountOf({ kind: "PERSONAL", roles: ["LEAD"] })).canPurchase).toBe(false);
  });
  it("R52: without a profile nothing starts", () => {
    const { refusedBecause } = capabilitiesOf(accountOf({ kind: "PERSONAL", profile: null }));
    expect(refusedBecause).toEqual({
      createRequest: "PROFILE_INCOMPLETE",
      addAgreement: "PROFILE_INCOMPLETE",
      purchase: "PROFILE_INCOMPLETE",
    });
  });
  it("R98: engineers and leads work requests, administrators administer", () => {
    expect(capabilitiesOf(accountOf({ roles: ["ENGINEER"] }))).toMatchObject({
      canWorkRequests: true,
      canAdminister: false,
    });
    expect(capabilitiesOf(accountOf({ roles: ["ADMINISTRATOR"] }))).toMatchObject({
      canWorkRequests: false,
      canAdminister: true,
    });
    expect(capabilitiesOf(accountOf())).toMatchObject({ canWorkRequests: false, canAdminister: false });
  });
});
