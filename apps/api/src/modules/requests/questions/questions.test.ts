/** Questions about no product on both databases: asked, routed, answered, and never charged (R99, S7; M-4). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import {
  codesOf,
  makeAgreement,
  requestInput,
  submitRequest,
} from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { rowTo, setTeams, teamWith } from "../../../../../../tests/support/test-teams.js";
import { outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { planStore } from "../../agreements/module.js";

const ASK = `mutation ($input: CreateGeneralQuestionInput!) { createGeneralQuestion(input: $input) {
  request { id number status turn severity support24x7 consumedAt viewerRole planIncidentsRemaining programme { id: slug }
    generalTopic { id: slug name } productVersion { id: slug name phase product { id: slug name portal { id: slug } versions { id: slug } } }
    category { name } problem { name } primaryContact { email } timeline(first: 10) { nodes { kind isFromSupport } } }
  userErrors { __typename code message path } } }`;
const ITEM = `query ($id: ID!) { queueItem(id: $id) { sight productVersion { name } team { id: slug } title canTake routing { team { id: slug } rows { isMatch } } } }`;
const QUESTION = { topicId: "receipt-or-bill", title: "A bill to our company", description: "The receipt names me." };

describeOnBothDatabases("questions about no product", (databases) => {
  let api: TestApi;
  let desk: Person;
  let other: Person;
  let keys = 0;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), limits: { createRequestPerHour: 5 } });
    desk = await api.person({ roles: ["ENGINEER"] });
    other = await api.person({ roles: ["ENGINEER"] });
    await setTeams(api, [teamWith("emea", [other]), teamWith("customer-service", [desk])], [rowTo("emea")]);
  });
  const ask = async (person: Person, more: Readonly<Record<string, unknown>> = {}) => {
    keys += 1;
    const answer = await person.ask(ASK, { input: { idempotencyKey: `question-${keys}`, ...QUESTION, ...more } });
    return { ...answer, payload: answer.data?.createGeneralQuestion };
  };

  it("R99, S7: a question becomes a request of its asker, without a plan: the balance stays, the ledger has no line of it", async () => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const ledger = async () =>
      (await person.ask(`{ plan(id: "${planId}") { incidentsRemaining ledger(first: 50) { totalCount } } }`)).data.plan;
    const before = await ledger();
    const { request, userErrors } = (await ask(person)).payload;
    expect(userErrors).toEqual([]);
    expect(request).toMatchObject({
      status: "NEW",
      turn: "SUPPORT",
      severity: "MINIMAL",
      support24x7: false,
      consumedAt: null,
      viewerRole: "PRIMARY",
      planIncidentsRemaining: null,
      programme: null,
      generalTopic: { id: "receipt-or-bill", name: "Receipt, bill or refund" },
      productVersion: {
        name: "Receipt, bill or refund",
        phase: null,
        product: { name: "Receipt, bill or refund", portal: { id: expect.any(String) }, versions: [] },
      },
      category: { name: "General question" },
      problem: { name: "Receipt, bill or refund" },
      primaryContact: { email: person.account.email },
      timeline: { nodes: [{ kind: "SUBMITTED", isFromSupport: false }] },
    });
    expect(await ledger()).toEqual(before);
    const mails = (await api.db.read.of(outboxStore).list({ first: 100, after: null })).rows;
    expect(mails.filter(({ payload }) => payload.requestId === request.id)).toHaveLength(1);
    const listed = await person.ask(
      '{ myRequests(filter: { productId: "question.receipt-or-bill" }) { nodes { id productVersion { name } } } }',
    );
    expect(listed.data.myRequests.nodes).toEqual([
      { id: request.id, productVersion: { name: "Receipt, bill or refund" } },
    ]);
  });

  it("R99: the team of the topic gets it and sees the topic where a product stands, whatever the routing table says", async () => {
    const { request } = (await ask(await api.person())).payload;
    expect((await desk.ask(ITEM, { id: request.id })).data.queueItem).toEqual({
      sight: "CONTENT",
      productVersion: { name: "Receipt, bill or refund" },
      team: { id: "customer-service" },
      title: "A bill to our company",
      canTake: true,
      routing: { team: { id: "customer-service" }, rows: [] },
    });
    expect((await other.ask(ITEM, { id: request.id })).data.queueItem).toMatchObject({ sight: "OUTLINE", title: null });
  });

  it("R99, S7: answered and closed by its engineer, it still used nothing", async () => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person], { incidents: 2 });
    const { id } = (await ask(person, { topicId: "agreement-or-balance" })).payload.request;
    const run = async (by: Person, field: string, input: string, more: object = {}) => {
      const answer = await by.ask(
        `mutation ($input: ${input}!) { ${field}(input: $input) { request { status consumedAt } userErrors { code } } }`,
        { input: { requestId: id, ...more } },
      );
      expect(answer.errors ?? []).toEqual([]);
      expect(codesOf(answer.data[field])).toEqual([]);
      return answer.data[field].request;
    };
    await run(desk, "takeRequest", "TakeRequestInput");
    await run(desk, "addCommunication", "AddCommunicationInput", { text: "The receipt has both names now." });
    expect(await run(person, "closeRequest", "CloseRequestInput")).toEqual({ status: "CLOSED", consumedAt: null });
    expect((await api.db.read.of(planStore).byId(planId))?.incidentsRemaining).toBe(2);
  });

  it("R99: refusals name their field; a topic is no product, and charges nothing when somebody says it is", async () => {
    const person = await api.person();
    const { payload } = await ask(person, { topicId: "nothing", title: "" });
    expect(payload.userErrors).toMatchObject([
      { code: "INPUT_INVALID", path: ["topicId"] },
      { code: "INPUT_REQUIRED", path: ["title"] },
    ]);
    expect(codesOf((await ask(await api.person({ profile: null }))).payload)).toEqual(["PROFILE_INCOMPLETE"]);
    expect(errorCodes(await api.anonymous(ASK, { input: { idempotencyKey: "k", ...QUESTION } }))).toEqual([
      "UNAUTHENTICATED",
    ]);
    const { planId } = await makeAgreement(api, [person]);
    const disguised = {
      ...requestInput(person, planId),
      productVersionId: "question.other",
      categoryId: "general-question",
      problemId: "other",
    };
    expect((await submitRequest(person, disguised)).data.createRequest).toMatchObject({
      confirmation: null,
      userErrors: [{ path: ["productVersionId"] }, { path: ["categoryId"] }, { path: ["planId"] }],
    });
    for (const field of ["product", "productVersion"])
      expect(errorCodes(await person.ask(`{ ${field}(id: "question.other") { id } }`))).toEqual(["NOT_FOUND"]);
  });

  it("M-4: the same key asks once; another question under it is refused; more than the hour allows is too", async () => {
    const person = await api.person();
    const [first, again] = [
      await ask(person, { idempotencyKey: "same" }),
      await ask(person, { idempotencyKey: "same" }),
    ];
    expect(again.payload.request.number).toBe(first.payload.request.number);
    expect(errorCodes(await ask(person, { idempotencyKey: "same", title: "Another" }))).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
    ]);
    for (let count = 1; count < 5; count += 1) expect(codesOf((await ask(person)).payload)).toEqual([]);
    expect(errorCodes(await ask(person))).toEqual(["RATE_LIMITED"]);
  });

  it("R99, F80: topics are for everybody, with their links, in the language of the answer", async () => {
    const query = "{ generalTopics { id: slug name description links { label address } } }";
    const topics = (await api.anonymous(query)).data.generalTopics;
    expect(topics).toHaveLength(5);
    expect(topics[3]).toMatchObject({
      id: "receipt-or-bill",
      links: [{ label: "Purchases and receipts", address: "/purchases" }, { address: "/payment-methods" }],
    });
    const romanian = await api.person({ profile: { language: "ro" } });
    expect((await romanian.ask(query)).data.generalTopics[3].links[0].label).toBe("Achiziții și chitanțe");
    expect((await ask(romanian)).payload.request).toMatchObject({
      generalTopic: { name: "Chitanță, factură sau rambursare" },
      productVersion: { name: "Chitanță, factură sau rambursare" },
      category: { name: "Întrebare generală" },
    });
  });
});
