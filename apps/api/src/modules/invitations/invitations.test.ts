/** Who is let in by a one-time link, and who never is (R82, R84, R87, R93, R95-R97, E9, A-10, F44) on both databases. */
import { beforeAll, beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { EMAIL, SUBJECT } from "../../../../../tests/support/entry-fields.js";
import { codesOf, makeAgreement, openRequest, self } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { outboxStore } from "../../kernel/jobs/outbox.store.js";
import { tokenHash } from "../identity/module.js";
import { requestStore } from "../requests/module.js";
import { invitationStore } from "./storage/invitation.store.js";

const CONTACT = "id email isBound access redeemedBy redeemedAt invitation { sentAt expiresAt }";
const SHARE = `mutation ($input: ShareRequestInput!) { shareRequest(input: $input) { addedContacts { ${CONTACT} }
  invitations { contactId url expiresAt } userErrors { code path } } }`;
const INVITE = `mutation ($input: CreateInvitationInput!) { createInvitation(input: $input) {
  invitation { contactId url expiresAt } request { additionalContacts { ${CONTACT} } } userErrors { code path } } }`;
const REDEEM = `mutation ($token: String!) { redeemInvitation(input: { token: $token }) { request { id viewerRole } userErrors { code path message } } }`;
const REMOVE = `mutation ($input: RemoveContactInput!) { removeContact(input: $input) { userErrors { code } } }`;
const SEE = `query ($id: ID!) { request(by: { id: $id }) { viewerRole primaryContact { ${CONTACT} } additionalContacts { ${CONTACT} }
  timeline { nodes { kind actor { name } ${SUBJECT} ${EMAIL} } } } }`;
const DAY = 86_400_000;

const contact = (email: string, more: object = {}) => ({ givenName: "Ion", familyName: "Pop", email, ...more });
const tokenIn = (url: string): string => url.split("/").at(-1) ?? "";
const redeem = (person: Person, token: string) => person.ask(REDEEM, { token });
const see = (person: Person, id: string) => person.ask(SEE, { id });
const remove = (person: Person, requestId: string, contactId: string) =>
  person.ask(REMOVE, { input: { requestId, contactId } });

describeOnBothDatabases("one-time links of requests", (databases) => {
  let api: TestApi;
  let made = 0;
  beforeAll(async () => {
    api = await createTestApi({
      db: await databases.open(),
      limits: { linkTriesPerAddress: 5, linkTriesPerAccount: 3 },
    });
  });
  beforeEach(() => api.clock.advance(2 * 3_600_000));
  const newEmail = (): string => `colleague${made++}@carpatia.example`;
  const opened = async (more: Readonly<Record<string, unknown>> = {}): Promise<[Person, string]> => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    return [person, (await openRequest(person, planId, more)).confirmation.requestId];
  };
  const share = async (person: Person, requestId: string, email = newEmail(), more: object = {}) => {
    const answer = await person.ask(SHARE, { input: { requestId, contacts: [contact(email, more)] } });
    const { invitations, addedContacts } = answer.data.shareRequest;
    return { email, token: tokenIn(invitations[0].url), contactId: addedContacts[0].id as string, answer };
  };
  const mails = async (kind: string) =>
    (await api.db.read.of(outboxStore).list({ first: 100, after: null }, kind)).rows;
  const notValid = (answer: Awaited<ReturnType<typeof redeem>>) => {
    expect(answer.data.redeemInvitation.request).toBeNull();
    expect(codesOf(answer.data.redeemInvitation)).toEqual(["INVITE_NOT_VALID"]);
    return answer.text.replace(/"extensions".*/, "");
  };

  it("R82, R93, R96, F44: whoever adds somebody gets the link once; the token itself is kept nowhere", async () => {
    const [person, id] = await opened();
    const { token, contactId, answer } = await share(person, id);
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const [link] = answer.data.shareRequest.invitations;
    expect(link).toEqual({
      contactId,
      url: `https://support.example/invitations/${token}`,
      expiresAt: new Date(api.clock.now() + 7 * DAY).toISOString(),
    });
    const [added] = (await see(person, id)).data.request.additionalContacts;
    expect(added).toMatchObject({ access: "INVITED", isBound: false, redeemedBy: null });
    expect(added.invitation).toEqual({ sentAt: null, expiresAt: link.expiresAt });
    const stored = await api.db.read.of(invitationStore).byTokenHash(tokenHash(token) ?? "");
    expect(stored).toMatchObject({ contactId, requestId: id, inviterId: person.account.id });
    expect(await api.db.read.of(invitationStore).tokenOf(stored?.id ?? "")).toBeNull();
  });

  it("R96, M-4: the same share under its key is answered again without the links", async () => {
    const [person, id] = await opened();
    const input = { requestId: id, contacts: [contact(newEmail())], idempotencyKey: "share-once" };
    const first = (await person.ask(SHARE, { input })).data.shareRequest;
    const again = (await person.ask(SHARE, { input })).data.shareRequest;
    expect(first.invitations).toHaveLength(1);
    expect(again.invitations).toEqual([]);
    expect(again.addedContacts[0].id).toBe(first.addedContacts[0].id);
  });

  it("R87: adding sends nothing; a ticked box posts one invitation, with ids and no token in it", async () => {
    const [person, id] = await opened();
    await share(person, id);
    expect(await mails("mail.invitation")).toEqual([]);
    const { token } = await share(person, id, newEmail(), { sendInvitation: true });
    const [mail, ...more] = await mails("mail.invitation");
    expect(more).toEqual([]);
    const stored = await api.db.read.of(invitationStore).byTokenHash(tokenHash(token) ?? "");
    expect(mail?.payload).toEqual({ invitationId: stored?.id });
    expect(await api.db.read.of(invitationStore).tokenOf(stored?.id ?? "")).toBe(token);
    expect((await mails("mail.confirmation")).length).toBe(0);
  });

  it("R87: submitting a request posts no invitation, whatever its contacts tick", async () => {
    const before = (await mails("mail.invitation")).length;
    await opened({ additionalContacts: [contact(newEmail(), { sendInvitation: true })] });
    expect((await mails("mail.invitation")).length).toBe(before);
  });

  it("R84, E9, A-10: the link opens the request to whoever signs in with it, and the contacts see who did", async () => {
    const [person, id] = await opened();
    const { token } = await share(person, id);
    const comer = await api.person({ isEmailProven: false });
    expect(errorCodes(await see(comer, id))).toEqual(["NOT_FOUND"]);
    const answer = (await redeem(comer, token)).data.redeemInvitation;
    expect(answer).toEqual({ request: { id, viewerRole: "ADDITIONAL" }, userErrors: [] });
    const { additionalContacts, timeline } = (await see(person, id)).data.request;
    expect(additionalContacts[0]).toMatchObject({
      access: "HAS_ACCESS",
      isBound: true,
      invitation: null,
      redeemedBy: comer.account.email,
      redeemedAt: new Date(api.clock.now()).toISOString(),
    });
    const name = `${comer.account.givenName} ${comer.account.familyName}`;
    expect(timeline.nodes[0]).toEqual({ kind: "INVITATION_REDEEMED", actor: { name }, email: comer.account.email });
    expect((await comer.ask("{ myRequests { nodes { id } } }")).data.myRequests.nodes).toEqual([{ id }]);
  });

  it("A-10: one answer for unknown, used, replaced, ended, removed and malformed links", async () => {
    const [person, id] = await opened();
    const [used, replaced, ended, removed] = [
      await share(person, id),
      await share(person, id),
      await share(person, id),
      await share(person, id),
    ];
    expect((await redeem(await api.person(), used.token)).data.redeemInvitation.userErrors).toEqual([]);
    const input = { requestId: id, contactId: replaced.contactId };
    const newer = (await person.ask(INVITE, { input })).data.createInvitation;
    const engineer = await api.person({ roles: ["ENGINEER"] });
    await api.db.transaction("assign", (tx) =>
      tx.of(requestStore).update(id, { engineerId: engineer.account.id, updatedAt: 1 }),
    );
    expect(codesOf((await remove(engineer, id, removed.contactId)).data.removeContact)).toEqual([]);
    const told = new Set<string>();
    for (const token of [used.token, replaced.token, removed.token, "A".repeat(22), "' OR 1=1", ""])
      told.add(notValid(await redeem(await api.person(), token)));
    const comer = await api.person();
    expect((await redeem(comer, tokenIn(newer.invitation.url))).data.redeemInvitation.request.id).toBe(id);
    api.clock.advance(7 * DAY);
    told.add(notValid(await redeem(await api.person(), ended.token)));
    expect(told.size).toBe(1);
  });

  it("R97, A-8: a removed contact's link dies with it, and the account that came in by it is out at once", async () => {
    const [person, id] = await opened();
    const { token, contactId } = await share(person, id);
    const comer = await api.person();
    await redeem(comer, token);
    expect((await see(comer, id)).data.request.viewerRole).toBe("ADDITIONAL");
    expect(codesOf((await remove(person, id, contactId)).data.removeContact)).toEqual(["CONTACT_REMOVAL_NOT_ALLOWED"]);
    expect(codesOf((await remove(comer, id, contactId)).data.removeContact)).toEqual([]);
    expect(errorCodes(await see(comer, id))).toEqual(["NOT_FOUND"]);
    notValid(await redeem(comer, token));
  });

  it("R96, R97: contacts and the owner engineer make links; strangers, the submitter who is no contact and other engineers do not", async () => {
    const [person, id] = await opened();
    const { contactId } = await share(person, id);
    const [owner, other, stranger] = [
      await api.person({ roles: ["ENGINEER"] }),
      await api.person({ roles: ["ENGINEER"] }),
      await api.person(),
    ];
    await api.db.transaction("assign", (tx) =>
      tx.of(requestStore).update(id, { engineerId: owner.account.id, updatedAt: 1 }),
    );
    const input = { requestId: id, contactId };
    for (const one of [person, owner]) {
      const { invitation } = (await one.ask(INVITE, { input: { ...input, send: true } })).data.createInvitation;
      expect(invitation.contactId).toBe(contactId);
    }
    for (const one of [other, stranger]) expect(errorCodes(await one.ask(INVITE, { input }))).toEqual(["NOT_FOUND"]);
    const [, foreign] = await opened();
    expect(errorCodes(await person.ask(INVITE, { input: { requestId: foreign, contactId } }))).toEqual(["NOT_FOUND"]);
    const own = (await see(person, id)).data.request.primaryContact.id;
    const refused = (await person.ask(INVITE, { input: { requestId: id, contactId: own } })).data.createInvitation;
    expect(refused.userErrors).toEqual([{ code: "INPUT_INVALID", path: ["contactId"] }]);
  });

  it("A-10: two accounts redeem one link at once: one is let in", async () => {
    const [person, id] = await opened();
    const { token } = await share(person, id);
    const comers = [await api.person(), await api.person(), await api.person()];
    const answers = await Promise.all(comers.map((one) => redeem(one, token)));
    const codes = answers.flatMap((answer) => codesOf(answer.data.redeemInvitation));
    expect(codes).toEqual(["INVITE_NOT_VALID", "INVITE_NOT_VALID"]);
    const seen = await Promise.all(comers.map((one) => see(one, id)));
    expect(seen.filter((answer) => answer.errors.length === 0)).toHaveLength(1);
  });

  it("R96: who sees the request already leaves the link to whom it is for", async () => {
    const [person, id] = await opened();
    const { token } = await share(person, id);
    expect((await redeem(person, token)).data.redeemInvitation.request.id).toBe(id);
    expect((await redeem(await api.person(), token)).data.redeemInvitation.request.viewerRole).toBe("ADDITIONAL");
  });

  it("A-10: tries are limited, for right and wrong links alike; nobody redeems without signing in", async () => {
    const [person, id] = await opened();
    const { token } = await share(person, id);
    expect(errorCodes(await api.anonymous(REDEEM, { token }))).toEqual(["UNAUTHENTICATED"]);
    const guesser = await api.person();
    for (let tried = 0; tried < 3; tried += 1) notValid(await redeem(guesser, "B".repeat(22)));
    expect(errorCodes(await redeem(guesser, token))).toEqual(["RATE_LIMITED"]);
    api.clock.advance(15 * 60_000);
    expect((await redeem(guesser, token)).data.redeemInvitation.request.id).toBe(id);
  });

  it("K4: links tried by others slow an address, and spend nothing of who waits there", async () => {
    const [person, id] = await opened();
    const { token } = await share(person, id);
    const here = async (who: Person, link: string) => {
      const body = JSON.stringify({ query: REDEEM, variables: { token: link } });
      const answer = await api.post(body, { principal: who.principal, address: "203.0.113.50" });
      return { wait: answer.headers["retry-after"], ...JSON.parse(answer.body) };
    };
    for (let tried = 0; tried < 5; tried += 1) {
      const { data } = await here(await api.person(), "B".repeat(22));
      expect(codesOf(data.redeemInvitation)).toEqual(["INVITE_NOT_VALID"]);
    }
    const invited = await api.person();
    for (let asked = 0; asked < 4; asked += 1) expect((await here(invited, token)).wait).toBe("1");
    api.clock.advance(1000);
    expect((await here(invited, token)).data.redeemInvitation.request.id).toBe(id);
  });

  it("R84: a colleague's request is followed by whoever adds themselves, without any link", async () => {
    const person = await api.person({ isEmailProven: false });
    const { planId } = await makeAgreement(api, [person]);
    const { confirmation } = await openRequest(person, planId, {
      primaryContact: contact(newEmail()),
      additionalContacts: [self(person)],
    });
    const { additionalContacts, primaryContact } = (await see(person, confirmation.requestId)).data.request;
    expect(additionalContacts[0]).toMatchObject({ access: "HAS_ACCESS", redeemedBy: null });
    expect(primaryContact).toMatchObject({ access: "NOT_PROVEN", invitation: null });
  });
});
