/** Closing, reopening, withdrawing, severity and rating through the public door, on both databases (F49, F51, E22, S7, S23). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { SEVERITY, STATUS, SUBJECT, TEXT } from "../../../../../../tests/support/entry-fields.js";
import { codesOf, makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { DEFAULT_LIMITS } from "../../../kernel/limits/limits.js";
import { cleanUp } from "../../../schedule-clean-up.js";
import { planStore } from "../../agreements/module.js";
import { requestStore } from "../storage/request-writes.js";

const DAY = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const REQUEST = `request { id status closedReason closedAt severity support24x7 firstResponseDueAt turn
  rating { score comment } severityAsk { severity reason actorName } viewerCan { reopen withdraw rate reopenUntil } } userErrors { code path message remedy }`;
const deed = (name: string) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${REQUEST} } }`;
const PLAN = `query ($id: ID!) { plan(id: $id) { incidentsRemaining ledger { nodes { kind incidents balanceAfter reason } } } }`;
const KINDS = `query ($id: ID!) { request(by: { id: $id }) { timeline { nodes { kind ${TEXT} ${SEVERITY} ${SUBJECT} isFromSupport ${STATUS}
  ... on ClosedEntry { closedReason } ... on RatedEntry { score } } } } }`;

describeOnBothDatabases("the life of a request", (databases) => {
  let api: TestApi;
  let engineer: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    engineer = await api.person({ roles: ["ENGINEER"] });
  });
  const opened = async (
    more: { isAssigned?: boolean; startsOn?: string; severity?: string; support24x7?: boolean } = {},
  ) => {
    const person = await api.person();
    const { isAssigned = true, startsOn, ...input } = more;
    const { planId } = await makeAgreement(api, [person], startsOn === undefined ? {} : { startsOn });
    const id = (await openRequest(person, planId, input)).confirmation.requestId as string;
    if (isAssigned) await move(id, { engineerId: engineer.account.id, status: "IN_PROGRESS" });
    return { person, id, planId };
  };
  const move = (id: string, changes: object) =>
    api.db.transaction("test move", (tx) => tx.of(requestStore).update(id, { ...changes, updatedAt: api.clock.now() }));
  const ask = (person: Person, name: string, input: Readonly<Record<string, unknown>>) =>
    person.ask(deed(name), { input });
  const act = async (person: Person, name: string, input: Readonly<Record<string, unknown>>) => {
    const answer = await ask(person, name, input);
    if (!answer.data) throw new Error(answer.text);
    return answer.data[name];
  };
  const kindsOf = async (person: Person, id: string) =>
    (await person.ask(KINDS, { id })).data.request.timeline.nodes.map((entry: { kind: string }) => entry.kind);

  it("F49, F51, R98: a contact closes what is solved and rates it; a colleague may rate anew", async () => {
    const { person, id } = await opened();
    const closed = await act(person, "closeRequest", { requestId: id, rating: { score: 5, comment: "Quick." } });
    expect(closed.request).toMatchObject({
      status: "CLOSED",
      closedReason: "SOLVED",
      turn: "NOBODY",
      rating: { score: 5, comment: "Quick." },
      viewerCan: { reopen: true, rate: true },
    });
    const { nodes } = (await person.ask(KINDS, { id })).data.request.timeline;
    expect(nodes).toMatchObject([
      { kind: "RATED", score: 5, text: "Quick." },
      { kind: "CLOSED", status: "CLOSED", closedReason: "SOLVED" },
      { kind: "SUBMITTED" },
    ]);
    expect(codesOf(await act(person, "closeRequest", { requestId: id }))).toEqual(["REQUEST_CLOSED"]);
    expect((await act(person, "updateRequestRating", { requestId: id, score: 2 })).request.rating).toEqual({
      score: 2,
      comment: null,
    });
    const refused = await act(person, "updateRequestRating", { requestId: id, score: 9 });
    expect([codesOf(refused), refused.userErrors[0].path]).toEqual([["INPUT_INVALID"], ["score"]]);
    expect(errorCodes(await ask(engineer, "updateRequestRating", { requestId: id, score: 5 }))).toEqual(["FORBIDDEN"]);
  });

  it("R98: the engineer closes with a reason of the list, and only they name one", async () => {
    const { person, id } = await opened();
    const refused = await act(person, "closeRequest", { requestId: id, reason: "DUPLICATE" });
    expect([codesOf(refused), refused.userErrors[0].path]).toEqual([["INPUT_INVALID"], ["reason"]]);
    expect(codesOf(await act(engineer, "closeRequest", { requestId: id }))).toEqual(["INPUT_REQUIRED"]);
    expect((await act(engineer, "closeRequest", { requestId: id, reason: "DUPLICATE" })).request.closedReason).toBe(
      "DUPLICATE",
    );
  });

  it("F51: nothing to rate while the work goes on", async () => {
    const { person, id } = await opened();
    const refused = await act(person, "updateRequestRating", { requestId: id, score: 3 });
    expect(codesOf(refused)).toEqual(["STATUS_CHANGE_NOT_ALLOWED"]);
    expect(refused.userErrors[0].message).toBe("A request is rated once it is solved or closed.");
  });

  it("F49: reopened within fourteen days, with a reason and without an incident; not a moment later", async () => {
    const { person, id, planId } = await opened();
    const { request } = await act(engineer, "closeRequest", { requestId: id, reason: "SOLVED" });
    expect(Date.parse(request.viewerCan.reopenUntil) - Date.parse(request.closedAt)).toBe(14 * DAY);
    expect(codesOf(await act(person, "reopenRequest", { requestId: id, reason: " " }))).toEqual(["INPUT_REQUIRED"]);
    api.clock.advance(14 * DAY - 1);
    const again = { requestId: id, reason: "It came back.", idempotencyKey: "again" };
    expect((await act(person, "reopenRequest", again)).request).toMatchObject({
      status: "IN_PROGRESS",
      closedAt: null,
    });
    expect((await act(person, "reopenRequest", again)).request.status).toBe("IN_PROGRESS");
    expect(await kindsOf(person, id)).toEqual(["REOPENED", "CLOSED", "SUBMITTED"]);
    expect((await person.ask(PLAN, { id: planId })).data.plan.incidentsRemaining).toBe(3);
    expect(codesOf(await act(person, "reopenRequest", { requestId: id, reason: "Once more." }))).toEqual([
      "STATUS_CHANGE_NOT_ALLOWED",
    ]);
    await act(person, "closeRequest", { requestId: id });
    api.clock.advance(14 * DAY);
    expect(codesOf(await act(person, "reopenRequest", { requestId: id, reason: "Too late." }))).toEqual([
      "REOPEN_WINDOW_OVER",
    ]);
  });

  it("F49, S7, E22: withdrawn before assignment, the incident comes back, once", async () => {
    const { person, id, planId } = await opened({ isAssigned: false });
    const input = { requestId: id, idempotencyKey: "withdraw" };
    const { request } = await act(person, "cancelRequest", input);
    expect(request).toMatchObject({
      status: "CLOSED",
      closedReason: "CANCELLED",
      viewerCan: { reopen: false, rate: false },
    });
    expect((await act(person, "cancelRequest", input)).request).toEqual(request);
    expect(codesOf(await act(person, "cancelRequest", { requestId: id }))).toEqual(["REQUEST_CLOSED"]);
    expect((await person.ask(PLAN, { id: planId })).data.plan).toMatchObject({
      incidentsRemaining: 4,
      ledger: {
        nodes: [
          { kind: "REFUND", incidents: 1, balanceAfter: 4, reason: "CANCELLED_BEFORE_ASSIGNMENT" },
          { kind: "CONSUME" },
          { kind: "GRANT" },
        ],
      },
    });
    expect(await kindsOf(person, id)).toEqual(["INCIDENT_REFUNDED", "CLOSED", "SUBMITTED"]);
    expect(codesOf(await act(person, "reopenRequest", { requestId: id, reason: "Changed my mind." }))).toEqual([
      "STATUS_CHANGE_NOT_ALLOWED",
    ]);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("E22: of a plan that has ended meanwhile the incident comes back and expires at once", async () => {
    const { person, id, planId } = await opened({ isAssigned: false, startsOn: dayOf(api.clock.now() - 300 * DAY) });
    const plan = await api.db.read.of(planStore).byId(planId);
    api.clock.advance((plan?.endsAt ?? 0) - api.clock.now());
    expect((await act(person, "cancelRequest", { requestId: id })).request.closedReason).toBe("CANCELLED");
    const { nodes } = (await person.ask(PLAN, { id: planId })).data.plan.ledger;
    expect(nodes.slice(0, 2)).toEqual([
      { kind: "EXPIRE", incidents: -1, balanceAfter: 3, reason: "PLAN_ENDED" },
      { kind: "REFUND", incidents: 1, balanceAfter: 4, reason: "CANCELLED_BEFORE_ASSIGNMENT" },
    ]);
    await cleanUp(api.db, api.clock, DEFAULT_LIMITS);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F49: not withdrawn once an engineer has it, nor by the engineer, nor by a stranger; nothing comes back", async () => {
    const { person, id, planId } = await opened();
    expect(codesOf(await act(person, "cancelRequest", { requestId: id }))).toEqual(["STATUS_CHANGE_NOT_ALLOWED"]);
    expect(errorCodes(await ask(engineer, "cancelRequest", { requestId: id }))).toEqual(["FORBIDDEN"]);
    const stranger = await api.person();
    const deeds = {
      cancelRequest: {},
      closeRequest: {},
      reopenRequest: { reason: "x" },
      updateRequestRating: { score: 1 },
    };
    for (const [name, more] of Object.entries({ ...deeds, createSeverityAsk: { severity: "MINIMAL", reason: "x" } }))
      expect([name, errorCodes(await ask(stranger, name, { requestId: id, ...more }))]).toEqual([name, ["NOT_FOUND"]]);
    expect((await person.ask(PLAN, { id: planId })).data.plan.incidentsRemaining).toBe(3);
  });

  it("M-1: withdrawing and taking at once: one of them, and the incident comes back only with the withdrawal", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { person, id, planId } = await opened({ isAssigned: false });
      const take = api.db.transaction("test take", async (tx) => {
        const request = await tx.of(requestStore).byIdForChange(id);
        if (request?.status !== "NEW") return false;
        return tx.of(requestStore).update(id, {
          engineerId: engineer.account.id,
          status: "ASSIGNED",
          updatedAt: api.clock.now(),
        });
      });
      const [withdrawn, isTaken] = await Promise.all([act(person, "cancelRequest", { requestId: id }), take]);
      expect(codesOf(withdrawn).length === 0).toBe(!isTaken);
      expect((await person.ask(PLAN, { id: planId })).data.plan.incidentsRemaining).toBe(isTaken ? 3 : 4);
    }
    // The clock has moved by weeks: what is kept for thirty days goes first, as the hourly round does it.
    await cleanUp(api.db, api.clock, DEFAULT_LIMITS);
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("S23, F49: while nobody is assigned another severity is so at once, and the deadline with it", async () => {
    const { person, id } = await opened({ isAssigned: false, severity: "CRITICAL", support24x7: true });
    const before = await api.db.read.of(requestStore).byId(id);
    const { request } = await act(person, "createSeverityAsk", {
      requestId: id,
      severity: "MINIMAL",
      reason: "It can wait.",
    });
    expect(request).toMatchObject({ severity: "MINIMAL", support24x7: false, severityAsk: null });
    expect(Date.parse(request.firstResponseDueAt)).toBeGreaterThan(before?.firstResponseDueAt ?? 0);
    const after = await api.db.read.of(requestStore).byId(id);
    expect(after?.nearBreachAt).toBeGreaterThan(before?.nearBreachAt ?? 0);
    const [entry] = (await person.ask(KINDS, { id })).data.request.timeline.nodes;
    expect(entry).toMatchObject({ kind: "SEVERITY_CHANGED", text: "It can wait.", severity: "MINIMAL" });
  });

  it("S23, F49: once assigned, the engineer is asked and sees why", async () => {
    const { person, id } = await opened();
    const { request } = await act(person, "createSeverityAsk", {
      requestId: id,
      severity: "CRITICAL",
      reason: "It spreads.",
    });
    const asked = { severity: "CRITICAL", reason: "It spreads.", actorName: `Maria ${person.account.familyName}` };
    expect(request).toMatchObject({ severity: "MODERATE", severityAsk: asked });
    expect(
      (await engineer.ask(`{ request(by: { id: "${id}" }) { severityAsk { severity reason actorName } } }`)).data
        .request,
    ).toEqual({
      severityAsk: asked,
    });
    expect(errorCodes(await askAgain(engineer, id))).toEqual(["FORBIDDEN"]);
    const same = await act(person, "createSeverityAsk", { requestId: id, severity: "MODERATE", reason: "" });
    expect(same.userErrors.map((error: { path: string[] }) => error.path)).toEqual([["severity"], ["reason"]]);
  });
  const askAgain = (person: Person, requestId: string) =>
    ask(person, "createSeverityAsk", { requestId, severity: "MINIMAL", reason: "x" });
});
