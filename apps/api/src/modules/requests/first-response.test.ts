import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { requestStore } from "./storage/request-writes.js";

const ASK = `query ($id: ID!) { request(by: { id: $id }) { firstResponseDueAt firstResponse {
  dueAt respondedAt state targetHours isBusinessTime timeZone intervals { from until minutes kind name } } } }`;
const SAY = "mutation ($input: AddCommunicationInput!) { addCommunication(input: $input) { userErrors { code } } }";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describeOnBothDatabases("the deadline of the first answer, explained", (databases) => {
  let api: TestApi;
  let ana: Person;
  let planId: string;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    ana = await api.person();
    planId = (await makeAgreement(api, [ana])).planId;
  });
  const move = (id: string, changes: object) =>
    api.db.transaction("test move", (tx) => tx.of(requestStore).update(id, { ...changes, updatedAt: api.clock.now() }));
  const deadlineOf = async (id: string) => (await ana.ask(ASK, { id })).data.request;

  it("F65, F68: four business hours from Monday noon run over the night, and the contact is told why", async () => {
    api.clock.advance(4 * HOUR);
    const { confirmation } = await openRequest(ana, planId);
    const { firstResponse, firstResponseDueAt } = await deadlineOf(confirmation.requestId);
    expect(firstResponse.dueAt).toBe(firstResponseDueAt);
    expect(firstResponse).toMatchObject({
      respondedAt: null,
      state: "PENDING",
      targetHours: 4,
      isBusinessTime: true,
      timeZone: "Europe/Bucharest",
    });
    expect(firstResponse.intervals).toEqual([
      {
        from: "2026-11-23T12:30:00.000Z",
        until: "2026-11-23T15:00:00.000Z",
        minutes: 150,
        kind: "COUNTED",
        name: null,
      },
      {
        from: "2026-11-23T15:00:00.000Z",
        until: "2026-11-24T07:00:00.000Z",
        minutes: 960,
        kind: "OUTSIDE_BUSINESS_HOURS",
        name: null,
      },
      { from: "2026-11-24T07:00:00.000Z", until: "2026-11-24T08:30:00.000Z", minutes: 90, kind: "COUNTED", name: null },
    ]);
  });

  it("F65: the state follows the clock: near, then late; the list tells it too", async () => {
    const { confirmation } = await openRequest(ana, planId, { severity: "CRITICAL", support24x7: true });
    const states: string[] = [];
    for (const step of [0, 1.5, 0.5, 0.1]) {
      api.clock.advance(step * HOUR);
      states.push((await deadlineOf(confirmation.requestId)).firstResponse.state);
    }
    expect(states).toEqual(["PENDING", "NEAR_BREACH", "NEAR_BREACH", "BREACHED"]);
    const list = await ana.ask("{ myRequests { nodes { id firstResponse { state } } } }");
    const listed = list.data.myRequests.nodes.find((node: { id: string }) => node.id === confirmation.requestId);
    expect(listed.firstResponse.state).toBe("BREACHED");
  });

  it("F67, F68: an answer while support waits settles the deadline; no later wait or severity moves it, and its spans add up", async () => {
    const engineer = await api.person({ roles: ["ENGINEER"] });
    const { confirmation } = await openRequest(ana, planId, { severity: "CRITICAL", support24x7: true });
    const id: string = confirmation.requestId;
    await move(id, { engineerId: engineer.account.id, status: "ASSIGNED" });
    api.clock.advance(49.5 * MINUTE);
    await move(id, { status: "WAITING_FOR_CUSTOMER" });
    api.clock.advance(30 * MINUTE);
    await engineer.ask(SAY, { input: { requestId: id, text: "Please send the log." } });
    const { firstResponse: settled, firstResponseDueAt } = await deadlineOf(id);
    expect(settled).toMatchObject({ dueAt: firstResponseDueAt, state: "MET", targetHours: 2 });
    expect(Date.parse(settled.dueAt)).toBe(api.clock.now() + 70.5 * MINUTE);
    expect(settled.intervals.map(({ kind, minutes }: { kind: string; minutes: number }) => [kind, minutes])).toEqual([
      ["COUNTED", 49],
      ["WAITING_FOR_CUSTOMER", 30],
      ["COUNTED", 71],
    ]);
    api.clock.advance(3 * HOUR);
    await ana.ask(SAY, { input: { requestId: id, text: "Here it is." } });
    expect(await deadlineOf(id)).toEqual({ firstResponse: settled, firstResponseDueAt });
    const changed = await engineer.ask(
      "mutation ($input: UpdateRequestSeverityInput!) { updateRequestSeverity(input: $input) { userErrors { code } } }",
      { input: { requestId: id, severity: "MINIMAL", reason: "One machine." } },
    );
    expect(changed.data.updateRequestSeverity.userErrors).toEqual([]);
    api.clock.advance(HOUR);
    expect(await deadlineOf(id)).toEqual({ firstResponse: settled, firstResponseDueAt });
  });

  it("K8, F65: a deadline of Wednesday morning is near from Tuesday afternoon, in the field, the filter and the count of the queue", async () => {
    const lead = await api.person({ roles: ["LEAD"] });
    api.clock.advance(Date.parse("2026-12-08T11:30:00Z") - api.clock.now());
    const { confirmation } = await openRequest(ana, planId, { severity: "MODERATE", support24x7: false });
    const QUEUE = `{ queue(filter: { firstResponse: [NEAR_BREACH] }) { totalCount nodes { requestId } } }`;
    const near = async (at: string) => {
      api.clock.advance(Date.parse(at) - api.clock.now());
      const { firstResponse } = await deadlineOf(confirmation.requestId);
      const { queue } = (await lead.ask(QUEUE)).data;
      expect(queue.totalCount).toBe(queue.nodes.length);
      const isListed = queue.nodes.some((node: { requestId: string }) => node.requestId === confirmation.requestId);
      return [firstResponse.state, isListed];
    };
    expect((await deadlineOf(confirmation.requestId)).firstResponseDueAt).toBe("2026-12-09T07:30:00.000Z");
    expect(await near("2026-12-08T14:29:00Z")).toEqual(["PENDING", false]);
    expect(await near("2026-12-08T14:30:00Z")).toEqual(["NEAR_BREACH", true]);
    expect(await near("2026-12-09T05:00:00Z")).toEqual(["NEAR_BREACH", true]);
    expect(await near("2026-12-09T07:31:00Z")).toEqual(["BREACHED", false]);
  });
});
