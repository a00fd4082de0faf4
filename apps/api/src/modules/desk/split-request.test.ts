/** Splitting with the customer's consent, entering a request for a customer, on both databases (S1, S8, F52, F55, V2, M-4). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { SUBJECT, TEXT } from "../../../../../tests/support/entry-fields.js";
import { codesOf, makeAgreement, openRequest, requestInput } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { planStore } from "../agreements/module.js";

const REFUSED =
  "userErrors { __typename code path message ... on PlanUnavailableError { plan { id } reasons { code } } }";
const TAKE = `mutation ($input: TakeRequestInput!) { takeRequest(input: $input) { userErrors { code } } }`;
const PROPOSE = `mutation ($input: CreateSplitProposalInput!) { createSplitProposal(input: $input) { proposal { id state title } request { id } ${REFUSED} } }`;
const DECIDE = `mutation ($input: DecideSplitInput!) { decideSplit(input: $input) { request { id splitProposals { state newRequestId } }
  newRequest { id title status severity engineer { name } primaryContact { email } timeline { nodes { kind } } } ${REFUSED} } }`;
const ENTER = `mutation ($input: CreateRequestForCustomerInput!) { createRequestForCustomer(input: $input) {
  request { id title status programme { id: slug } engineer { name } primaryContact { email } viewerRole } ${REFUSED} } }`;
const SEE = `query ($id: ID!) { request(by: { id: $id }) { id status splitProposals { id state title } timeline(first: 50) { nodes { kind ${TEXT} ${SUBJECT} } } } }`;
const PART = { title: "Printers of the second floor", description: "They lost their queue as well." };

describeOnBothDatabases("a second request", (databases) => {
  let api: TestApi;
  let engineer: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    engineer = await api.person({ roles: ["ENGINEER"] });
  });
  const taken = async (incidents: number | null = 2) => {
    const customer = await api.person();
    const { planId } = await makeAgreement(api, [customer], { incidents });
    const id = (await openRequest(customer, planId)).confirmation.requestId as string;
    await engineer.ask(TAKE, { input: { requestId: id } });
    return { customer, planId, id };
  };
  const propose = async (person: Person, requestId: string) => person.ask(PROPOSE, { input: { requestId, ...PART } });
  const proposed = async (requestId: string): Promise<string> =>
    (await propose(engineer, requestId)).data.createSplitProposal.proposal.id;
  const decide = async (person: Person, proposalId: string, isAccepted: boolean, more: object = {}) =>
    person.ask(DECIDE, { input: { proposalId, isAccepted, ...more } });
  const left = async (planId: string) => (await api.db.read.of(planStore).byId(planId))?.incidentsRemaining;

  it("S1, F55: nothing is used by a proposal; consent opens the second request and uses its incident, once", async () => {
    const { customer, planId, id } = await taken();
    const proposalId = await proposed(id);
    expect(await left(planId)).toBe(1);
    expect((await customer.ask(SEE, { id })).data.request).toMatchObject({
      splitProposals: [{ id: proposalId, state: "PROPOSED", title: PART.title }],
      timeline: { nodes: [{ kind: "SPLIT_PROPOSED", text: PART.description, subject: PART.title }, {}, {}] },
    });
    expect(codesOf((await propose(engineer, id)).data.createSplitProposal)).toEqual(["CHANGED_MEANWHILE"]);
    expect(errorCodes(await propose(customer, id))).toEqual(["FORBIDDEN"]);
    expect(errorCodes(await decide(engineer, proposalId, true))).toEqual(["FORBIDDEN"]);
    expect(errorCodes(await decide(await api.person(), proposalId, true))).toEqual(["NOT_FOUND"]);
    const both = await Promise.all([decide(customer, proposalId, true), decide(customer, proposalId, true)]);
    const codes = both.map(({ data }) => codesOf(data.decideSplit).join());
    expect([...codes].sort()).toEqual(["", "CHANGED_MEANWHILE"]);
    const won = both[codes.indexOf("")]?.data.decideSplit;
    expect(won).toMatchObject({
      request: { id, splitProposals: [{ state: "ACCEPTED", newRequestId: won.newRequest.id }] },
      newRequest: {
        title: PART.title,
        status: "ASSIGNED",
        severity: "MODERATE",
        primaryContact: { email: customer.account.email },
      },
    });
    expect(won.newRequest.timeline.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(["ASSIGNED", "SUBMITTED"]);
    expect(await left(planId)).toBe(0);
    expect((await engineer.ask(SEE, { id: won.newRequest.id })).data.request.id).toBe(won.newRequest.id);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F55: a no uses nothing; without an incident left the plan and its reasons are data, and the proposal stays open", async () => {
    const declined = await taken();
    expect(codesOf((await decide(declined.customer, await proposed(declined.id), false)).data.decideSplit)).toEqual([]);
    expect(await left(declined.planId)).toBe(1);
    const { customer, planId, id } = await taken(1);
    const proposalId = await proposed(id);
    const { userErrors } = (await decide(customer, proposalId, true)).data.decideSplit;
    expect(userErrors).toMatchObject([
      {
        __typename: "PlanUnavailableError",
        code: "PLAN_UNAVAILABLE",
        plan: { id: planId },
        reasons: [{ code: "NO_INCIDENTS_LEFT" }],
      },
    ]);
    expect((await customer.ask(SEE, { id })).data.request.splitProposals).toMatchObject([{ state: "PROPOSED" }]);
    expect(codesOf((await decide(customer, proposalId, false)).data.decideSplit)).toEqual([]);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  const entry = (customer: Person, more: object = {}) => {
    const { planId: _plan, idempotencyKey: _key, ...input } = requestInput(customer, "");
    return { ...input, ...more };
  };
  const enter = (person: Person, input: object) => person.ask(ENTER, { input });

  it("F52, V2: an engineer enters a request for a customer without a plan, owns it, and the customer sees it", async () => {
    const customer = await api.person();
    const key = { idempotencyKey: "call-of-monday" };
    const first = (await enter(engineer, entry(customer, key))).data.createRequestForCustomer;
    expect(first).toMatchObject({
      request: {
        status: "ASSIGNED",
        programme: null,
        viewerRole: null,
        primaryContact: { email: customer.account.email },
      },
      userErrors: [],
    });
    const again = (await enter(engineer, entry(customer, key))).data.createRequestForCustomer;
    expect(again.request.id).toBe(first.request.id);
    expect((await customer.ask(SEE, { id: first.request.id })).data.request.status).toBe("ASSIGNED");
    for (const person of [customer, await api.person({ roles: ["ADMINISTRATOR"] })])
      expect(errorCodes(await enter(person, entry(customer)))).toEqual(["FORBIDDEN"]);
    expect(codesOf((await enter(engineer, entry(customer, { title: " " }))).data.createRequestForCustomer)).toEqual([
      "INPUT_REQUIRED",
    ]);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F52: a plan is charged only where the customer's own account has registered it", async () => {
    const [customer, other] = [await api.person(), await api.person()];
    const { planId } = await makeAgreement(api, [customer], { incidents: 1 });
    expect(errorCodes(await enter(engineer, entry(other, { planId })))).toEqual(["NOT_FOUND"]);
    const unproven = await api.person({ isEmailProven: false, email: customer.account.email });
    expect(unproven.account.email).toBe(customer.account.email);
    const charged = (await enter(engineer, entry(customer, { planId }))).data.createRequestForCustomer;
    expect(charged).toMatchObject({ request: { programme: { id: "visual-studio-enterprise" } }, userErrors: [] });
    expect(await left(planId)).toBe(0);
    expect(codesOf((await enter(engineer, entry(customer, { planId }))).data.createRequestForCustomer)).toEqual([
      "PLAN_UNAVAILABLE",
    ]);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });
});
