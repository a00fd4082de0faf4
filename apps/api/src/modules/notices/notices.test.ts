/** Notices in the portal, what comes by mail, and following a request (F71, F72, P12, E24) on both databases. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { codesOf, makeAgreement, openRequest, self } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { createTestMail } from "../../../../../tests/support/test-mail.js";
import { newId } from "../../kernel/db/index.js";
import { outboxStore } from "../../kernel/jobs/outbox.store.js";
import type { Mail } from "../mail/module.js";
import { mailTroubleStore, requestStore } from "../requests/module.js";
import { teamStore } from "../teams/module.js";
import { noticeStore } from "./storage/notice.store.js";

const LIST = `query ($first: Int, $after: String, $isUnread: Boolean) { notices(first: $first, after: $after, isUnread: $isUnread) {
  totalCount nodes { id kind number title readAt request { id } } pageInfo { hasNextPage endCursor } } unreadNoticeCount }`;
const READ =
  "mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { unreadNoticeCount userErrors { code path } } }";
const CHOOSE = `mutation ($input: UpdateNoticePreferencesInput!) { updateNoticePreferences(input: $input) {
  noticePreferences { mailOn } userErrors { code path } } }`;
const FOLLOW = `mutation ($input: UpdateSubscriptionInput!) { updateSubscription(input: $input) {
  request { id isSubscribed } userErrors { code } } }`;
const PREFERENCES = "{ viewer { noticePreferences { mailOn } } }";

describeOnBothDatabases("notices", (databases) => {
  let api: TestApi;
  let mail: Mail;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    mail = createTestMail(api);
  });
  afterAll(() => mail.stop());
  const contact = ({ account }: Person) => ({ givenName: "Ion", familyName: "Pop", email: account.email });
  const shared = async (): Promise<{ owner: Person; colleague: Person; id: string }> => {
    const [owner, colleague] = [await api.person(), await api.person()];
    const { planId } = await makeAgreement(api, [owner]);
    const payload = await openRequest(owner, planId, { additionalContacts: [contact(colleague)] });
    return { owner, colleague, id: payload.confirmation.requestId };
  };
  const reply = (requestId: string, actorId: string | null = null) => {
    const at = api.clock.now();
    const entry = {
      requestId,
      kind: "REPLY",
      isFromSupport: true,
      isInternal: false,
      text: "x",
      status: null,
    } as const;
    return api.db.transaction("reply", (tx) =>
      tx.of(requestStore).addEvents([{ ...entry, id: newId("evt", at), actorId, at }]),
    );
  };

  it("P12: whoever is added or written to finds it in the portal, newest first, page by page, and marks it read", async () => {
    const { owner, colleague, id } = await shared();
    await reply(id);
    await mail.drain();
    const first = (await colleague.ask(LIST, { first: 1 })).data;
    expect(first.notices.nodes).toMatchObject([{ kind: "REPLY", request: { id }, readAt: null }]);
    expect(first.notices.nodes[0].title).toBe("Accounts are locked every morning");
    expect(first.notices).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = (await colleague.ask(LIST, { first: 1, after: first.notices.pageInfo.endCursor })).data;
    expect(second.notices.nodes).toMatchObject([{ kind: "ADDED_AS_CONTACT" }]);
    expect((await owner.ask(LIST)).data.notices.nodes).toMatchObject([{ kind: "REPLY" }]);
    const read = await colleague.ask(READ, { input: { ids: [first.notices.nodes[0].id] } });
    expect(read.data.markNoticesRead).toEqual({ unreadNoticeCount: 1, userErrors: [] });
    expect((await colleague.ask(LIST, { isUnread: true })).data.notices.nodes).toMatchObject([
      { kind: "ADDED_AS_CONTACT" },
    ]);
    await colleague.ask(READ, { input: { isAll: true } });
    expect((await colleague.ask(LIST)).data).toMatchObject({ unreadNoticeCount: 0, notices: { totalCount: 2 } });
    expect((await owner.ask(LIST)).data.unreadNoticeCount).toBe(1);
  });

  it("A-3: notices of others cannot be marked, unknown and foreign ids alike; nothing named is refused", async () => {
    const { colleague, id } = await shared();
    await reply(id);
    await mail.drain();
    const [foreign] = (await colleague.ask(LIST)).data.notices.nodes;
    const stranger = await api.person();
    for (const ids of [[foreign.id], [newId("ntc", api.clock.now())], ["ntc_x"]])
      expect(errorCodes(await stranger.ask(READ, { input: { ids } }))).toEqual(["NOT_FOUND"]);
    expect(codesOf((await stranger.ask(READ, { input: {} })).data.markNoticesRead)).toEqual(["INPUT_REQUIRED"]);
    expect((await colleague.ask(LIST, { isUnread: true })).data.notices.totalCount).toBe(2);
    expect(errorCodes(await colleague.withToken("requests:read").ask(READ, { input: { isAll: true } }))).toEqual([
      "FORBIDDEN",
    ]);
    expect(errorCodes(await colleague.withToken("agreements:read").ask(LIST))).toContain("FORBIDDEN");
  });

  it("P12: who was added before having an account is told at the first sign-in that proves the address, once", async () => {
    const owner = await api.person();
    const { planId } = await makeAgreement(api, [owner]);
    const email = `later${owner.account.id}@carpatia.example`;
    const additionalContacts = [{ givenName: "Ion", familyName: "Pop", email }];
    const payload = await openRequest(owner, planId, { additionalContacts });
    await mail.drain();
    const later = await api.person({ email });
    for (let time = 0; time < 2; time += 1)
      await api.db.transaction("sign in", async (tx) => {
        await tx.of(requestStore).bindContacts(later.account.id, email, 0);
        await tx.of(noticeStore).addForContact(later.account.id, api.clock.now());
      });
    expect((await later.ask(LIST)).data.notices.nodes).toMatchObject([
      { kind: "ADDED_AS_CONTACT", request: { id: payload.confirmation.requestId } },
    ]);
  });

  it("F72: a critical request round the clock reaches who is on call in the team it is routed to, by mail", async () => {
    const [onCall, off] = [await api.person({ roles: ["ENGINEER"] }), await api.person({ roles: ["ENGINEER"] })];
    const always = { weekdays: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 1440 };
    const team = {
      id: "night",
      name: "Night",
      nameRo: "Noapte",
      timeZone: "UTC",
      languages: ["en"],
      hours: always,
      memberIds: [onCall.account.id, off.account.id],
      onCall: [{ ...always, accountId: onCall.account.id }],
    };
    await api.db.transaction("teams", (tx) => tx.of(teamStore).replace({ teams: [team], rows: [] }));
    const owner = await api.person();
    const { planId } = await makeAgreement(api, [owner]);
    const { confirmation } = await openRequest(owner, planId, { severity: "CRITICAL", support24x7: true });
    await api.db.transaction("route", (tx) => tx.of(requestStore).update(confirmation.requestId, { teamId: team.id }));
    await mail.drain();
    const { rows } = await api.db.read.of(outboxStore).list({ first: 20, after: null }, "mail.new-work");
    expect(rows.map(({ payload }) => payload.accountId)).toEqual([onCall.account.id]);
    for (const engineer of [onCall, off])
      expect((await engineer.ask(LIST)).data.notices.nodes).toMatchObject([{ kind: "NEW_WORK" }]);
    await api.db.transaction("teams", (tx) => tx.of(teamStore).replace({ teams: [], rows: [] }));
  });

  it("R89: a notice of a removed contact tells nothing of the request any more", async () => {
    const { colleague, id } = await shared();
    await mail.drain();
    const added = (await api.db.read.of(requestStore).contactsOf([id])).find(({ role }) => role === "ADDITIONAL");
    await api.db.transaction("remove", (tx) => tx.of(requestStore).removeContact(added?.id ?? "", api.clock.now()));
    expect((await colleague.ask(LIST)).data.notices.nodes).toMatchObject([
      { kind: "ADDED_AS_CONTACT", number: null, title: null, request: null },
    ]);
  });

  it("F52: an engineer's notice of new work names the request by its number alone", async () => {
    const engineer = await api.person({ roles: ["ENGINEER"] });
    const { id } = await shared();
    await mail.drain();
    const { number } = (await api.db.read.of(requestStore).byId(id)) ?? {};
    expect((await engineer.ask(LIST)).data.notices.nodes).toMatchObject([
      { kind: "NEW_WORK", number, title: null, request: null },
    ]);
  });

  it("F72: mail is chosen by kind; being added is never mailed", async () => {
    const person = await api.person();
    expect((await person.ask(PREFERENCES)).data.viewer.noticePreferences.mailOn).toEqual([
      "REPLY",
      "STATUS_CHANGED",
      "CLOSING_SOON",
      "CLOSED",
      "ACCESS_ASKED",
      "SPLIT_PROPOSED",
    ]);
    const chosen = await person.ask(CHOOSE, { input: { mailOn: ["CLOSED", "REPLY", "CLOSED"] } });
    expect(chosen.data.updateNoticePreferences).toEqual({
      noticePreferences: { mailOn: ["REPLY", "CLOSED"] },
      userErrors: [],
    });
    expect((await person.ask(PREFERENCES)).data.viewer.noticePreferences.mailOn).toEqual(["REPLY", "CLOSED"]);
    const refused = await person.ask(CHOOSE, { input: { mailOn: ["ADDED_AS_CONTACT"] } });
    expect(refused.data.updateNoticePreferences).toMatchObject({
      userErrors: [{ code: "INPUT_INVALID", path: ["mailOn"] }],
    });
    await person.ask(CHOOSE, { input: { mailOn: [] } });
    expect((await person.ask(PREFERENCES)).data.viewer.noticePreferences.mailOn).toEqual([]);
  });

  it("R87, F71: the primary contact follows from the start, an additional one when they say so, each for themselves", async () => {
    const { owner, colleague, id } = await shared();
    const follows = async (person: Person): Promise<boolean> =>
      (await person.ask(`{ request(by: { id: "${id}" }) { isSubscribed } }`)).data.request.isSubscribed;
    expect([await follows(owner), await follows(colleague)]).toEqual([true, false]);
    const answer = await colleague.ask(FOLLOW, { input: { requestId: id, isSubscribed: true } });
    expect(answer.data.updateSubscription).toEqual({ request: { id, isSubscribed: true }, userErrors: [] });
    await owner.ask(FOLLOW, { input: { requestId: id, isSubscribed: false } });
    expect([await follows(owner), await follows(colleague)]).toEqual([false, true]);
    const stranger = await api.person();
    const asked = { input: { requestId: id, isSubscribed: true } };
    expect(errorCodes(await stranger.ask(FOLLOW, asked))).toEqual(["NOT_FOUND"]);
    const engineer = await api.person({ roles: ["ENGINEER"] });
    await api.db.transaction("assign", (tx) =>
      tx
        .of(requestStore)
        .update(id, { engineerId: engineer.account.id, status: "ASSIGNED", updatedAt: api.clock.now() }),
    );
    expect(errorCodes(await engineer.ask(FOLLOW, asked))).toEqual(["FORBIDDEN"]);
  });

  it("E24: every contact sees whose address takes no mail, until that contact is removed", async () => {
    const { owner, colleague, id } = await shared();
    const [primary, added] = await api.db.read.of(requestStore).contactsOf([id]);
    const at = api.clock.now();
    await api.db.transaction("trouble", (tx) =>
      tx.of(mailTroubleStore).add({ contactId: added?.id ?? "", requestId: id, reason: "BOUNCED", at }),
    );
    const ask = `{ request(by: { id: "${id}" }) { mailTrouble { contact { email } reason } } }`;
    for (const person of [owner, colleague])
      expect((await person.ask(ask)).data.request.mailTrouble).toEqual([
        { contact: { email: colleague.account.email }, reason: "BOUNCED" },
      ]);
    await api.db.transaction("remove", (tx) => tx.of(requestStore).removeContact(added?.id ?? "", at));
    expect((await owner.ask(ask)).data.request.mailTrouble).toEqual([]);
    expect(primary?.role).toBe("PRIMARY");
    expect(self(owner).email).toBe(owner.account.email);
  });
});
