/** Hostile text through every door, alike on both databases: stored as it can be read or refused, never a driver's word (I-2). */
import { makeReadable } from "@accord/domain";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { HOSTILE_TEXTS } from "../../../../../tests/support/hostile-values.js";
import { makeAgreement, requestInput, self, submitRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";

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

  it.each(["title", "description"] as const)(
    "I-2, K8: %s is stored as it can be read, or refused with its path",
    async (field) => {
      for (const text of HOSTILE_TEXTS) {
        const answer = await submitRequest(person, requestInput(person, planId, { [field]: text }));
        expect(answer.errors, JSON.stringify(text)).toEqual([]);
        const { confirmation, userErrors } = answer.data.createRequest;
        if (confirmation === null) expect(userErrors[0].path).toEqual([field]);
        else
          expect(
            (await person.ask(`{ request(by: { id: "${confirmation.requestId}" }) { ${field} } }`)).data.request[field],
          ).toBe(makeReadable(text, field === "description"));
      }
    },
  );

  it("I-2: a list that is filtered by a hostile id is empty", async () => {
    const administrator = await api.person({ roles: ["ADMINISTRATOR"] });
    for (const objectId of ["\u0000", "pln_\u0000", ...HOSTILE_TEXTS.filter((text) => text !== "")])
      expect(
        (
          await administrator.ask("query ($id: ID!) { auditEntries(filter: { objectId: $id }) { totalCount } }", {
            id: objectId,
          })
        ).data.auditEntries.totalCount,
        JSON.stringify(objectId),
      ).toBe(0);
  });

  it("K8: a pasted log is taken in every text, and no line of it is lost", async () => {
    const log = "\u001b[31mERROR\u001b[0m disk\fpage 2\vline\r\n\tat \u0000main";
    const read = "ERROR disk\npage 2\nline\r\n\tat ␀main";
    const taken = await submitRequest(person, requestInput(person, planId, { title: log, description: log }));
    const id = taken.data.createRequest.confirmation.requestId;
    const said = await person.ask(
      "mutation ($i: AddCommunicationInput!) { addCommunication(input: $i) { userErrors { code } request { title description timeline(first: 1) { nodes { ... on ReplyEntry { text } } } } } }",
      { i: { requestId: id, text: log, idempotencyKey: "log" } },
    );
    expect(said.data.addCommunication).toMatchObject({
      userErrors: [],
      request: { title: read.replace(/[\r\n\t]+/g, " "), description: read, timeline: { nodes: [{ text: read }] } },
    });
    const inline = await person.ask(
      `mutation { addCommunication(input: { requestId: "${id}", text: "a\\u000bb", idempotencyKey: "inline" }) { request { timeline(first: 1) { nodes { ... on ReplyEntry { text } } } } } }`,
    );
    expect(inline.data.addCommunication.request.timeline.nodes).toEqual([{ text: "a\nb" }]);
  });

  it("I-2: names, addresses, phones, places and keys of a submission", async () => {
    for (const text of HOSTILE_TEXTS) {
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
          await person.ask(`{ request(by: { id: "${confirmation.requestId}" }) { primaryContact { givenName } } }`)
        ).data.request.primaryContact;
        expect(givenName).toBe(makeReadable(text, false));
      }
    }
    expect(api.logged).toEqual([]);
  });

  it("I-2: searching, sharing, removing, pairs and profiles", async () => {
    for (const text of HOSTILE_TEXTS) {
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
