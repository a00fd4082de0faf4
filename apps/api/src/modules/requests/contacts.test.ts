/** Who sees a request, who adds and removes people (R31, R80-R84, R88, R89, R93-R98, E6-E10) on both databases. */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { SUBJECT, TEXT } from "../../../../../tests/support/entry-fields.js";
import { codesOf, makeAgreement, openRequest, self } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { requestStore } from "./storage/request-writes.js";

const SHARE = `mutation ($input: ShareRequestInput!) { shareRequest(input: $input) {
  addedContacts { id email role isBound isViewer } request { id additionalContacts { email } } userErrors { code path } } }`;
const REMOVE =
  "mutation ($input: RemoveContactInput!) { removeContact(input: $input) { request { id primaryContact { email } } userErrors { code path } } }";
const SEE = `query ($id: ID!) { request(by: { id: $id }) { viewerRole viewerCanAddContacts viewerCanRemoveContactIds engineer { name } status turn
  primaryContact { id email isViewer isBound } additionalContacts { id email isViewer isBound } timeline { nodes { kind actor { name } ${TEXT} ${SUBJECT} isFromSupport } } } }`;

const contact = (email: string) => ({ givenName: "Ion", familyName: "Pop", email });
const share = (person: Person, requestId: string, contacts: readonly object[], idempotencyKey?: string) =>
  person.ask(SHARE, { input: { requestId, contacts, idempotencyKey } });
const remove = (person: Person, requestId: string, contactId: string, newPrimaryContactId?: string) =>
  person.ask(REMOVE, { input: { requestId, contactId, newPrimaryContactId } });
const see = (person: Person, id: string) => person.ask(SEE, { id });

describeOnBothDatabases("contacts of a request", (databases) => {
  let api: TestApi;
  let made = 0;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
  });
  const newEmail = (): string => `colleague${made++}@carpatia.example`;
  const opened = async (more: Readonly<Record<string, unknown>> = {}): Promise<[Person, string]> => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    return [person, (await openRequest(person, planId, more)).confirmation.requestId];
  };
  const own = async (requestId: string, engineer: Person) => {
    await api.db.transaction("assign", (tx) =>
      tx.of(requestStore).update(requestId, {
        engineerId: engineer.account.id,
        status: "ASSIGNED",
        updatedAt: api.clock.now(),
      }),
    );
  };

  it("R81, R83, R89, R94: primary and additional contacts see it, open and closed; nobody else does", async () => {
    const backup = await api.person();
    const [person, id] = await opened({ additionalContacts: [contact(backup.account.email)] });
    const stranger = await api.person();
    for (const isOpen of [true, false]) {
      if (!isOpen)
        await api.db.transaction("close", (tx) =>
          tx.of(requestStore).update(id, {
            status: "CLOSED",
            closedReason: "SOLVED",
            closedAt: api.clock.now(),
            updatedAt: api.clock.now(),
          }),
        );
      const list = `{ myRequests(filter: { isOpen: ${isOpen} }) { nodes { id viewerRole turn } } }`;
      const turn = isOpen ? "SUPPORT" : "NOBODY";
      expect((await person.ask(list)).data.myRequests.nodes).toEqual([{ id, viewerRole: "PRIMARY", turn }]);
      expect((await backup.ask(list)).data.myRequests.nodes).toEqual([{ id, viewerRole: "ADDITIONAL", turn }]);
      expect((await stranger.ask(list)).data.myRequests.nodes).toEqual([]);
      expect((await see(backup, id)).data.request.viewerRole).toBe("ADDITIONAL");
      expect(errorCodes(await see(stranger, id))).toEqual(["NOT_FOUND"]);
    }
  });

  it("E8, R84, R88: a submitter who is no contact is shown the confirmation, and nothing afterwards", async () => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const { confirmation } = await openRequest(person, planId, { primaryContact: contact(newEmail()) });
    expect(confirmation).toMatchObject({ isSubmitterContact: false, request: null, additionalContactCount: 0 });
    expect(errorCodes(await see(person, confirmation.requestId))).toEqual(["NOT_FOUND"]);
    expect((await person.ask("{ myRequests { totalCount } }")).data.myRequests.totalCount).toBe(0);
    expect(errorCodes(await share(person, confirmation.requestId, [self(person)]))).toEqual(["NOT_FOUND"]);
    const ledger = await person.ask(
      `{ plan(id: "${planId}") { ledger { nodes { kind isOwn requestNumber request { id } } } } }`,
    );
    expect(ledger.data.plan.ledger.nodes[0]).toEqual({
      kind: "CONSUME",
      isOwn: true,
      requestNumber: confirmation.number,
      request: null,
    });
  });

  it("E9, R89: an address gives sight to the account that has proven it, never to one that only claims it", async () => {
    const email = newEmail();
    const [, id] = await opened({ additionalContacts: [contact(email.toUpperCase())] });
    expect(errorCodes(await see(await api.person({ email, isEmailProven: false }), id))).toEqual(["NOT_FOUND"]);
    expect((await see(await api.person({ email }), id)).data.request.viewerRole).toBe("ADDITIONAL");
  });

  it("E6, E7, R82, R96: people are added once, whatever the letter case; contacts may add, strangers may not", async () => {
    const [person, id] = await opened();
    const [email, stranger] = [newEmail(), await api.person()];
    const { data } = await share(person, id, [
      contact(email),
      contact(email.toUpperCase()),
      contact(person.account.email),
      self(person),
    ]);
    expect(data.shareRequest).toMatchObject({
      addedContacts: [{ email, role: "ADDITIONAL", isBound: false, isViewer: false }],
      userErrors: [],
    });
    const added = await api.person({ email });
    const further = newEmail();
    expect((await share(added, id, [contact(further)])).data.shareRequest.request.additionalContacts).toEqual([
      { email },
      { email: further },
    ]);
    expect((await share(added, id, [contact(further)])).data.shareRequest.addedContacts).toEqual([]);
    expect(errorCodes(await share(stranger, id, [contact(newEmail())]))).toEqual(["NOT_FOUND"]);
    const { timeline } = (await see(person, id)).data.request;
    expect(timeline.nodes.map((entry: { kind: string }) => entry.kind)).toEqual([
      "CONTACT_ADDED",
      "CONTACT_ADDED",
      "SUBMITTED",
    ]);
  });

  it("R93: wrong contacts are refused with their paths and nobody is added; a key replays", async () => {
    const [person, id] = await opened();
    const wrong = await share(person, id, [contact(newEmail()), contact("no address")]);
    expect(wrong.data.shareRequest).toEqual({
      addedContacts: [],
      request: null,
      userErrors: [{ code: "INPUT_INVALID", path: ["contacts", "1", "email"] }],
    });
    expect((await see(person, id)).data.request.additionalContacts).toEqual([]);
    expect(codesOf((await share(person, id, [])).data.shareRequest)).toEqual(["INPUT_REQUIRED"]);
    const email = newEmail();
    const first = await share(person, id, [contact(email)], "share-1");
    expect((await share(person, id, [contact(email)], "share-1")).data.shareRequest.addedContacts).toEqual(
      first.data.shareRequest.addedContacts,
    );
    expect(errorCodes(await share(person, id, [contact(newEmail())], "share-1"))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
  });

  it("R97, F45, E10: customers remove nobody but themselves, and never the last or an unreplaced primary contact", async () => {
    const backup = await api.person();
    const [person, id] = await opened({ additionalContacts: [contact(backup.account.email)] });
    const { primaryContact, additionalContacts } = (await see(person, id)).data.request;
    expect(codesOf((await remove(person, id, additionalContacts[0].id)).data.removeContact)).toEqual([
      "CONTACT_REMOVAL_NOT_ALLOWED",
    ]);
    expect(codesOf((await remove(person, id, primaryContact.id)).data.removeContact)).toEqual([
      "PRIMARY_CONTACT_REQUIRED",
    ]);
    const { data } = await remove(person, id, primaryContact.id, additionalContacts[0].id);
    // Gone, and with it the sight of the request.
    expect(data.removeContact).toEqual({ request: null, userErrors: [] });
    expect(errorCodes(await see(person, id))).toEqual(["NOT_FOUND"]);
    expect((await see(backup, id)).data.request).toMatchObject({
      viewerRole: "PRIMARY",
      primaryContact: { email: backup.account.email },
      additionalContacts: [],
    });
    expect(codesOf((await remove(backup, id, additionalContacts[0].id)).data.removeContact)).toEqual([
      "PRIMARY_CONTACT_REQUIRED",
    ]);
  });

  it("R90, R97: the timeline tells who left, whom somebody else removed, and who is the primary contact now", async () => {
    const backup = await api.person();
    const [person, id] = await opened({ additionalContacts: [contact(backup.account.email)] });
    const owner = await api.person({ roles: ["ENGINEER"] });
    await own(id, owner);
    const lines = async (newest: number) =>
      (await see(owner, id)).data.request.timeline.nodes
        .slice(0, newest)
        .map(({ kind, actor, subject }: { kind: string; actor: { name: string | null }; subject: string }) => [
          kind,
          actor.name,
          subject,
        ]);
    const nameOf = ({ account }: Person): string => `${account.givenName} ${account.familyName}`;
    const { primaryContact, additionalContacts } = (await see(owner, id)).data.request;
    await remove(person, id, primaryContact.id, additionalContacts[0].id);
    expect(await lines(2)).toEqual([
      ["PRIMARY_CONTACT_CHANGED", nameOf(person), "Ion Pop"],
      ["CONTACT_LEFT", nameOf(person), nameOf(person)],
    ]);
    const added = (await share(owner, id, [contact(newEmail())])).data.shareRequest.addedContacts;
    await remove(owner, id, added[0].id);
    expect(await lines(1)).toEqual([["CONTACT_REMOVED", nameOf(owner), "Ion Pop"]]);
  });

  it("R97, R98: the engineer who owns it sees it, adds and removes; another engineer does not", async () => {
    const [person, id] = await opened();
    const [owner, other] = [await api.person({ roles: ["ENGINEER"] }), await api.person({ roles: ["ENGINEER"] })];
    await own(id, owner);
    expect(errorCodes(await see(other, id))).toEqual(["NOT_FOUND"]);
    const seen = (await see(owner, id)).data.request;
    expect(seen).toMatchObject({
      viewerRole: null,
      viewerCanAddContacts: true,
      status: "ASSIGNED",
      engineer: { name: `Maria ${owner.account.familyName}` },
    });
    const added = (await share(owner, id, [contact(newEmail())])).data.shareRequest.addedContacts;
    const removed = await remove(owner, id, seen.primaryContact.id, added[0].id);
    expect(removed.data.removeContact).toMatchObject({
      request: { primaryContact: { email: added[0].email } },
      userErrors: [],
    });
    expect(errorCodes(await see(person, id))).toEqual(["NOT_FOUND"]);
  });

  it("one document cannot keep the sight it had before it gave it up", async () => {
    const [person, id] = await opened({ additionalContacts: [contact(newEmail())] });
    const { primaryContact, additionalContacts } = (await see(person, id)).data.request;
    const { data } = await person.ask(
      `mutation ($share: ShareRequestInput!, $remove: RemoveContactInput!) {
        shareRequest(input: $share) { request { title } } removeContact(input: $remove) { request { title } } }`,
      {
        share: { requestId: id, contacts: [contact(newEmail())] },
        remove: { requestId: id, contactId: primaryContact.id, newPrimaryContactId: additionalContacts[0].id },
      },
    );
    expect(data).toEqual({
      shareRequest: { request: { title: "Accounts are locked every morning" } },
      removeContact: { request: null },
    });
  });

  it("leaves every invariant whole", async () => {
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });
});
