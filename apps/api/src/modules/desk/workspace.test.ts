/** The queue, kept views and canned replies through the API, on both databases (F41, F52, F54). */
import { QUEUE_VIEWS } from "@accord/domain";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { codesOf, makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { requestStore } from "../requests/module.js";

const QUEUE = `query ($filter: QueueFilter, $search: String, $first: Int = 20, $after: String) {
  queue(filter: $filter, search: $search, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id: requestId title isMine } } }`;
const WORKSPACE = `{ workspace { teams { id: slug } engineers { id: accountId name } isOnCall savedViews { id name search count filter { owner severities turn } }
  cannedReplies { nodes { id title isShared language } } counts { mine myTurn unassigned nearBreach breached } } }`;
const SAVE_VIEW =
  "mutation ($input: SaveViewInput!) { saveView(input: $input) { view { id name count } userErrors { code path } } }";
const SAVE_REPLY =
  "mutation ($input: SaveCannedReplyInput!) { saveCannedReply(input: $input) { reply { id isShared } userErrors { code path } } }";
const RENDER =
  "query ($replyId: ID!, $requestId: ID!) { renderedReply(replyId: $replyId, requestId: $requestId) { text unknown } }";

describeOnBothDatabases("the workspace", (databases) => {
  let api: TestApi;
  let engineer: Person;
  let customer: Person;
  let planId: string;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    engineer = await api.person({ roles: ["ENGINEER"] });
    customer = await api.person();
    ({ planId } = await makeAgreement(api, [customer], { incidents: 100 }));
  });
  const open = async (title: string, more: object = {}): Promise<string> =>
    (await openRequest(customer, planId, { title, ...more })).confirmation.requestId;
  const queue = async (person: Person, variables: object = {}) =>
    (await person.ask(QUEUE, { ...variables })).data.queue;
  const take = (person: Person, requestId: string) =>
    person.ask("mutation ($input: TakeRequestInput!) { takeRequest(input: $input) { userErrors { code } } }", {
      input: { requestId },
    });

  it("K8: the count of each view is the rows of its list, for every role at the desk", async () => {
    const lead = await api.person({ roles: ["LEAD"] });
    const admin = await api.person({ roles: ["ADMINISTRATOR"] });
    const stranger = await api.person({ roles: ["ENGINEER"] });
    for (const severity of ["CRITICAL", "MODERATE", "MINIMAL"]) await open(`View ${severity}`, { severity });
    await take(stranger, await open("View taken"));
    api.clock.advance(2 * 3_600_000);
    for (const person of [engineer, lead, admin, stranger]) {
      const { counts } = (await person.ask(WORKSPACE)).data.workspace;
      const told = { ...counts, late: counts.nearBreach + counts.breached };
      for (const [name, filter] of Object.entries(QUEUE_VIEWS)) {
        const list = await queue(person, { filter, first: 100 });
        expect([name, list.totalCount]).toEqual([name, list.nodes.length]);
        if (name in told) expect([name, told[name]]).toEqual([name, list.nodes.length]);
      }
    }
  });

  it("K8: so is the count of each view that somebody keeps", async () => {
    const KEPT = [
      { filter: { owner: "MINE" } },
      { filter: { owner: "OTHERS", severities: ["CRITICAL", "MODERATE"] } },
      { filter: { turn: "SUPPORT" } },
      { filter: { statuses: ["ASSIGNED", "CLOSED"] } },
      { filter: { firstResponse: ["NEAR_BREACH", "BREACHED"] } },
      { search: "view", filter: { severities: ["MINIMAL"] } },
      { search: "nothing like it" },
    ];
    const people = [await api.person({ roles: ["LEAD"] }), await api.person({ roles: ["ENGINEER"] }), engineer];
    for (const person of people)
      for (const [at, kept] of KEPT.entries()) {
        const saved = await person.ask(SAVE_VIEW, { input: { name: `Kept ${at}`, ...kept } });
        const { id, count } = saved.data.saveView.view;
        const { totalCount, nodes } = await queue(person, { ...kept, first: 100 });
        expect([kept, count, totalCount]).toEqual([kept, nodes.length, nodes.length]);
        await person.ask("mutation ($id: ID!) { removeView(input: { viewId: $id }) { removedViewId } }", { id });
      }
  });

  it("A-9, F41, F52: engineers list, filter, search and page; nobody else may; a search that cannot be read finds nothing and breaks nothing", async () => {
    const [mouse, keyboard] = [
      await open("Mouse is frozen"),
      await open("Keyboard is frozen", { severity: "MINIMAL" }),
    ];
    expect((await queue(engineer, { search: "frozen" })).nodes.map(({ id }: { id: string }) => id)).toEqual([
      mouse,
      keyboard,
    ]);
    const page = await queue(engineer, { search: "frozen", first: 1 });
    expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true }, nodes: [{ id: mouse }] });
    expect(await queue(engineer, { search: "frozen", first: 1, after: page.pageInfo.endCursor })).toMatchObject({
      nodes: [{ id: keyboard }],
    });
    expect(await queue(engineer, { search: "frozen", filter: { severities: ["MINIMAL"] } })).toMatchObject({
      nodes: [{ id: keyboard }],
    });
    await take(engineer, keyboard);
    expect(await queue(engineer, { filter: { owner: "MINE" } })).toMatchObject({
      nodes: [{ id: keyboard, isMine: true }],
    });
    expect(await queue(engineer, { filter: { owner: "MINE", turn: "CUSTOMER" } })).toMatchObject({ nodes: [] });
    expect(await queue(engineer, { filter: { productId: "nothing" } })).toMatchObject({ nodes: [] });
    for (const unreadable of ["fro\u0000zen", "fro\ud800zen"])
      expect(await queue(engineer, { search: unreadable })).toMatchObject({ nodes: [], totalCount: 0 });
    expect(errorCodes(await engineer.ask(QUEUE, { first: 101 }))).toEqual(["BAD_USER_INPUT"]);
    for (const hostile of ["", "a\u0000b", "\ud800", "' OR 1=1 --", "req_01m83rdet0eaw9z4fb6en2tpmz"]) {
      expect(await queue(engineer, { filter: { teamIds: [hostile] } })).toMatchObject({ nodes: [], totalCount: 0 });
      expect(await queue(engineer, { filter: { productId: hostile } })).toMatchObject({ nodes: [], totalCount: 0 });
      expect(
        errorCodes(await engineer.ask("query ($id: ID!) { queueItem(id: $id) { id: requestId } }", { id: hostile })),
      ).toEqual(["NOT_FOUND"]);
    }
    expect(api.logged).toEqual([]);
    for (const person of [customer, await api.person({ roles: ["AUDITOR"] })]) {
      expect(errorCodes(await person.ask(QUEUE))).toEqual(["FORBIDDEN"]);
      expect(errorCodes(await person.ask(WORKSPACE))).toEqual(["FORBIDDEN"]);
    }
    expect(errorCodes(await engineer.withToken("agreements:read").ask(QUEUE))).toEqual(["FORBIDDEN"]);
  });

  it("F41, F54: views are one's own, named once, counted; counts follow the queue", async () => {
    const saved = async (person: Person, input: object) => (await person.ask(SAVE_VIEW, { input })).data.saveView;
    const first = await saved(engineer, { name: "Mine", filter: { owner: "MINE", turn: "SUPPORT" } });
    expect(first.view).toMatchObject({ name: "Mine", count: 1 });
    const again = await saved(engineer, { name: "Mine", filter: { severities: ["MINIMAL"] }, search: "keyboard" });
    expect(again.view.id).toBe(first.view.id);
    expect(codesOf(await saved(engineer, { name: " " }))).toEqual(["INPUT_REQUIRED"]);
    const { workspace } = (await engineer.ask(WORKSPACE)).data;
    expect(workspace).toMatchObject({
      isOnCall: false,
      savedViews: [
        { name: "Mine", search: "keyboard", count: 1, filter: { owner: null, severities: ["MINIMAL"], turn: null } },
      ],
      counts: { mine: 1, myTurn: 1 },
    });
    expect(workspace.engineers.map(({ id }: { id: string }) => id)).toContain(engineer.account.id);
    const other = await api.person({ roles: ["ENGINEER"] });
    expect((await other.ask(WORKSPACE)).data.workspace.savedViews).toEqual([]);
    expect(errorCodes(await other.ask(SAVE_VIEW, { input: { id: first.view.id, name: "Stolen" } }))).toEqual([
      "NOT_FOUND",
    ]);
    const remove = "mutation ($id: ID!) { removeView(input: { viewId: $id }) { removedViewId } }";
    expect(errorCodes(await other.ask(remove, { id: first.view.id }))).toEqual(["NOT_FOUND"]);
    expect((await engineer.ask(remove, { id: first.view.id })).data.removeView).toEqual({
      removedViewId: first.view.id,
    });
  });

  it("F54: canned replies fill in their variables; the desk's are a lead's to keep, another engineer's are nobody's", async () => {
    const lead = await api.person({ roles: ["LEAD"] });
    const save = async (person: Person, input: object) =>
      person.ask(SAVE_REPLY, { input: { title: "Hello", language: "EN", ...input } });
    const text = "Dear {{contact.name}}, about {{ request.number }} ({{product.name}}): {{engineer.name}}";
    const shared = (await save(lead, { text, isShared: true })).data.saveCannedReply.reply;
    expect(shared.isShared).toBe(true);
    expect(errorCodes(await save(engineer, { text, isShared: true }))).toEqual(["FORBIDDEN"]);
    expect(codesOf((await save(engineer, { text: "{{contact.password}}" })).data.saveCannedReply)).toEqual([
      "INPUT_INVALID",
    ]);
    expect(errorCodes(await save(engineer, { text, language: "DE" }))).toEqual(["BAD_USER_INPUT"]);
    const own = (await save(engineer, { text: "Mine: {{team.name}}" })).data.saveCannedReply.reply;
    const requestId = await open("{{engineer.name}} in a title");
    await take(engineer, requestId);
    const number = (await api.db.read.of(requestStore).byId(requestId))?.number;
    const name = ({ account }: Person) => `${account.givenName} ${account.familyName}`;
    expect((await engineer.ask(RENDER, { replyId: shared.id, requestId })).data.renderedReply).toEqual({
      text: `Dear ${name(customer)}, about ${number} (Windows Server): ${name(engineer)}`,
      unknown: [],
    });
    expect((await engineer.ask(RENDER, { replyId: own.id, requestId })).data.renderedReply).toEqual({
      text: "Mine: {{team.name}}",
      unknown: ["team.name"],
    });
    const other = await api.person({ roles: ["ENGINEER"] });
    expect(errorCodes(await other.ask(RENDER, { replyId: own.id, requestId }))).toEqual(["NOT_FOUND"]);
    expect(errorCodes(await other.ask(RENDER, { replyId: shared.id, requestId }))).toEqual(["FORBIDDEN"]);
    const remove = "mutation ($id: ID!) { removeCannedReply(input: { replyId: $id }) { removedReplyId } }";
    expect(errorCodes(await engineer.ask(remove, { id: shared.id }))).toEqual(["FORBIDDEN"]);
    expect(errorCodes(await other.ask(remove, { id: own.id }))).toEqual(["NOT_FOUND"]);
    expect((await engineer.ask(remove, { id: own.id })).data.removeCannedReply).toEqual({ removedReplyId: own.id });
  });
});
