/** Writing in a request, what it does and who learns of it, on both databases (R88, R90, R91, F42, F48, S23, M-4). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { EDITS, STATUS, TEXT } from "../../../../../../tests/support/entry-fields.js";
import { codesOf, makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { rowTo, setTeams, teamWith } from "../../../../../../tests/support/test-teams.js";
import { outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { requestStore } from "../storage/request-writes.js";

const MINUTE = 60_000;
const ADD = `mutation ($input: AddCommunicationInput!) { addCommunication(input: $input) {
  entry { id kind ${TEXT} actor { __typename name isViewer } isFromSupport isInternal ${STATUS} channel ${EDITS} } request { id status turn updatedAt lastCommunicationAt }
  userErrors { code path message } } }`;
const EDIT = `mutation ($input: UpdateCommunicationInput!) { updateCommunication(input: $input) {
  entry { id ${TEXT} createdAt ${EDITS} } userErrors { code path } } }`;
const SEE = `query ($id: ID!, $first: Int = 20, $after: String) { request(by: { id: $id }) { status updatedAt lastCommunicationAt firstResponse { respondedAt }
  viewerCan { reply close reopen askSeverityChange withdraw rate attach addContacts reopenUntil editWindowMinutes }
  timeline(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes { id kind actor { __typename name isViewer } ${TEXT} isInternal } } } }`;

const write = (person: Person, input: Readonly<Record<string, unknown>>) => person.ask(ADD, { input });
const said = async (person: Person, requestId: string, text: string, more: object = {}) =>
  (await write(person, { requestId, text, ...more })).data.addCommunication;
const see = async (person: Person, id: string, page: object = {}) =>
  (await person.ask(SEE, { id, ...page })).data.request;

describeOnBothDatabases("the conversation of a request", (databases) => {
  let api: TestApi;
  let engineer: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    engineer = await api.person({ roles: ["ENGINEER"] });
  });
  const opened = async (isAssigned = true): Promise<[Person, string]> => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const id = (await openRequest(person, planId)).confirmation.requestId as string;
    if (isAssigned) await move(id, { engineerId: engineer.account.id, status: "ASSIGNED" });
    return [person, id];
  };
  const move = (id: string, changes: object) =>
    api.db.transaction("test move", (tx) => tx.of(requestStore).update(id, { ...changes, updatedAt: api.clock.now() }));

  /** The id of the new contact. */
  const share = async (person: Person, requestId: string, added: Person): Promise<string> => {
    const { givenName, familyName, email } = added.account;
    const input = { requestId, contacts: [{ givenName, familyName, email }] };
    const query = "mutation ($input: ShareRequestInput!) { shareRequest(input: $input) { addedContacts { id } } }";
    return (await person.ask(query, { input })).data.shareRequest.addedContacts[0].id;
  };

  it("R91: contacts and the engineer write, raw Markdown is kept, and both sides see it", async () => {
    const [person, id] = await opened();
    const text = "**Still** locked <script>alert(1)</script>\n\n- at 08:00";
    expect(await said(person, id, text)).toMatchObject({
      entry: {
        kind: "REPLY",
        text,
        actor: { __typename: "ContactActor", name: `Maria ${person.account.familyName}`, isViewer: true },
        isFromSupport: false,
        isInternal: false,
        channel: "PORTAL",
        canEdit: true,
        status: null,
      },
      request: { id, status: "ASSIGNED" },
      userErrors: [],
    });
    expect(await said(engineer, id, "Looking at it.")).toMatchObject({ entry: { isFromSupport: true, canEdit: true } });
    const nodes = (await see(person, id)).timeline.nodes.map((entry: { kind: string; text: string }) => [
      entry.kind,
      entry.text,
    ]);
    expect(nodes).toEqual([
      ["REPLY", "Looking at it."],
      ["REPLY", text],
      ["SUBMITTED", undefined],
    ]);
    const told = (await see(person, id)).timeline.nodes.map((entry: { actor: object }) => entry.actor);
    expect(told[0]).toEqual({
      __typename: "EngineerActor",
      name: `Maria ${engineer.account.familyName}`,
      isViewer: false,
    });
    const byToken = person.withToken("requests:write");
    expect(await said(byToken, id, "From a script.")).toMatchObject({ entry: { channel: "API" } });
    expect(errorCodes(await write(person.withToken("requests:read"), { requestId: id, text: "x" }))).toEqual([
      "FORBIDDEN",
    ]);
  });

  it("R88, A-9: a stranger, a colleague engineer and an unknown id are told the same", async () => {
    const [, id] = await opened();
    const strangers = [
      await api.person(),
      await api.person({ roles: ["ENGINEER"] }),
      await api.person({ roles: ["LEAD"] }),
    ];
    for (const stranger of strangers)
      expect(errorCodes(await write(stranger, { requestId: id, text: "Hello" }))).toEqual(["NOT_FOUND"]);
    expect(errorCodes(await write(engineer, { requestId: "req_01m83rdet0eaw9z4fb6en2tpmz", text: "x" }))).toEqual([
      "NOT_FOUND",
    ]);
    expect(errorCodes(await write(engineer, { requestId: "nothing", text: "x" }))).toEqual(["NOT_FOUND"]);
  });

  it("F48: an answer of the customer hands the turn back; the engineer's first word is the first response", async () => {
    const [person, id] = await opened();
    await move(id, { status: "WAITING_FOR_CUSTOMER" });
    api.clock.advance(MINUTE);
    expect((await said(person, id, "Here it is.")).request).toMatchObject({ status: "ASSIGNED", turn: "SUPPORT" });
    expect((await see(person, id)).firstResponse.respondedAt).toBeNull();
    const first = api.clock.now();
    expect((await said(engineer, id, "Please try this.", { markAs: "WAITING_FOR_CUSTOMER" })).request).toMatchObject({
      status: "WAITING_FOR_CUSTOMER",
      turn: "CUSTOMER",
    });
    api.clock.advance(MINUTE);
    await said(engineer, id, "And this.");
    expect(Date.parse((await see(person, id)).firstResponse.respondedAt)).toBe(first);
    expect((await said(person, id, "It works.")).entry).toMatchObject({ status: "IN_PROGRESS" });
    await said(engineer, id, "Then it is solved.", { markAs: "SOLVED" });
    expect((await said(person, id, "Not quite.")).request).toMatchObject({ status: "IN_PROGRESS" });
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F67: what was waited before the first answer moves its deadline", async () => {
    const [person, id] = await opened();
    const stored = async () => {
      const request = await api.db.read.of(requestStore).byId(id);
      return { due: request?.firstResponseDueAt ?? 0, near: request?.nearBreachAt ?? 0 };
    };
    const { due, near } = await stored();
    await move(id, { status: "WAITING_FOR_CUSTOMER" });
    api.clock.advance(10 * MINUTE);
    await said(person, id, "Here it is.");
    const after = await stored();
    expect(after.due).toBeGreaterThan(due);
    expect(after.near).toBeGreaterThan(near);
  });

  it("F42: a note is the engineer's alone: no row, no count, no cursor, no moved time for a customer", async () => {
    const [person, id] = await opened();
    await said(person, id, "One");
    const before = await see(person, id);
    const beforeList = await person.ask("{ myRequests { totalCount nodes { id updatedAt lastCommunicationAt } } }");
    api.clock.advance(MINUTE);
    expect(await said(engineer, id, "Smells like DNS.", { isInternal: true })).toMatchObject({
      entry: { kind: "NOTE", isInternal: true },
      userErrors: [],
    });
    const after = await see(person, id);
    expect(after).toEqual(before);
    expect(await person.ask("{ myRequests { totalCount nodes { id updatedAt lastCommunicationAt } } }")).toMatchObject({
      data: beforeList.data,
    });
    expect(after.timeline.totalCount).toBe(2);
    const pages: string[] = [];
    for (let cursor: string | null = null, more = true; more; ) {
      const { timeline }: { timeline: typeof after.timeline } = await see(person, id, { first: 1, after: cursor });
      pages.push(...timeline.nodes.map((entry: { kind: string }) => entry.kind));
      cursor = timeline.pageInfo.endCursor;
      more = timeline.pageInfo.hasNextPage;
    }
    expect(pages).toEqual(["REPLY", "SUBMITTED"]);
    const inside = await see(engineer, id);
    expect(inside.timeline.totalCount).toBe(3);
    expect(inside.timeline.nodes[0]).toMatchObject({ kind: "NOTE", text: "Smells like DNS.", isInternal: true });
    // An engineer who is a contact here is a customer here.
    const colleague = await api.person({ roles: ["ENGINEER"] });
    await share(person, id, colleague);
    expect((await see(colleague, id)).timeline.nodes.map((entry: { kind: string }) => entry.kind)).toEqual([
      "CONTACT_ADDED",
      "REPLY",
      "SUBMITTED",
    ]);
  });

  it("F42: notes and statuses belong to the engineer who owns the request", async () => {
    const [person, id] = await opened();
    expect(errorCodes(await write(person, { requestId: id, text: "x", isInternal: true }))).toEqual(["FORBIDDEN"]);
    expect(errorCodes(await write(person, { requestId: id, text: "x", markAs: "SOLVED" }))).toEqual(["FORBIDDEN"]);
    const noted = await said(engineer, id, "Waiting for the vendor.", {
      isInternal: true,
      markAs: "WAITING_FOR_VENDOR",
    });
    expect(noted.request.status).toBe("WAITING_FOR_VENDOR");
    const kinds = (await see(person, id)).timeline.nodes.map((entry: { kind: string }) => entry.kind);
    expect(kinds).toEqual(["STATUS_CHANGED", "SUBMITTED"]);
    const refused = await said(engineer, id, "x", { markAs: "NEW" });
    expect([codesOf(refused), refused.userErrors[0].path]).toEqual([["STATUS_CHANGE_NOT_ALLOWED"], ["markAs"]]);
  });

  it("F42: an engineer of the routed team notes and corrects the note, and writes nothing else", async () => {
    const [person, id] = await opened();
    const colleague = await api.person({ roles: ["ENGINEER"] });
    const team = teamWith("tea_01m83rdet0eaw9z4fb6en2tpmz", [colleague]);
    await setTeams(api, [team], [rowTo(team.id)]);
    expect(errorCodes(await write(colleague, { requestId: id, text: "Known.", isInternal: true }))).toEqual([
      "NOT_FOUND",
    ]);
    await move(id, { teamId: team.id });
    const noted = await said(colleague, id, "Known.", { isInternal: true });
    expect(noted).toMatchObject({ entry: { kind: "NOTE", text: "Known." }, request: null });
    const corrected = await colleague.ask(EDIT, { input: { entryId: noted.entry.id, text: "Known since May." } });
    expect(corrected.data.updateCommunication.entry.text).toBe("Known since May.");
    expect(errorCodes(await engineer.ask(EDIT, { input: { entryId: noted.entry.id, text: "x" } }))).toEqual([
      "FORBIDDEN",
    ]);
    expect(errorCodes(await write(colleague, { requestId: id, text: "Hello" }))).toEqual(["NOT_FOUND"]);
    expect(
      errorCodes(await write(colleague, { requestId: id, text: "x", isInternal: true, markAs: "SOLVED" })),
    ).toEqual(["FORBIDDEN"]);
    expect((await see(person, id)).timeline.totalCount).toBe(1);
  });

  it("R91: a refusal writes nothing, and burns no key; a key replays; another text under it is told", async () => {
    const [person, id] = await opened();
    const input = { requestId: id, text: "", idempotencyKey: "reply-1" };
    expect(codesOf((await write(person, input)).data.addCommunication)).toEqual(["INPUT_REQUIRED"]);
    const long = await said(person, id, "x".repeat(20_001));
    expect([codesOf(long), long.entry]).toEqual([["INPUT_TOO_LONG"], null]);
    const sent = (await write(person, { ...input, text: "Once" })).data.addCommunication.entry;
    expect((await write(person, { ...input, text: "Once" })).data.addCommunication.entry).toEqual(sent);
    expect(errorCodes(await write(person, { ...input, text: "Twice" }))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    expect((await see(person, id)).timeline.totalCount).toBe(2);
    await move(id, { status: "CLOSED", closedReason: "SOLVED", closedAt: api.clock.now() });
    expect(codesOf(await said(person, id, "Too late"))).toEqual(["REQUEST_CLOSED"]);
    expect((await said(engineer, id, "Lesson learnt.", { isInternal: true })).entry.kind).toBe("NOTE");
  });

  it("F42: one's own word is corrected for fifteen minutes, nobody else's ever", async () => {
    const [person, id] = await opened();
    const { entry } = await said(person, id, "Frist");
    const edit = (who: Person, text: string, entryId = entry.id) => who.ask(EDIT, { input: { entryId, text } });
    api.clock.advance(15 * MINUTE - 1);
    expect((await edit(person, "First")).data.updateCommunication).toMatchObject({
      entry: { id: entry.id, text: "First", canEdit: true },
      userErrors: [],
    });
    expect(codesOf((await edit(person, " ")).data.updateCommunication)).toEqual(["INPUT_REQUIRED"]);
    expect(errorCodes(await edit(engineer, "Changed"))).toEqual(["FORBIDDEN"]);
    expect(errorCodes(await edit(await api.person(), "Changed"))).toEqual(["NOT_FOUND"]);
    const note = (await said(engineer, id, "Secret", { isInternal: true })).entry;
    expect(errorCodes(await edit(person, "Changed", note.id))).toEqual(["NOT_FOUND"]);
    const before = await see(person, id);
    api.clock.advance(1);
    expect((await edit(engineer, "Secret, corrected", note.id)).data.updateCommunication.entry.text).toBe(
      "Secret, corrected",
    );
    expect((await see(person, id)).updatedAt).toBe(before.updatedAt);
    expect(codesOf((await edit(person, "Second")).data.updateCommunication)).toEqual(["EDIT_WINDOW_OVER"]);
    expect((await see(person, id)).timeline.nodes[0]).toMatchObject({ text: "First" });
  });

  it("A-8, F42: who is no contact any more corrects nothing", async () => {
    const [person, id] = await opened();
    const backup = await api.person();
    const contactId = await share(person, id, backup);
    const { entry } = await said(backup, id, "Mine");
    await api.db.transaction("test removal", (tx) => tx.of(requestStore).removeContact(contactId, api.clock.now()));
    expect(errorCodes(await backup.ask(EDIT, { input: { entryId: entry.id, text: "Still mine" } }))).toEqual([
      "NOT_FOUND",
    ]);
  });

  it("R90: the page is told what its viewer may do, as the mutations judge it", async () => {
    const [person, id] = await opened(false);
    expect((await see(person, id)).viewerCan).toEqual({
      reply: true,
      close: true,
      reopen: false,
      askSeverityChange: true,
      withdraw: true,
      rate: false,
      attach: true,
      addContacts: true,
      reopenUntil: null,
      editWindowMinutes: 15,
    });
  });

  it("R91: every entry leaves one message for whoever is told, in the unit of the entry", async () => {
    const [person, id] = await opened();
    const { entry } = await said(person, id, "Anything?");
    const { rows } = await api.db.read.of(outboxStore).list({ first: 1, after: null }, "request.activity");
    expect(rows[0]?.payload).toEqual({ requestId: id, entryId: entry.id });
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });
});
