/** The signed-in account and its one-time profile (R49, R52-R54), and the language of answers. */
import { splitName } from "@accord/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../../tests/support/databases.js";
import { createTestApi, type TestApi } from "../../../../../../tests/support/test-api.js";
import { accountStore } from "../storage/account.store.js";

const VIEWER = `{ viewer { isProfileComplete canPurchase canAddAgreement scopes reauthenticatedAt profileDefaults { country timeZone language }
  account { kind isGuest givenName familyName email isEmailProven roles profile { country timeZone language phone preferredContactMethod } } } }`;
const COMPLETE = `mutation ($input: CompleteProfileInput!) { completeProfile(input: $input) {
  viewer { isProfileComplete account { givenName profile { country phone language } } } userErrors { code path message remedy } } }`;
const profile = {
  country: "RO",
  timeZone: "Europe/Bucharest",
  language: "RO",
  phone: "+40 722 123 456",
  preferredContactMethod: "PHONE",
};

describe("the account", () => {
  const databases = testDatabases("sqlite");
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
  });

  it("R49: kind, names and address come from the sign-in; a session tells when, a token its scopes", async () => {
    const person = await api.person({ kind: "PERSONAL" });
    const { viewer } = (await person.ask(VIEWER)).data;
    expect(viewer).toMatchObject({
      isProfileComplete: true,
      canAddAgreement: true,
      canPurchase: false,
      scopes: null,
      reauthenticatedAt: "2026-11-23T08:30:00.000Z",
      account: { kind: "PERSONAL", givenName: "Maria", email: person.account.email, roles: [] },
    });
    const byToken = (await person.withToken("requests:read").ask(VIEWER)).data.viewer;
    expect([byToken.scopes, byToken.reauthenticatedAt]).toEqual([["REQUESTS_READ"], null]);
  });

  it("R52, R53, R54: the profile is completed once and changed later; its values are the defaults from then on", async () => {
    const person = await api.person({ profile: null });
    const before = (await person.ask(VIEWER, {}, { "accept-language": "ro" })).data.viewer;
    expect(before).toMatchObject({
      isProfileComplete: false,
      canAddAgreement: false,
      account: { profile: null },
      profileDefaults: { country: null, timeZone: null, language: "RO" },
    });
    const { data } = await person.ask(COMPLETE, { input: profile });
    expect(data.completeProfile).toEqual({
      viewer: {
        isProfileComplete: true,
        account: { givenName: "Maria", profile: { country: "RO", phone: "+40722123456", language: "RO" } },
      },
      userErrors: [],
    });
    const again = await api.personByEmail(person.account.email);
    expect((await again.ask(VIEWER)).data.viewer).toMatchObject({
      isProfileComplete: true,
      canAddAgreement: true,
      profileDefaults: { country: "RO", timeZone: "Europe/Bucharest", language: "RO" },
    });
    await again.ask(COMPLETE, { input: { ...profile, country: "DE", timeZone: "Europe/Berlin" } });
    expect(
      (await (await api.personByEmail(person.account.email)).ask(VIEWER)).data.viewer.account.profile.country,
    ).toBe("DE");
  });

  it("R53, K5: a name that the sign-in states cannot be given; one that was guessed is corrected, for good", async () => {
    const stated = await api.person();
    const { userErrors } = (await stated.ask(COMPLETE, { input: { ...profile, givenName: "Eve" } })).data
      .completeProfile;
    expect(userErrors).toMatchObject([{ code: "INPUT_INVALID", path: ["givenName"] }]);

    const facts = { issuer: "https://identity.example", subject: "one-string", kind: "WORK", isGuest: false } as const;
    const enter = () =>
      api.db.transaction("sign in", (tx) =>
        tx
          .of(accountStore)
          .upsertFromIdentity(
            { ...facts, email: "s@x.example", isEmailProven: true, ...splitName("Ana Pop"), isNameStated: false },
            api.clock.now(),
          ),
      );
    const person = await api.personById((await enter()).account.id);
    expect(person.account).toMatchObject({ givenName: "Ana Pop", familyName: "", nameSource: "GUESSED" });
    const own = { givenName: "Ana", familyName: "Pop" };
    expect((await person.ask(COMPLETE, { input: { ...profile, ...own } })).data.completeProfile.userErrors).toEqual([]);
    expect((await enter()).account).toMatchObject({ ...own, nameSource: "OWN" });
  });

  it("what a person mistypes is refused with its path and what to do, in the language of the answer", async () => {
    const person = await api.person();
    const wrong = { ...profile, country: null, timeZone: null, phone: "12" };
    for (const [language, word] of [
      ["en", "fill"],
      ["ro", "completați"],
    ] as const) {
      const { userErrors } = (await person.ask(COMPLETE, { input: wrong }, { "accept-language": language })).data
        .completeProfile;
      expect(userErrors.map((error: { code: string; path: string[] }) => [error.code, ...error.path])).toEqual([
        ["INPUT_REQUIRED", "country"],
        ["INPUT_REQUIRED", "timeZone"],
        ["INPUT_INVALID", "phone"],
      ]);
      expect(userErrors[0].remedy).toContain(word);
    }
  });

  it.each([
    ["country", "XX"],
    ["timeZone", "Mars/Olympus"],
  ])("F73: a %s that is none is an error of the input, which says where", async (field, value) => {
    const person = await api.person();
    const { errors } = await person.ask(COMPLETE, { input: { ...profile, [field]: value } });
    expect(errors?.map(({ extensions }) => [extensions?.code, extensions?.inputPath])).toEqual([
      ["BAD_USER_INPUT", ["input", field]],
    ]);
  });

  it.each([
    [undefined, "en", "This is not a full telephone number."],
    [undefined, "ro", "Acesta nu este un număr de telefon complet."],
    ["en-GB,en;q=0.9", "ro", "This is not a full telephone number."],
    ["ro", "en", "Acesta nu este un număr de telefon complet."],
    ["de-DE,ro;q=0.5,en;q=0.4", "en", "Acesta nu este un număr de telefon complet."],
    ["de, fr;q=0.9", "ro", "Acesta nu este un număr de telefon complet."],
    ["en;q=0, ro;q=0.1", "en", "Acesta nu este un număr de telefon complet."],
    ["*".repeat(5000), "en", "This is not a full telephone number."],
  ] as const)("F80: Accept-Language %s and a profile in %s", async (header, language, sentence) => {
    const person = await api.person({ profile: { language } });
    const headers: Record<string, string> = header === undefined ? {} : { "accept-language": header };
    const { userErrors } = (await person.ask(COMPLETE, { input: { ...profile, phone: "12" } }, headers)).data
      .completeProfile;
    expect(userErrors[0].message).toBe(sentence);
  });
});
