/** What another system calls requests, agreements and purchases, on both databases: kept, found by, and seen by nobody else (F73). */
import { beforeAll, describe, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import {
  makeAgreement,
  openRequest,
  requestInput,
  submitRequest,
} from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { buy, saveCard } from "../../../../../tests/support/test-shop.js";

const FIELDS = "externalReference metadata { name value }";
const NAMED = {
  externalReference: "ERP-4711",
  metadata: [
    { name: "cost-centre", value: "RO 12" },
    { name: "buyer", value: "Ana" },
  ],
};
/** As they are told: by name. */
const TOLD = { externalReference: "ERP-4711", metadata: NAMED.metadata.toReversed() };
const NOTHING = { externalReference: null, metadata: [] };
const BY = `query ($by: RequestBy!) { request(by: $by) { id ${FIELDS} } }`;
const LIST = `query ($filter: RequestFilter) { myRequests(filter: $filter) { totalCount nodes { id ${FIELDS} } } }`;
const ADD = `mutation ($input: AddAgreementInput!) { addAgreement(input: $input) { plan { id ${FIELDS} } userErrors { code } } }`;

describeOnBothDatabases("references", (databases) => {
  let api: TestApi;
  let person: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), withShop: true });
    person = await api.person();
    return () => api.payments?.remove();
  });
  const opened = async (more: object = {}, by = person): Promise<string> => {
    const { planId } = await makeAgreement(api, [by]);
    return (await openRequest(by, planId, { ...more })).confirmation.requestId;
  };

  it("F73: a request has the reference it was given, and is found by it: of several the newest", async () => {
    const id = await opened(NAMED);
    expect((await person.ask(BY, { by: { id } })).data.request).toEqual({ id, ...TOLD });
    expect((await person.ask(BY, { by: { externalReference: "ERP-4711" } })).data.request.id).toBe(id);
    const later = await opened({ externalReference: "ERP-4711" });
    expect((await person.ask(BY, { by: { externalReference: "ERP-4711" } })).data.request.id).toBe(later);
    const told = await person.ask(BY, { by: { externalReference: "erp-4711" } });
    expect([told.data, errorCodes(told), told.errors[0]?.extensions.inputPath]).toEqual([
      { request: null },
      ["NOT_FOUND"],
      ["by", "externalReference"],
    ]);
    await opened();
    const found = async (filter: object) =>
      (await person.ask(LIST, { filter })).data.myRequests.nodes.map((one: { id: string }) => one.id);
    expect(await found({ externalReference: "ERP-4711" })).toEqual([later, id]);
    expect(await found({ externalReference: "ERP-4711", metadata: [{ name: "buyer", value: "Ana" }] })).toEqual([id]);
    expect(await found({ metadata: NAMED.metadata })).toEqual([id]);
    expect(await found({ metadata: [{ name: "buyer", value: "Dan" }] })).toEqual([]);
    expect((await person.ask(LIST, { filter: { metadata: NAMED.metadata } })).data.myRequests.totalCount).toBe(1);
  });

  it("F73, R88: another contact and the engineer see the request and not what an account calls it", async () => {
    const colleague = await api.person();
    const contact = { givenName: "Ion", familyName: "Pop", email: colleague.account.email };
    const id = await opened({ externalReference: "OURS-1", additionalContacts: [contact] });
    expect((await colleague.ask(BY, { by: { id } })).data.request).toEqual({ id, ...NOTHING });
    expect(errorCodes(await colleague.ask(BY, { by: { externalReference: "OURS-1" } }))).toEqual(["NOT_FOUND"]);
    const list = await colleague.ask(LIST, { filter: { externalReference: "OURS-1" } });
    expect(list.data.myRequests).toEqual({ totalCount: 0, nodes: [] });
  });

  it("F73, R16: each account has its own for a shared agreement, which goes with it", async () => {
    const agreement = await makeAgreement(api);
    const { accessId, agreementId, planId } = agreement;
    const other = await api.person();
    const add = async (by: Person, more: object) =>
      (await by.ask(ADD, { input: { accessId, agreementId, ...more } })).data.addAgreement.plan;
    expect(await add(person, NAMED)).toEqual({ id: planId, ...TOLD });
    expect(await add(other, { externalReference: "THEIRS" })).toEqual({
      id: planId,
      externalReference: "THEIRS",
      metadata: [],
    });
    const plansOf = async (filter: object) =>
      (await person.ask("query ($f: PlanFilter) { myPlans(filter: $f) { totalCount nodes { id } } }", { f: filter }))
        .data.myPlans;
    expect(await plansOf({ externalReference: "ERP-4711" })).toEqual({ totalCount: 1, nodes: [{ id: planId }] });
    expect((await plansOf({ externalReference: "THEIRS" })).totalCount).toBe(0);
    const remove = "mutation ($id: ID!) { removeAgreement(input: { planId: $id }) { removedPlanId } }";
    await person.ask(remove, { id: planId });
    expect(await add(person, {})).toEqual({ id: planId, ...NOTHING });
  });

  it("F73: a purchase has one too", async () => {
    if (api.payments === null) throw new Error("no shop");
    const buyer = await api.person({ kind: "PERSONAL" });
    const cardId = await saveCard(buyer, api.payments);
    const { purchase } = (await buy(buyer, cardId, NAMED)).data.purchaseIncident;
    await buy(buyer, cardId, {});
    const asked = `query ($f: PurchaseFilter) { purchases(filter: $f) { totalCount nodes { id ${FIELDS} } } }`;
    expect((await buyer.ask(asked, { f: { externalReference: "ERP-4711" } })).data.purchases).toEqual({
      totalCount: 1,
      nodes: [{ id: purchase.id, ...TOLD }],
    });
    expect((await buyer.ask(asked)).data.purchases.totalCount).toBe(2);
  });

  it("M-4, F73: under one key another reference is another command", async () => {
    const { planId } = await makeAgreement(api, [person]);
    const input = requestInput(person, planId, { externalReference: "A" });
    const first = (await submitRequest(person, input)).data.createRequest.confirmation.requestId;
    expect((await submitRequest(person, input)).data.createRequest.confirmation.requestId).toBe(first);
    expect(errorCodes(await submitRequest(person, { ...input, externalReference: "B" }))).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
    ]);
  });

  describe("what cannot be kept", () => {
    it.each([
      ["an empty reference", { externalReference: "" }, ["input", "externalReference"]],
      ["a long reference", { externalReference: "x".repeat(201) }, ["input", "externalReference"]],
      ["a reference of two lines", { externalReference: "two\nlines" }, ["input", "externalReference"]],
      ["a name with a space", { metadata: [{ name: "a b", value: "x" }] }, ["input", "metadata", 0]],
      ["a long value", { metadata: [{ name: "a", value: "x".repeat(501) }] }, ["input", "metadata", 0]],
      [
        "an entry too many",
        { metadata: Array.from({ length: 21 }, (_, at) => ({ name: `n${at}`, value: "x" })) },
        ["input", "metadata", 20],
      ],
    ])("F73: %s is refused, and nothing is written", async (_name, more, inputPath) => {
      const { planId } = await makeAgreement(api, [person]);
      const { errors } = await submitRequest(person, requestInput(person, planId, more));
      expect([errors[0]?.extensions.code, errors[0]?.extensions.inputPath]).toEqual(["BAD_USER_INPUT", inputPath]);
      const plan = await person.ask("query ($id: ID!) { plan(id: $id) { incidentsRemaining } }", { id: planId });
      expect(plan.data.plan.incidentsRemaining).toBe(4);
    });
  });
});
