/** Hostile ids and text through every door, alike on both databases: stored exactly or refused, never a driver's word (A-9, I-2). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../tests/support/databases.js";
import { makeAgreement, requestInput, self, submitRequest } from "../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../tests/support/test-api.js";

/** Documents with one id each. */
const ID_DOCUMENTS: Readonly<Record<string, string>> = {
  node: "query ($id: ID!) { node(id: $id) { id } }",
  plan: "query ($id: ID!) { plan(id: $id) { id } }",
  request: "query ($id: ID!) { request(id: $id) { id } }",
  draft: "query ($id: ID!) { draft(id: $id) { id } }",
  product: "query ($id: ID!) { product(id: $id) { id } }",
  productVersion: "query ($id: ID!) { productVersion(id: $id) { id } }",
  portalRoute: "query ($id: ID!) { portalRoute(productId: $id) { families } }",
  article: "query ($id: ID!) { article(id: $id) { id } }",
  availablePlans: "query ($id: ID!) { availablePlans(productVersionId: $id) { plan { id } } }",
  unavailablePlans: "query ($id: ID!) { unavailablePlans(productVersionId: $id) { plan { id } } }",
  removeAgreement: "mutation ($id: ID!) { removeAgreement(input: { planId: $id }) { removedPlanId } }",
  revealAgreement: "mutation ($id: ID!) { revealAgreement(input: { planId: $id }) { accessId } }",
  discardDraft: "mutation ($id: ID!) { discardDraft(input: { draftId: $id }) { discardedDraftId } }",
  saveDraft: "mutation ($id: ID!) { saveDraft(input: { draftId: $id, revision: 1, content: {} }) { draft { id } } }",
  shareRequest:
    'mutation ($id: ID!) { shareRequest(input: { requestId: $id, contacts: [{ givenName: "A", familyName: "B", email: "a@b.example" }] }) { request { id } } }',
  removeContact: "mutation ($id: ID!) { removeContact(input: { requestId: $id, contactId: $id }) { request { id } } }",
};
const IDS: readonly unknown[] = [
  null,
  undefined,
  "",
  "0",
  0,
  -1,
  true,
  [],
  ["a"],
  {},
  { id: "x" },
  "null",
  "undefined",
  "__proto__",
  "constructor",
  "toString",
  "' OR '1'='1",
  "%",
  "*",
  "\u0000",
  "\ud800",
  "req_",
  "pln_01m83p7w80e0erqd6kybk3cat8",
  "req_01m83p7w80e0erqd6kybk3cat8",
  "drf_01m83p7w80e0erqd6kybk3cat8",
  "acc_01m83p7w80e0erqd6kybk3cat8",
  "REQ_01M83P7W80E0ERQD6KYBK3CAT8",
  "x".repeat(10_000),
  "../../etc/passwd",
  "\u202ereq",
  Number.MAX_SAFE_INTEGER,
];

const TEXTS: readonly string[] = [
  "",
  " ",
  "\t",
  "\n",
  "\r\n",
  "a\nb",
  "\u0000",
  "a\u0000b",
  "\u0001",
  "\u001b[31m",
  "\u007f",
  "\u0085",
  "\u009f",
  "\ud800",
  "\udc00",
  "a\ud83d",
  "\udc00\ud800",
  "\u202eevil",
  "\u2066a\u2069",
  "\u200b",
  "a\u200db",
  "\ufeff",
  "\u00ad",
  "é",
  "e\u0301",
  "ș",
  "ş",
  "İ",
  "ß",
  "ﬁ",
  "Å",
  "K",
  "👩‍👩‍👧‍👦",
  "🇷🇴",
  "👍🏽",
  `a${"\u0301".repeat(150)}`,
  "z".repeat(200),
  "z".repeat(201),
  "😀".repeat(200),
  "😀".repeat(201),
  "__proto__",
  "constructor",
  "null",
  "undefined",
  "NaN",
  "-0",
  "1e309",
  "9007199254740993",
  "true",
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "{{7*7}}",
  "#{7*7}",
  "'; DROP TABLE support_request; --",
  "\\",
  "\\u0000",
  '"',
  "%00",
  "%",
  "_",
  "a@x.example,b@y.example",
  "=1+1",
  "@SUM(1)",
  "\u2028",
  "\u2029",
  "ا",
  "𐍈",
  "\ufffe",
  "\uffff",
  "0000-00-00",
  "9999-12-31T23:59:59.999Z",
  "Mars/Olympus",
  "../../x",
  "CON",
  "a\u0000".repeat(3),
];

/** PostgreSQL stores no NUL, and neither engine half a character. */
const cannotBeStored = (text: string): boolean => text.includes("\u0000") || /\p{Surrogate}/u.test(text);

describeOnBothDatabases("hostile input", (databases) => {
  let api: TestApi;
  let person: Person;
  let planId: string;
  let requestId: string;
  beforeAll(async () => {
    const unlimited = {
      createRequestPerHour: 10_000,
      shareRequestPerHour: 10_000,
      wrongPairsPerAccount: 10_000,
      wrongPairsPerAddress: 10_000,
      costBucket: 1_000_000,
    };
    api = await createTestApi({ db: await databases.open(), limits: unlimited });
    person = await api.person();
    planId = (await makeAgreement(api, [person], { incidents: null })).planId;
    requestId = (await submitRequest(person, requestInput(person, planId))).data.createRequest.confirmation.requestId;
  });

  it.each(Object.entries(ID_DOCUMENTS))("A-9: no hostile id of %s reaches a row", async (_name, document) => {
    for (const id of IDS) {
      const answer = await person.ask(document, { id });
      expect(["BAD_USER_INPUT", "NOT_FOUND"], `${JSON.stringify(id)} ${answer.text}`).toContain(errorCodes(answer)[0]);
      expect(answer.text).not.toMatch(/sqlite|postgres|syntax error|invalid byte|at \w+ \(/i);
    }
    expect(api.logged).toEqual([]);
  });

  it.each(["title", "description"] as const)("I-2: %s is stored exactly or refused with its path", async (field) => {
    for (const text of TEXTS) {
      const answer = await submitRequest(person, requestInput(person, planId, { [field]: text }));
      expect(answer.errors, JSON.stringify(text)).toEqual([]);
      const { confirmation, userErrors } = answer.data.createRequest;
      if (confirmation === null) expect(userErrors[0].path).toEqual([field]);
      else
        expect(
          (await person.ask(`{ request(id: "${confirmation.requestId}") { ${field} } }`)).data.request[field],
        ).toBe(text);
      if (cannotBeStored(text)) expect(confirmation).toBeNull();
    }
  });

  it("I-2: names, addresses, phones, places and keys of a submission", async () => {
    for (const text of TEXTS) {
      const other = { givenName: text, familyName: text, email: text, phone: text };
      const input = requestInput(person, planId, {
        additionalContacts: [other],
        country: text,
        timeZone: text,
        categoryId: text,
        problemId: text,
        productVersionId: text,
        draftId: text,
      });
      expect(
        errorCodes(await submitRequest(person, { ...input, idempotencyKey: text })).every(
          (code) => code === "BAD_USER_INPUT",
        ),
      ).toBe(true);
      const named = await submitRequest(
        person,
        requestInput(person, planId, { primaryContact: { ...self(person), givenName: text } }),
      );
      const { confirmation } = named.data.createRequest;
      if (confirmation !== null) {
        const { givenName } = (
          await person.ask(`{ request(id: "${confirmation.requestId}") { primaryContact { givenName } } }`)
        ).data.request.primaryContact;
        expect(givenName).toBe(text);
      }
    }
    expect(api.logged).toEqual([]);
  });

  it("I-2: searching, sharing, removing, pairs and profiles", async () => {
    for (const text of TEXTS) {
      const answers = [
        await person.ask(
          "query ($s: String, $p: ID) { myRequests(filter: { search: $s, productId: $p }, first: 1) { totalCount nodes { id } } }",
          { s: text, p: text },
        ),
        await person.ask("query ($s: String) { catalogue(search: $s, first: 1) { nodes { id } } }", { s: text }),
        await person.ask(
          "query ($s: String, $p: ID) { productVersions(search: $s, productId: $p, first: 1) { nodes { id } } }",
          { s: text, p: text },
        ),
        await person.ask("query ($a: String) { myRequests(after: $a) { nodes { id } } }", { a: text }),
        await person.ask("mutation ($i: ShareRequestInput!) { shareRequest(input: $i) { userErrors { code } } }", {
          i: { requestId, contacts: [{ givenName: text, familyName: text, email: text }] },
        }),
        await person.ask("mutation ($i: RemoveContactInput!) { removeContact(input: $i) { userErrors { code } } }", {
          i: { requestId, contactId: text, newPrimaryContactId: text },
        }),
        await person.ask("mutation ($i: AddAgreementInput!) { addAgreement(input: $i) { userErrors { code } } }", {
          i: { accessId: text, agreementId: text, idempotencyKey: text },
        }),
        await person.ask(
          "mutation ($i: CompleteProfileInput!) { completeProfile(input: $i) { userErrors { code } } }",
          {
            i: { country: text, timeZone: text, language: "EN", phone: text, preferredContactMethod: "EMAIL" },
          },
        ),
      ];
      for (const answer of answers)
        expect(
          errorCodes(answer).filter((code) => code !== "BAD_USER_INPUT"),
          `${JSON.stringify(text)} ${answer.text}`,
        ).toEqual([]);
    }
    expect(api.logged).toEqual([]);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });
});
