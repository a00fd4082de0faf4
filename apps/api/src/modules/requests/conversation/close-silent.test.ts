/** Silence on both databases: a notice on day five, closed on day seven, once, whoever runs the round (F48). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { STATUS } from "../../../../../../tests/support/entry-fields.js";
import { makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import type { Database } from "../../../kernel/db/index.js";
import { DEFAULT_LIMITS } from "../../../kernel/limits/limits.js";
import { cleanUp } from "../../../schedule-clean-up.js";
import { requestStore } from "../storage/request-writes.js";
import { closeSilentRequests } from "./close-silent.js";

const DAY = 86_400_000;
const SEE = `query ($id: ID!) { request(by: { id: $id }) { status closedReason closesAt closingNoticeAt updatedAt
  timeline { nodes { kind actor { __typename name } isFromSupport channel ${STATUS} } } } }`;

describeOnBothDatabases("silence", (databases) => {
  let api: TestApi;
  let engineer: Person;
  let url: string;
  beforeAll(async () => {
    url = await databases.newUrl();
    api = await createTestApi({ db: await databases.open({ url }) });
    engineer = await api.person({ roles: ["ENGINEER"] });
  });
  const opened = async (status: "WAITING_FOR_CUSTOMER" | "SOLVED" | "IN_PROGRESS"): Promise<[Person, string]> => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person], {
      startsOn: new Date(api.clock.now() - DAY).toISOString().slice(0, 10),
    });
    const id = (await openRequest(person, planId)).confirmation.requestId as string;
    const changes = { engineerId: engineer.account.id, status, updatedAt: api.clock.now() };
    await api.db.transaction("test move", (tx) => tx.of(requestStore).update(id, changes));
    return [person, id];
  };
  const round = (db: Database = api.db) => closeSilentRequests(db, api.clock);
  const see = async (person: Person, id: string) => (await person.ask(SEE, { id })).data.request;
  const write = (person: Person, requestId: string, text = "Still here.") =>
    person.ask(
      "mutation ($input: AddCommunicationInput!) { addCommunication(input: $input) { userErrors { code } } }",
      {
        input: { requestId, text },
      },
    );
  const kinds = (request: { timeline: { nodes: { kind: string }[] } }) =>
    request.timeline.nodes.map(({ kind }) => kind);

  it("F48: told on day five, closed on day seven, by the system, and only what waits for the customer", async () => {
    const [waiting, waitingId] = await opened("WAITING_FOR_CUSTOMER");
    const [solved, solvedId] = await opened("SOLVED");
    const [working, workingId] = await opened("IN_PROGRESS");
    const since = api.clock.now();
    const before = await see(waiting, waitingId);
    expect([Date.parse(before.closesAt), before.closingNoticeAt]).toEqual([since + 7 * DAY, null]);
    expect((await see(working, workingId)).closesAt).toBeNull();
    api.clock.advance(5 * DAY - 1);
    expect(await round()).toBe(0);
    api.clock.advance(1);
    expect(await round()).toBe(2);
    expect(await round()).toBe(0);
    const told = await see(waiting, waitingId);
    expect([Date.parse(told.closesAt), Date.parse(told.closingNoticeAt)]).toEqual([since + 7 * DAY, since + 5 * DAY]);
    expect(told.timeline.nodes[0]).toEqual({
      kind: "CLOSING_SOON",
      actor: { __typename: "SystemActor", name: null },
      isFromSupport: true,
      channel: "SYSTEM",
    });
    api.clock.advance(2 * DAY - 1);
    expect(await round()).toBe(0);
    api.clock.advance(1);
    expect(await round()).toBe(2);
    expect(await see(waiting, waitingId)).toMatchObject({
      status: "CLOSED",
      closedReason: "NO_ANSWER",
      closesAt: null,
    });
    expect(await see(solved, solvedId)).toMatchObject({ status: "CLOSED", closedReason: "SOLVED" });
    expect(kinds(await see(solved, solvedId))).toEqual(["CLOSED", "CLOSING_SOON", "SUBMITTED"]);
    expect(await see(working, workingId)).toMatchObject({ status: "IN_PROGRESS" });
    api.clock.advance(30 * DAY);
    expect(await round()).toBe(0);
    await cleanUp(api.db, api.clock, DEFAULT_LIMITS);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F48: a word of either side begins the wait anew, and the notice with it", async () => {
    const [person, id] = await opened("WAITING_FOR_CUSTOMER");
    api.clock.advance(5 * DAY);
    expect(await round()).toBe(1);
    await write(engineer, id);
    expect(await see(person, id)).toMatchObject({ closingNoticeAt: null });
    api.clock.advance(4 * DAY);
    expect(await round()).toBe(0);
    await write(engineer, id);
    api.clock.advance(5 * DAY);
    expect(await round()).toBe(1);
    await write(person, id);
    api.clock.advance(30 * DAY);
    expect(await round()).toBe(0);
    expect(await see(person, id)).toMatchObject({ status: "IN_PROGRESS", closesAt: null });
  });

  it("F48: a note is no word: the wait goes on", async () => {
    const [person, id] = await opened("WAITING_FOR_CUSTOMER");
    const { closesAt } = await see(person, id);
    api.clock.advance(DAY);
    await engineer.ask(
      `mutation { addCommunication(input: { requestId: "${id}", text: "Hm.", isInternal: true }) { userErrors { code } } }`,
    );
    expect((await see(person, id)).closesAt).toBe(closesAt);
    await write(person, id);
  });

  it("F48: several processes at once tell once and close once", async () => {
    const other = databases.dialect === "postgres" ? await databases.open({ url }) : api.db;
    const people = [await opened("SOLVED"), await opened("SOLVED"), await opened("SOLVED")];
    for (const days of [5, 2]) {
      api.clock.advance(days * DAY);
      const steps = await Promise.all([round(), round(other), round(), round(other)]);
      expect(steps.reduce((sum, one) => sum + one, 0)).toBe(people.length);
    }
    for (const [person, id] of people)
      expect(kinds(await see(person, id))).toEqual(["CLOSED", "CLOSING_SOON", "SUBMITTED"]);
  });

  it("F48: more than one run of requests is told in one round", async () => {
    const [, id] = await opened("SOLVED");
    const request = await api.db.read.of(requestStore).byId(id);
    if (request === null) throw new Error("no request");
    await api.db.transaction("test many", async (tx) => {
      for (let made = 0; made < 120; made += 1)
        await tx.of(requestStore).create(
          {
            ...request,
            id: `${id.slice(0, -4)}${String(made).padStart(4, "0")}`,
            number: `90000000${made}`,
            planId: null,
          },
          [],
          [],
        );
    });
    api.clock.advance(5 * DAY);
    expect(await round()).toBe(121);
  });
});
