import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../tests/support/test-api.js";

const ASK = `query ($id: ID!) { request(id: $id) { firstResponseDueAt firstResponse {
  dueAt respondedAt state targetHours isBusinessTime timeZone intervals { from until minutes kind name } } } }`;
const HOUR = 3_600_000;

describeOnBothDatabases("the deadline of the first answer, explained", (databases) => {
  let api: TestApi;
  let ana: Person;
  let planId: string;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    ana = await api.person();
    planId = (await makeAgreement(api, [ana])).planId;
  });
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
});
