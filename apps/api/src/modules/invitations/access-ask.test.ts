/** Asking for access by number, and the answer (R95, R96, F46) on both databases. */
import { beforeAll, beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { EMAIL, SUBJECT } from "../../../../../tests/support/entry-fields.js";
import { codesOf, makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { createTestMail } from "../../../../../tests/support/test-mail.js";
import { outboxStore } from "../../kernel/jobs/outbox.store.js";
import { DEFAULT_LIMITS } from "../../kernel/limits/limits.js";
import { cleanUp } from "../../schedule-clean-up.js";
import type { Mail } from "../mail/module.js";
import { requestStore } from "../requests/module.js";
import { accessAskStore } from "./storage/access-ask.store.js";

const ASK =
  "mutation ($number: String!) { createAccessAsk(input: { number: $number }) { isAsked userErrors { code path } } }";
const DECIDE = `mutation ($input: DecideAccessAskInput!) { decideAccessAsk(input: $input) {
  request { additionalContacts { email access } } userErrors { code path } } }`;
const SEE = `query ($id: ID!) { request(by: { id: $id }) { updatedAt accessAsks { id accountName accountEmail isEmailProven createdAt }
  additionalContacts { email } timeline { nodes { kind actor { name } ${SUBJECT} ${EMAIL} } } } }`;
const DAY = 86_400_000;
const see = async (person: Person, id: string) => (await person.ask(SEE, { id })).data.request;
const decide = (person: Person, askId: string, isGranted: boolean) =>
  person.ask(DECIDE, { input: { askId, isGranted } });

describeOnBothDatabases("asks for access", (databases) => {
  let api: TestApi;
  let mail: Mail;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), limits: { accessAsksPerHour: 3 } });
    mail = createTestMail(api);
  });
  beforeEach(() => api.clock.advance(2 * 3_600_000));
  const opened = async (): Promise<{ person: Person; id: string; number: string }> => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const { requestId: id, number } = (await openRequest(person, planId)).confirmation;
    return { person, id, number };
  };
  const asked = async (asker: Person, number: string) => {
    const answer = await asker.ask(ASK, { number });
    await mail.drain();
    return answer;
  };

  it("F46, R95: the contacts are told who asks, one yes makes them a contact, once", async () => {
    const { person, id, number } = await opened();
    const asker = await api.person({ isEmailProven: false });
    const before = await see(person, id);
    expect((await asked(asker, `${number.slice(0, 4)}-${number.slice(4)} `)).data.createAccessAsk).toEqual({
      isAsked: true,
      userErrors: [],
    });
    const shown = await see(person, id);
    const accountName = `${asker.account.givenName} ${asker.account.familyName}`;
    expect(shown.accessAsks).toEqual([
      {
        id: expect.stringMatching(/^ask_/),
        accountName,
        accountEmail: asker.account.email,
        isEmailProven: false,
        createdAt: new Date(api.clock.now()).toISOString(),
      },
    ]);
    expect(shown.timeline.nodes[0]).toEqual({
      kind: "ACCESS_ASKED",
      actor: { name: accountName },
      email: asker.account.email,
    });
    // A stranger does not move the request, nor its waits.
    expect(shown.updatedAt).toBe(before.updatedAt);
    const notices = await person.ask("{ notices { nodes { kind request { id } } } }");
    expect(notices.data.notices.nodes[0]).toEqual({ kind: "ACCESS_ASKED", request: { id } });
    const [{ id: askId }] = shown.accessAsks;
    const granted = (await decide(person, askId, true)).data.decideAccessAsk;
    expect(granted.request.additionalContacts).toEqual([{ email: asker.account.email, access: "HAS_ACCESS" }]);
    expect((await see(asker, id)).accessAsks).toEqual([]);
    expect(codesOf((await decide(person, askId, true)).data.decideAccessAsk)).toEqual(["CHANGED_MEANWHILE"]);
  });

  it("F46: the answer and what is written are the same whether the number exists, is foreign or one's own", async () => {
    const { person, number } = await opened();
    const asker = await api.person();
    const written = async () =>
      (await api.db.read.of(outboxStore).list({ first: 100, after: null }, "request.access-ask")).rows;
    const told = new Set<string>();
    for (const [who, asks] of [
      [asker, number],
      [asker, "2611230099999999"],
      [person, number],
    ] as const) {
      const count = (await written()).length;
      const answer = await who.ask(ASK, { number: asks });
      told.add(JSON.stringify([answer.status, answer.data, answer.errors]));
      expect((await written()).length).toBe(count + 1);
    }
    expect(told.size).toBe(1);
    await mail.drain();
    expect(
      (await see(person, (await person.ask("{ myRequests { nodes { id } } }")).data.myRequests.nodes[0].id)).accessAsks,
    ).toHaveLength(1);
  });

  it("F46: a no is told to nobody, and the same account is not heard again for a week", async () => {
    const { person, id, number } = await opened();
    const asker = await api.person();
    await asked(asker, number);
    const [ask] = (await see(person, id)).accessAsks;
    const before = (await see(person, id)).timeline.nodes.length;
    expect((await decide(person, ask.id, false)).data.decideAccessAsk.userErrors).toEqual([]);
    const after = await see(person, id);
    expect(after.accessAsks).toEqual([]);
    expect(after.additionalContacts).toEqual([]);
    expect(after.timeline.nodes.length).toBe(before);
    expect((await asker.ask("{ notices { totalCount } }")).data.notices.totalCount).toBe(0);
    expect((await asked(asker, number)).data.createAccessAsk.isAsked).toBe(true);
    expect((await see(person, id)).accessAsks).toEqual([]);
  });

  it("R95, R96: only contacts and the owner engineer see an ask and answer it", async () => {
    const { person, id, number } = await opened();
    const [asker, stranger, owner] = [
      await api.person(),
      await api.person(),
      await api.person({ roles: ["ENGINEER"] }),
    ];
    await asked(asker, number);
    const [ask] = (await see(person, id)).accessAsks;
    for (const one of [asker, stranger, owner])
      expect(errorCodes(await decide(one, ask.id, true))).toEqual(["NOT_FOUND"]);
    await api.db.transaction("assign", (tx) =>
      tx.of(requestStore).update(id, { engineerId: owner.account.id, updatedAt: 1 }),
    );
    expect((await see(owner, id)).accessAsks).toEqual([ask]);
    expect((await decide(owner, ask.id, true)).data.decideAccessAsk.userErrors).toEqual([]);
    expect((await see(asker, id)).additionalContacts).toEqual([{ email: asker.account.email }]);
  });

  it("F46, A-10: a yes gives nobody the place of a contact with the same address", async () => {
    const { person, id, number } = await opened();
    const impostor = await api.person({ email: person.account.email, isEmailProven: false });
    await asked(impostor, number);
    const [ask] = (await see(person, id)).accessAsks;
    expect((await decide(person, ask.id, true)).data.decideAccessAsk.userErrors).toEqual([
      { code: "INPUT_INVALID", path: ["askId"] },
    ]);
    expect(errorCodes(await impostor.ask(SEE, { id }))).toEqual(["NOT_FOUND"]);
  });

  it("F46: what is no number is refused by its form alone; asks are limited for each account", async () => {
    const asker = await api.person();
    for (const number of ["", "12", "2611230010000417x"]) {
      const { userErrors } = (await asker.ask(ASK, { number })).data.createAccessAsk;
      expect(userErrors).toEqual([{ code: "INPUT_INVALID", path: ["number"] }]);
    }
    for (let tried = 0; tried < 3; tried += 1) await asker.ask(ASK, { number: "2611230099999999" });
    expect(errorCodes(await asker.ask(ASK, { number: "2611230099999999" }))).toEqual(["RATE_LIMITED"]);
  });

  it("F46: asks that led nowhere are thrown away after a month", async () => {
    const asker = await api.person();
    await asked(asker, "2611230088888888");
    api.clock.advance(31 * DAY);
    expect(await cleanUp(api.db, api.clock, DEFAULT_LIMITS)).toBeGreaterThan(0);
    expect(await api.db.transaction("look", (tx) => tx.of(accessAskStore).deleteUntoldBefore(api.clock.now()))).toBe(0);
  });
});
