/** Proving an address, and links that mails carry (G5, R87, E9, A-10) on both databases, through a real SMTP server. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { SUBJECT } from "../../../../../../tests/support/entry-fields.js";
import { type MailSink, startMailSink } from "../../../../../../tests/support/mail-sink.js";
import { codesOf, makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { createTestMail, PORTAL } from "../../../../../../tests/support/test-mail.js";
import { outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { DEFAULT_LIMITS } from "../../../kernel/limits/limits.js";
import { cleanUp } from "../../../schedule-clean-up.js";
import { invitationStore } from "../../invitations/module.js";
import type { Mail } from "../../mail/module.js";
import { followAddress } from "../../notices/module.js";
import { requestStore } from "../../requests/module.js";
import { tokenHash } from "../sign-in/one-time-token.js";
import { accountStore } from "../storage/account.store.js";
import { addressConfirmationStore } from "../storage/address-confirmation.store.js";

const SEND = "mutation { startAddressConfirmation(input: {}) { isSent userErrors { code } } }";
const SEND_TO = `mutation ($email: EmailAddress!) { startAddressConfirmation(input: { email: $email }) { isSent userErrors { code path } } }`;
const CONFIRM = `mutation ($token: String!) { completeAddressConfirmation(input: { token: $token }) {
  viewer { account { isEmailProven } } userErrors { code path } } }`;
const REDEEM = `mutation ($token: String!) { redeemInvitation(input: { token: $token }) { request { id viewerRole } userErrors { code } } }`;
const SHARE = `mutation ($input: ShareRequestInput!) { shareRequest(input: $input) { invitations { url } userErrors { code } } }`;
const contact = (email: string, more: object = {}) => ({ givenName: "Ion", familyName: "Pop", email, ...more });
const NAME = { givenName: "Ana", familyName: "Pop", isNameStated: true } as const;
const mine = async (person: Person): Promise<string[]> =>
  (await person.ask("{ myRequests { nodes { id } } }")).data.myRequests.nodes.map(({ id }: { id: string }) => id);

describeOnBothDatabases("links that mails carry", (databases) => {
  let api: TestApi;
  let sink: MailSink;
  let mail: Mail;
  let made = 0;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), limits: { addressConfirmationsPerDay: 2 } });
    sink = await startMailSink();
    mail = createTestMail(api, { smtpUrl: sink.url });
  });
  afterAll(async () => {
    await mail.stop();
    await sink.leave();
  });
  beforeEach(() => {
    sink.mails.length = 0;
    api.clock.advance(25 * 3_600_000);
  });
  const newEmail = (): string => `person${made++}@elsewhere.example`;
  const opened = async (more: Readonly<Record<string, unknown>> = {}): Promise<[Person, string]> => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    return [person, (await openRequest(person, planId, more)).confirmation.requestId];
  };
  const linkTo = (address: string, path: string): string => {
    const [sent] = sink.to(address);
    const [, token = ""] = new RegExp(`${PORTAL}/${path}/([\\w-]{22})`).exec(sent?.parsed.text ?? "") ?? [];
    expect(sent?.parsed.html).toContain(`${PORTAL}/${path}/${token}`);
    return token;
  };

  it("E9, A-10: the link mailed to one's own address proves it, once: requests that name it are seen from then on", async () => {
    const email = newEmail();
    const [, id] = await opened({ additionalContacts: [contact(email)] });
    const person = await api.person({ email, isEmailProven: false });
    const thief = await api.person({ email, isEmailProven: false });
    expect(await mine(person)).toEqual([]);
    expect((await person.ask(SEND)).data.startAddressConfirmation).toEqual({ isSent: true, userErrors: [] });
    await mail.drain();
    const token = linkTo(email, "confirm-address");
    expect(codesOf((await thief.ask(CONFIRM, { token })).data.completeAddressConfirmation)).toEqual([
      "INVITE_NOT_VALID",
    ]);
    const answer = (await person.ask(CONFIRM, { token })).data.completeAddressConfirmation;
    expect(answer).toEqual({ viewer: { account: { isEmailProven: true } }, userErrors: [] });
    expect(codesOf((await person.ask(CONFIRM, { token })).data.completeAddressConfirmation)).toEqual([
      "INVITE_NOT_VALID",
    ]);
    expect(await mine(person)).toEqual([id]);
    expect(await mine(thief)).toEqual([]);
    expect((await api.db.read.of(requestStore).contactsOf([id])).find((one) => one.email === email)?.accountId).toBe(
      person.account.id,
    );
  });

  it("A-10: the same address from another issuer is another account, and as unproven as before", async () => {
    const email = newEmail();
    const person = await api.person({ email, isEmailProven: false });
    await person.ask(SEND);
    await mail.drain();
    await person.ask(CONFIRM, { token: linkTo(email, "confirm-address") });
    expect((await api.db.read.of(accountStore).byId(person.account.id))?.isEmailProven).toBe(true);
    const issuer = "https://other.example";
    const identity = { ...person.account, issuer, subject: "other", isEmailProven: false, isNameStated: true };
    const { account } = await api.db.transaction("sign in elsewhere", (tx) =>
      tx.of(accountStore).upsertFromIdentity(identity, api.clock.now()),
    );
    expect(account.id).not.toBe(person.account.id);
    expect(account.isEmailProven).toBe(false);
  });

  it("E9: a changed address waits for a proof of its own; the link to the old one proves nothing more", async () => {
    const [old, changed, subject] = [newEmail(), newEmail(), `mover${made}`];
    const facts = { kind: "WORK", isGuest: false, ...NAME, isEmailProven: false } as const;
    const identity = { ...facts, issuer: "https://identity.example", subject };
    const signIn = (email: string) =>
      api.db.transaction("sign in", (tx) =>
        tx.of(accountStore).upsertFromIdentity({ ...identity, email }, api.clock.now()),
      );
    await signIn(old);
    const person = await api.personByEmail(old);
    await person.ask(SEND);
    await mail.drain();
    const token = linkTo(old, "confirm-address");
    await signIn(changed);
    expect(codesOf((await person.ask(CONFIRM, { token })).data.completeAddressConfirmation)).toEqual([
      "INVITE_NOT_VALID",
    ]);
    await signIn(old);
    expect((await person.ask(CONFIRM, { token })).data.completeAddressConfirmation.userErrors).toEqual([]);
    expect((await signIn(old)).account.isEmailProven).toBe(true);
    // The proven one stays until the claimed one is proven, too (K5).
    expect((await signIn(changed)).account).toMatchObject({ email: old, isEmailProven: true, claimedEmail: changed });
  });

  it("K5: a contact follows its account's address once that is proven, on the request it is said; an unproven claim redirects nothing", async () => {
    const [old, changed, subject] = [newEmail(), newEmail(), `follower${made}`];
    const identity = { kind: "WORK", isGuest: false, ...NAME, issuer: "https://identity.example", subject } as const;
    const enter = (email: string, isEmailProven: boolean) =>
      api.db.transaction("sign in", async (tx) => {
        const { account, before } = await tx
          .of(accountStore)
          .upsertFromIdentity({ ...identity, email, isEmailProven }, api.clock.now());
        await followAddress(tx, account, before, api.clock.now());
        return account;
      });
    await enter(old, true);
    const [, id] = await opened({ additionalContacts: [contact(old)] });
    await enter(old, true);
    const person = await api.personByEmail(old);
    const addresses = async () => (await api.db.read.of(requestStore).contactsOf([id])).map(({ email }) => email);
    expect(await addresses()).toContain(old);

    expect(await enter(changed, false)).toMatchObject({ email: old, claimedEmail: changed });
    expect(await addresses()).toContain(old);
    await person.ask(SEND);
    await mail.drain();
    const token = linkTo(changed, "confirm-address");
    expect((await person.ask(CONFIRM, { token })).data.completeAddressConfirmation.userErrors).toEqual([]);
    expect(await addresses()).toContain(changed);
    expect(await addresses()).not.toContain(old);
    const { timeline } = (
      await (
        await api.personByEmail(changed)
      ).ask(`{ node(id: "${id}") { ... on SupportRequest { timeline { nodes { kind ${SUBJECT} } } } } }`)
    ).data.node;
    expect(timeline.nodes).toContainEqual({ kind: "CONTACT_ADDRESS_CHANGED", subject: "Ion Pop" });

    const third = newEmail();
    expect(await enter(third, true)).toMatchObject({ email: third, isEmailProven: true, claimedEmail: null });
    expect(await addresses()).toContain(third);
  });

  it("K5: who signs in without an address types one and proves it; nobody else changes what the sign-in says", async () => {
    const [typed, subject] = [newEmail(), `nameless${made}`];
    const account = await api.db.transaction("sign in", async (tx) => {
      const facts = { kind: "WORK", isGuest: false, ...NAME, issuer: "https://identity.example", subject } as const;
      return (
        await tx.of(accountStore).upsertFromIdentity({ ...facts, email: "", isEmailProven: false }, api.clock.now())
      ).account;
    });
    const person = await api.personById(account.id);
    const send = (email: string) => person.ask(SEND_TO, { email });
    expect(codesOf((await send("nobody")).data.startAddressConfirmation)).toEqual(["INPUT_INVALID"]);
    expect((await send(typed)).data.startAddressConfirmation).toEqual({ isSent: true, userErrors: [] });
    await mail.drain();
    await person.ask(CONFIRM, { token: linkTo(typed, "confirm-address") });
    expect(await api.db.read.of(accountStore).byId(account.id)).toMatchObject({ email: typed, isEmailProven: true });
    const stated = await api.person({ email: newEmail(), isEmailProven: false });
    expect(codesOf((await stated.ask(SEND_TO, { email: newEmail() })).data.startAddressConfirmation)).toEqual([
      "INPUT_INVALID",
    ]);
  });

  it("A-10: the token of a link that was never sent is forgotten when the link ends", async () => {
    const [person, id] = await opened();
    const input = { requestId: id, contacts: [contact(newEmail(), { sendInvitation: true })] };
    await person.ask(SHARE, { input });
    const asker = await api.person({ email: newEmail(), isEmailProven: false });
    await asker.ask(SEND);
    const [invitation] = await api.db.read.of(invitationStore).ofRequests([id]);
    const tokens = async () => {
      const [mailed] = (await api.db.read.of(outboxStore).list({ first: 1, after: null }, "mail.confirm-address")).rows;
      const confirmationId = String(mailed?.payload.confirmationId);
      return [
        await api.db.read.of(invitationStore).tokenOf(invitation?.id ?? ""),
        await api.db.read.of(addressConfirmationStore).tokenOf(confirmationId),
      ];
    };
    api.clock.advance(7 * 86_400_000 - 1);
    await cleanUp(api.db, api.clock, DEFAULT_LIMITS);
    expect(await tokens()).not.toContain(null);
    api.clock.advance(1);
    await cleanUp(api.db, api.clock, DEFAULT_LIMITS);
    expect(await tokens()).toEqual([null, null]);
  });

  it("E9: nothing is mailed where nothing is to be proven, and no more than the limit", async () => {
    const proven = await api.person();
    expect((await proven.ask(SEND)).data.startAddressConfirmation.isSent).toBe(false);
    const person = await api.person({ email: newEmail(), isEmailProven: false });
    await person.ask(SEND);
    await person.ask(SEND);
    expect(errorCodes(await person.ask(SEND))).toEqual(["RATE_LIMITED"]);
    await mail.drain();
    // The first link was replaced before its mail went.
    expect(sink.to(person.account.email)).toHaveLength(1);
  });

  it("K4: neither news nor what others ask for holds back the link somebody waits for, and it holds back no news", async () => {
    const email = newEmail();
    const [flooder, requestId] = await opened();
    const [colleague, other] = await opened();
    const invite = (inviter: Person, id: string) =>
      inviter.ask(SHARE, { input: { requestId: id, contacts: [contact(email, { sendInvitation: true })] } });
    for (let turn = 0; turn < 4; turn += 1)
      await opened({ primaryContact: contact(email), additionalContacts: [contact(flooder.account.email)] });
    await invite(flooder, requestId);
    await mail.drain();
    const before = sink.to(email).length;
    // Three of four confirmations, and the invitation.
    expect(before).toBe(4);
    const person = await api.person({ email, isEmailProven: false });
    await person.ask(SEND);
    await mail.drain();
    expect(sink.to(email)).toHaveLength(before + 1);
    await invite(colleague, other);
    await mail.drain();
    expect(sink.to(email)).toHaveLength(before + 2);
  });

  it("R87, A-10: the button of an unproven primary contact's confirmation is such a link, the same when it is sent twice", async () => {
    const email = newEmail();
    const [, id] = await opened({ primaryContact: contact(email) });
    await mail.drain();
    const token = linkTo(email, "invitations");
    const [stored] = await api.db.read.of(invitationStore).ofRequests([id]);
    expect(await api.db.read.of(invitationStore).byTokenHash(tokenHash(token) ?? "")).toEqual(stored);
    expect(await api.db.read.of(invitationStore).tokenOf(stored?.id ?? "")).toBeNull();
    const person = await api.person({ email, isEmailProven: false });
    expect(await mine(person)).toEqual([]);
    const { request } = (await person.ask(REDEEM, { token })).data.redeemInvitation;
    expect(request).toEqual({ id, viewerRole: "PRIMARY" });
    expect(await mine(person)).toEqual([id]);
  });

  it("R87: a proven primary contact gets a plain link; a link of the mail is made once", async () => {
    const [person, id] = await opened();
    await mail.drain();
    expect(sink.to(person.account.email)[0]?.parsed.text).toContain(`${PORTAL}/requests/${id}`);
    expect(await api.db.read.of(invitationStore).ofRequests([id])).toEqual([]);
    const email = newEmail();
    const [, other] = await opened({ primaryContact: contact(email) });
    const [primary] = await api.db.read.of(requestStore).contactsOf([other]);
    if (primary === undefined) throw new Error("no contact");
    const link = () => mail.letters.sources.portalLinkFor(primary, other, true);
    const first = await link();
    expect(await link()).toBe(first);
    expect(await mail.letters.sources.portalLinkFor(primary, other, false)).toBe(`${PORTAL}/requests/${other}`);
    await mail.drain();
    expect(`${PORTAL}/invitations/${linkTo(email, "invitations")}`).toBe(first);
    expect(await link()).toBe(`${PORTAL}/requests/${other}`);
  });

  it("R96, F44: an invitation mail says who invites and where, and its link opens the request", async () => {
    const [person, id] = await opened();
    const email = newEmail();
    const input = { requestId: id, contacts: [contact(email, { sendInvitation: true })] };
    const [shown] = (await person.ask(SHARE, { input })).data.shareRequest.invitations;
    await mail.drain();
    const token = linkTo(email, "invitations");
    expect(shown.url).toBe(`${PORTAL}/invitations/${token}`);
    const text = sink.to(email)[0]?.parsed.text ?? "";
    expect(text).toContain(`${person.account.givenName} ${person.account.familyName}`);
    const request = await api.db.read.of(requestStore).byId(id);
    for (const secret of [request?.title, request?.number, request?.description]) expect(text).not.toContain(secret);
    const stored = await api.db.read.of(invitationStore).byTokenHash(tokenHash(token) ?? "");
    expect(await api.db.read.of(invitationStore).tokenOf(stored?.id ?? "")).toBeNull();
    const comer = await api.person();
    expect((await comer.ask(REDEEM, { token })).data.redeemInvitation.request.id).toBe(id);
  });

  it("E9, A-10: the same address unproven, from another issuer or in other letters never sees the request", async () => {
    const local = `kask${made++}`;
    const [, id] = await opened({ additionalContacts: [contact(`${local}@strasse.example`)] });
    const others = [
      `${local}@strasse.example`,
      `${local.toUpperCase()}@STRASSE.example`,
      `\u212A${local.slice(1)}@strasse.example`,
      `${local}@straße.example`,
      `${local}+x@strasse.example`,
      `${local}@strasse.example.`,
    ];
    for (const [index, email] of others.entries()) {
      // The first two are the address itself: only unproven. The others do not become it by being proven.
      const person = await api.person({ email, isEmailProven: index > 1 });
      expect(await mine(person)).toEqual([]);
      expect(errorCodes(await person.ask(`{ request(by: { id: "${id}" }) { id } }`))).toEqual(["NOT_FOUND"]);
    }
    const bound = (await api.db.read.of(requestStore).contactsOf([id])).filter((one) => one.accountId !== null);
    expect(bound).toHaveLength(1);
  });
});
