/** Who sees, takes, hands over and changes a request, on both databases (R97, R98, F52, F69, E10, E22, M-11). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { TEXT } from "../../../../../tests/support/entry-fields.js";
import { codesOf, makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { rowTo, setTeams, teamWith } from "../../../../../tests/support/test-teams.js";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { ledgerStore, planStore } from "../agreements/module.js";
import { requestStore } from "../requests/module.js";

const DAY = 86_400_000;
const REFUSED = "userErrors { __typename code message path }";
const deed = (field: string, input: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { request { id status severity engineer { name } updatedAt } ${REFUSED} } }`;
const TAKE = deed("takeRequest", "TakeRequestInput");
const HAND = deed("handOverRequest", "HandOverRequestInput");
const REASSIGN = deed("updateRequestAssignment", "UpdateRequestAssignmentInput");
const MOVE = deed("updateRequestStatus", "UpdateRequestStatusInput");
const SEVERITY = deed("updateRequestSeverity", "UpdateRequestSeverityInput");
const REFUND = deed("refundIncident", "RefundIncidentInput");
const ITEM = `query ($id: ID!) { queueItem(id: $id) { id: requestId sight productVersion { id: slug } severity createdAt canTake isMine team { id: slug } engineer { id: accountId name }
  number support24x7 status turn firstResponse { dueAt state } country timeZone language title description routing { team { id: slug } } } }`;
const SEE = `query ($id: ID!) { request(by: { id: $id }) { status severity updatedAt team { id: slug } routing { rows { isMatch } } severityAsk { severity } firstResponse { dueAt }
  entitlement { planId programme { id: slug } state endsOn incidentsTotal incidentsRemaining phase scope isCharged }
  timeline(first: 50) { totalCount nodes { kind ${TEXT} isInternal } } } }`;

describeOnBothDatabases("the work of engineers", (databases) => {
  let api: TestApi;
  let mine: Person;
  let colleague: Person;
  let other: Person;
  let lead: Person;
  let admin: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    mine = await api.person({ roles: ["ENGINEER"] });
    colleague = await api.person({ roles: ["ENGINEER"] });
    other = await api.person({ roles: ["ENGINEER"] });
    lead = await api.person({ roles: ["LEAD"] });
    admin = await api.person({ roles: ["ADMINISTRATOR"] });
    const teams = [teamWith("emea", [mine, colleague]), teamWith("apac", [other])];
    await setTeams(api, teams, [rowTo("apac", { regions: ["japan"] }), rowTo("emea")]);
  });
  const opened = async (
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<{ customer: Person; id: string; planId: string }> => {
    const customer = await api.person();
    const { planId } = await makeAgreement(api, [customer]);
    const id = (await openRequest(customer, planId, more)).confirmation.requestId as string;
    return { customer, id, planId };
  };
  const run = async (person: Person, query: string, input: object) => {
    const answer = await person.ask(query, { input });
    return answer.data === null || answer.data === undefined
      ? { errors: errorCodes(answer) }
      : { ...Object.values<{ userErrors: { code: string }[]; request: object | null }>(answer.data)[0], errors: [] };
  };
  const refusals = async (person: Person, query: string, input: object) =>
    codesOf((await run(person, query, input)) as { userErrors: { code: string }[] });
  const taken = async (more: Readonly<Record<string, unknown>> = {}) => {
    const made = await opened(more);
    expect(await refusals(mine, TAKE, { requestId: made.id })).toEqual([]);
    return made;
  };
  const item = async (person: Person, id: string) => (await person.ask(ITEM, { id })).data?.queueItem;
  const see = async (person: Person, id: string) => (await person.ask(SEE, { id })).data?.request;

  it("F52, F69: a new request goes to its team, which reads it before anybody takes it; others see id, product, severity, age", async () => {
    const { id, customer } = await opened();
    expect(await item(mine, id)).toMatchObject({
      sight: "CONTENT",
      canTake: true,
      team: { id: "emea" },
      title: "Accounts are locked every morning",
      description: "Since Monday, on all domain controllers.",
      status: "NEW",
      turn: "SUPPORT",
      language: "EN",
      firstResponse: { state: "PENDING" },
      routing: { team: { id: "emea" } },
    });
    const outline = await item(other, id);
    const { sight, id: _id, productVersion, severity, createdAt, canTake, isMine, team, engineer, ...hidden } = outline;
    expect({ sight, productVersion, severity, canTake, isMine, team, engineer }).toEqual({
      sight: "OUTLINE",
      productVersion: { id: "windows-server-2025" },
      severity: "MODERATE",
      canTake: false,
      isMine: false,
      team: { id: "emea" },
      engineer: null,
    });
    expect(createdAt).toBeTruthy();
    expect(new Set(Object.values(hidden))).toEqual(new Set([null]));
    expect(await item(lead, id)).toMatchObject({ sight: "CONTENT", title: "Accounts are locked every morning" });
    expect(await item(admin, id)).toMatchObject({ sight: "FACTS", status: "NEW", title: null, description: null });
    const audited = await api.db.read.of(auditStore).list(0, 1000);
    expect(JSON.stringify(audited)).toContain("request.lookAt");
    for (const query of [ITEM, SEE]) {
      const asked = await customer.ask(query, { id });
      if (query === ITEM) expect(errorCodes(asked)).toEqual(["FORBIDDEN"]);
      else expect(asked.data.request).toMatchObject({ team: null, routing: null, entitlement: null });
    }
    expect((await see(customer, id)).timeline.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(["SUBMITTED"]);
    expect(errorCodes(await api.anonymous(ITEM, { id }))).toEqual(["UNAUTHENTICATED"]);
  });

  it("R98, F52: of two who take a request at once one owns it; another team's engineer may not", async () => {
    const { id, customer } = await opened();
    expect(await run(other, TAKE, { requestId: id })).toMatchObject({ errors: ["FORBIDDEN"] });
    expect(await run(customer, TAKE, { requestId: id })).toMatchObject({ errors: ["FORBIDDEN"] });
    expect(await run(await api.person(), TAKE, { requestId: id })).toMatchObject({ errors: ["NOT_FOUND"] });
    expect(await run(admin, TAKE, { requestId: id })).toMatchObject({ errors: ["NOT_FOUND"] });
    const outcomes = await Promise.all([mine, colleague].map((person) => refusals(person, TAKE, { requestId: id })));
    expect(outcomes.map((codes) => codes.join()).sort()).toEqual(["", "CHANGED_MEANWHILE"]);
    const [owner, loser] = outcomes[0]?.length === 0 ? [mine, colleague] : [colleague, mine];
    expect(await see(owner, id)).toMatchObject({ status: "ASSIGNED", team: { id: "emea" } });
    expect(await item(loser, id)).toMatchObject({ sight: "FACTS", status: "ASSIGNED", title: null, description: null });
    expect(errorCodes(await loser.ask(SEE, { id }))).toEqual(["NOT_FOUND"]);
    expect(await refusals(owner, TAKE, { requestId: id })).toEqual([]);
    expect((await see(customer, id)).timeline.nodes[0]).toMatchObject({ kind: "ASSIGNED" });
  });

  it("F52: who does not own it is refused by name, a contact is forbidden, a stranger sees nothing", async () => {
    const { id, customer } = await taken();
    const deeds: [string, object][] = [
      [HAND, { requestId: id, toTeamId: "apac", note: "x" }],
      [MOVE, { requestId: id, status: "IN_PROGRESS" }],
      [SEVERITY, { requestId: id, severity: "MINIMAL" }],
      [REFUND, { requestId: id, reason: "DUPLICATE" }],
    ];
    const stranger = await api.person();
    for (const [query, input] of deeds) {
      for (const person of [colleague, other, lead])
        expect(await refusals(person, query, input)).toEqual(["NOT_REQUEST_OWNER"]);
      expect(await run(customer, query, input)).toMatchObject({ errors: ["FORBIDDEN"] });
      for (const person of [stranger, admin])
        expect(await run(person, query, input)).toMatchObject({ errors: ["NOT_FOUND"] });
      expect(errorCodes(await mine.withToken("requests:read").ask(query, { input }))).toEqual(["FORBIDDEN"]);
    }
  });

  it("F52: a hand-over needs a note, gives the request to an engineer or a team, and no customer learns of it", async () => {
    const { id, customer } = await taken();
    const before = await see(customer, id);
    const to = { requestId: id, toEngineerId: colleague.account.id };
    expect(await refusals(mine, HAND, to)).toEqual(["INPUT_REQUIRED"]);
    expect(await refusals(mine, HAND, { requestId: id, note: "x" })).toEqual(["INPUT_REQUIRED"]);
    expect(await refusals(mine, HAND, { requestId: id, toEngineerId: customer.account.id, note: "x" })).toEqual([
      "INPUT_INVALID",
    ]);
    expect(await refusals(mine, HAND, { ...to, toTeamId: "apac", note: "x" })).toEqual(["INPUT_INVALID"]);
    expect(await refusals(mine, HAND, { requestId: id, toTeamId: "nowhere", note: "x" })).toEqual(["INPUT_INVALID"]);
    api.clock.advance(60_000);
    const handed = await run(mine, HAND, { ...to, note: "Waiting for the logs of Tuesday." });
    expect(handed).toMatchObject({ request: null, userErrors: [] });
    expect(errorCodes(await mine.ask(SEE, { id }))).toEqual(["NOT_FOUND"]);
    const now = await see(colleague, id);
    expect(now.timeline.nodes[0]).toMatchObject({
      kind: "HANDED_OVER",
      text: "Waiting for the logs of Tuesday.",
      isInternal: true,
    });
    const after = await see(customer, id);
    expect({ updatedAt: after.updatedAt, timeline: after.timeline }).toEqual({
      updatedAt: before.updatedAt,
      timeline: before.timeline,
    });
    expect(await refusals(colleague, HAND, { requestId: id, toTeamId: "apac", note: "Follow the sun." })).toEqual([]);
    expect(await item(other, id)).toMatchObject({
      sight: "CONTENT",
      team: { id: "apac" },
      engineer: null,
      canTake: true,
    });
    expect(await item(colleague, id)).toMatchObject({ sight: "OUTLINE" });
  });

  it("F52: a lead and an administrator reassign; an engineer may not", async () => {
    const { id } = await opened();
    expect(await run(mine, REASSIGN, { requestId: id, toEngineerId: mine.account.id })).toMatchObject({
      errors: ["FORBIDDEN"],
    });
    expect(await refusals(lead, REASSIGN, { requestId: id, toEngineerId: other.account.id })).toEqual([]);
    expect(await see(other, id)).toMatchObject({ status: "ASSIGNED", team: { id: "apac" } });
    expect(
      await refusals(admin, REASSIGN, { requestId: id, toEngineerId: mine.account.id, note: "On leave." }),
    ).toEqual([]);
    expect(await see(mine, id)).toMatchObject({ status: "ASSIGNED", team: { id: "emea" } });
    expect(errorCodes(await other.ask(SEE, { id }))).toEqual(["NOT_FOUND"]);
  });

  it("F48, F49: the owner moves the status and answers the customer's ask for another severity", async () => {
    const { id, customer } = await taken();
    expect(await refusals(mine, MOVE, { requestId: id, status: "CLOSED" })).toEqual(["STATUS_CHANGE_NOT_ALLOWED"]);
    expect(await refusals(mine, MOVE, { requestId: id, status: "IN_PROGRESS" })).toEqual([]);
    const ask = `mutation ($input: CreateSeverityAskInput!) { createSeverityAsk(input: $input) { userErrors { code } } }`;
    await customer.ask(ask, { input: { requestId: id, severity: "CRITICAL", reason: "Nobody can work." } });
    expect(await see(mine, id)).toMatchObject({ severityAsk: { severity: "CRITICAL" } });
    const { dueAt } = (await see(mine, id)).firstResponse;
    expect(await refusals(mine, SEVERITY, { requestId: id, severity: "CRITICAL", reason: "Agreed." })).toEqual([]);
    const raised = await see(customer, id);
    expect(raised).toMatchObject({ severity: "CRITICAL", severityAsk: null });
    expect(raised.firstResponse.dueAt < dueAt).toBe(true);
    await customer.ask(ask, { input: { requestId: id, severity: "MINIMAL", reason: "A workaround." } });
    expect(await refusals(mine, SEVERITY, { requestId: id, severity: "CRITICAL", reason: "Let us wait." })).toEqual([]);
    expect(await see(customer, id)).toMatchObject({ severity: "CRITICAL", severityAsk: null });
  });

  it("E22, S7, M-11: fifty refunds at once give the incident back once, and never the end date", async () => {
    const { id, planId } = await taken();
    const left = async () => (await api.db.read.of(planStore).byId(planId))?.incidentsRemaining;
    const endsAt = (await api.db.read.of(planStore).byId(planId))?.endsAt;
    expect(await left()).toBe(3);
    const all = await Promise.all(
      Array.from({ length: 50 }, () => refusals(mine, REFUND, { requestId: id, reason: "DUPLICATE" })),
    );
    expect(all.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(new Set(all.flat())).toEqual(new Set(["REFUND_NOT_POSSIBLE"]));
    expect(await left()).toBe(4);
    expect((await api.db.read.of(planStore).byId(planId))?.endsAt).toBe(endsAt);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F53: the owner sees programme, incidents left, end date, phase and scope of the plan, never the pair", async () => {
    const { id, planId, customer } = await taken();
    const { entitlement } = await see(mine, id);
    expect(entitlement).toMatchObject({
      planId,
      programme: { id: "visual-studio-enterprise" },
      incidentsTotal: 4,
      incidentsRemaining: 3,
      isCharged: true,
    });
    expect(entitlement.scope.length).toBeGreaterThan(10);
    expect(await refusals(mine, REFUND, { requestId: id, reason: "PRODUCT_DEFECT" })).toEqual([]);
    expect((await see(mine, id)).entitlement).toMatchObject({ incidentsRemaining: 4, isCharged: false });
    expect(JSON.stringify(entitlement)).not.toMatch(/TST-|97\d{8}/);
    expect((await see(customer, id)).entitlement).toBeNull();
    expect(errorCodes(await mine.ask("query ($id: ID!) { plan(id: $id) { accessIdEnding } }", { id: planId }))).toEqual(
      ["NOT_FOUND"],
    );
  });

  it("R97, E10: the owner adds and removes contacts; the primary only with another one named", async () => {
    const { id, customer } = await taken();
    const add =
      "mutation ($input: ShareRequestInput!) { shareRequest(input: $input) { addedContacts { id } userErrors { code } } }";
    const remove =
      "mutation ($input: RemoveContactInput!) { removeContact(input: $input) { request { id } userErrors { code } } }";
    const contacts = [{ givenName: "Dan", familyName: "Pop", email: `dan${id}@carpatia.example` }];
    const added = (await mine.ask(add, { input: { requestId: id, contacts } })).data.shareRequest;
    const danId: string = added.addedContacts[0].id;
    const removal = async (person: Person, input: object) =>
      codesOf((await person.ask(remove, { input: { requestId: id, ...input } })).data.removeContact);
    expect(await removal(customer, { contactId: danId })).toEqual(["CONTACT_REMOVAL_NOT_ALLOWED"]);
    const primary = (await api.db.read.of(requestStore).contactsOf([id])).find(({ role }) => role === "PRIMARY");
    expect(await removal(mine, { contactId: primary?.id })).toEqual(["PRIMARY_CONTACT_REQUIRED"]);
    expect(await removal(mine, { contactId: primary?.id, newPrimaryContactId: danId })).toEqual([]);
    expect(errorCodes(await customer.ask(SEE, { id }))).toEqual(["NOT_FOUND"]);
    expect(await removal(mine, { contactId: danId })).toEqual(["PRIMARY_CONTACT_REQUIRED"]);
  });

  it("E22: of a plan that has ended the incident comes back and expires at once", async () => {
    const { id, planId } = await taken();
    const { endsAt = 0 } = (await api.db.read.of(planStore).byId(planId)) ?? {};
    const late = endsAt - api.clock.now() + DAY;
    api.clock.advance(late);
    expect(await refusals(mine, REFUND, { requestId: id, reason: "PRODUCT_DEFECT" })).toEqual([]);
    const { rows } = await api.db.read.of(ledgerStore).ofPlan(planId, { first: 10, after: null });
    expect(rows.map(({ kind }) => kind)).toEqual(["EXPIRE", "REFUND", "CONSUME", "GRANT"]);
    expect((await api.db.read.of(planStore).byId(planId))?.endsAt).toBe(endsAt);
  });
});
