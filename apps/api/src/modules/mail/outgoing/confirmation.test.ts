/** Who gets which mail, in which words and with which headers (R87, F50, F70, F71, I-7), through a real SMTP server on both databases. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { type MailSink, startMailSink } from "../../../../../../tests/support/mail-sink.js";
import { makeAgreement, openRequest, self } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { createTestMail, INBOUND_DOMAIN, PORTAL } from "../../../../../../tests/support/test-mail.js";
import { newId } from "../../../kernel/db/index.js";
import { outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { noticeStore } from "../../notices/module.js";
import { requestStore } from "../../requests/module.js";
import type { Mail } from "../mail.js";

const SHARE = `mutation ($input: ShareRequestInput!) { shareRequest(input: $input) { addedContacts { id } userErrors { code } } }`;

describeOnBothDatabases("outgoing mail", (databases) => {
  let api: TestApi;
  let sink: MailSink;
  let mail: Mail;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    sink = await startMailSink();
    mail = createTestMail(api, { smtpUrl: sink.url });
  });
  afterAll(async () => {
    await mail.stop();
    await sink.leave();
  });
  beforeEach(() => {
    sink.mails.length = 0;
    api.clock.advance(2 * 3_600_000);
  });
  const contact = (email: string) => ({ givenName: "Ion", familyName: "Pop", email });
  let made = 0;
  const newEmail = (): string => `colleague${made++}@elsewhere.example`;
  const opened = async (person: Person, more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const { planId } = await makeAgreement(api, [person]);
    return (await openRequest(person, planId, more)).confirmation.requestId;
  };
  const happen = (requestId: string, entry: Record<string, unknown>) => {
    const at = api.clock.now();
    return api.db.transaction("happen", (tx) =>
      tx.of(requestStore).addEvents([
        {
          id: newId("evt", at),
          requestId,
          kind: "REPLY",
          actorId: null,
          isFromSupport: true,
          isInternal: false,
          text: "Secret words",
          status: null,
          at,
          ...entry,
        },
      ]),
    );
  };

  it("R99, F80: a question about no product is confirmed under its topic, in the reader's language, without a plan", async () => {
    const ask =
      "mutation ($input: CreateGeneralQuestionInput!) { createGeneralQuestion(input: $input) { request { number } } }";
    const question = { topicId: "receipt-or-bill", title: "A bill", description: "To our company." };
    const topics = { en: "Receipt, bill or refund", ro: "Chitanță, factură sau rambursare" } as const;
    for (const language of ["en", "ro"] as const) {
      const person = await api.person({ profile: { language } });
      const asked = await person.ask(ask, { input: { ...question, idempotencyKey: "asked" } });
      await mail.drain();
      const sent = sink.mails.find(({ recipients }) => recipients.includes(person.account.email));
      expect(sent?.parsed.subject).toBe(`[${asked.data.createGeneralQuestion.request.number}] ${topics[language]}`);
      expect(sent?.parsed.text).toContain(topics[language]);
      expect(sent?.parsed.text).not.toMatch(/Visual Studio|null|undefined/);
    }
  });

  it("R87, F70: a request is confirmed once, to its primary contact alone, with its id and summary", async () => {
    const person = await api.person();
    const colleagues = [newEmail(), newEmail()];
    const id = await opened(person, { additionalContacts: colleagues.map(contact) });
    await mail.drain();
    await mail.drain();
    expect(sink.mails.map(({ recipients }) => recipients)).toEqual([[person.account.email]]);
    const [sent] = sink.mails;
    const request = await api.db.read.of(requestStore).byId(id);
    expect(sent?.parsed.subject).toBe(`[${request?.number}] Windows Server 2025`);
    for (const part of [sent?.parsed.text, sent?.parsed.html]) {
      expect(part).toContain(request?.number);
      expect(part).toContain("Windows Server 2025");
      expect(part).toContain("Moderate");
      expect(part).toContain("23 November 2026");
      expect(part).toContain(`${PORTAL}/requests/${id}`);
      expect(part).toContain("Your support request is registered");
      expect(part).toContain("Visual Studio Enterprise");
      expect(part).toContain("3 incidents");
      expect(part).toContain(request?.title);
      expect(part).not.toContain(request?.description);
    }
  });

  it("I-7, K1: the title goes to an address that its account has proven, and to no other", async () => {
    const person = await api.person();
    const unproven = await api.person({ isEmailProven: false });
    for (const address of [newEmail(), unproven.account.email]) {
      const id = await opened(person, { primaryContact: contact(address), additionalContacts: [self(person)] });
      await mail.drain();
      const [sent] = sink.to(address);
      const title = (await api.db.read.of(requestStore).byId(id))?.title;
      for (const part of [sent?.parsed.subject, sent?.parsed.text, sent?.parsed.html])
        expect(part).not.toContain(title);
      expect(sent?.parsed.text).toContain("Visual Studio Enterprise");
    }
  });

  it("F34, I-7: answers to the questions about the problem are told where its title is, in the reader's language, with no address in them", async () => {
    const answers = {
      version: 1,
      values: [
        { name: "accounts", text: "ana, see http://evil.example/x" },
        { name: "often", text: "daily" },
        { name: "passwordChanged", flag: true },
        { name: "since", text: "2026-11-20T06:00:00Z" },
      ],
    };
    const reader = await api.person({ profile: { language: "ro", timeZone: "Europe/Bucharest" } });
    await opened(reader, { answers });
    const unproven = await api.person({ isEmailProven: false });
    await opened(await api.person(), { answers, primaryContact: contact(unproven.account.email) });
    await mail.drain();
    const [told] = sink.to(reader.account.email);
    for (const part of [told?.parsed.text, told?.parsed.html]) {
      expect(part).toContain("Ce conturi sunt blocate?");
      expect(part).toContain("Zilnic, cam la aceeași oră");
      expect(part).toContain("20 noiembrie 2026");
      expect(part).not.toContain("evil.example/x");
    }
    const [other] = sink.to(unproven.account.email);
    for (const part of [other?.parsed.text, other?.parsed.html]) expect(part).not.toMatch(/conturi|locked out|ana,/i);
  });

  it("K1: every mail of a request is called the same and refers to its confirmation", async () => {
    const person = await api.person();
    const id = await opened(person);
    await mail.drain();
    await happen(id, {});
    await happen(id, { kind: "CLOSED", status: "CLOSED" });
    await mail.drain();
    const [confirmation, ...later] = sink.to(person.account.email);
    expect(later.length).toBeGreaterThan(0);
    expect(confirmation?.parsed).toMatchObject({ messageId: `<${id}@support.example>` });
    for (const { parsed } of later) {
      expect(parsed.subject).toBe(confirmation?.parsed.subject);
      expect([parsed.references, parsed.inReplyTo]).toEqual([
        confirmation?.parsed.messageId,
        confirmation?.parsed.messageId,
      ]);
      expect(mail.addresses.isOwnMessageId(parsed.messageId ?? "")).toBe(true);
    }
    expect(mail.addresses.isOwnMessageId(confirmation?.parsed.messageId ?? "")).toBe(true);
  });

  it("R87: the mail is in the primary contact's own language; without an account in the submitter's", async () => {
    const reader = await api.person({ profile: { language: "ro" } });
    const english = await api.person();
    await opened(english, { primaryContact: contact(reader.account.email) });
    const romanian = await api.person({ profile: { language: "ro" } });
    const stranger = newEmail();
    await opened(romanian, { primaryContact: contact(stranger), additionalContacts: [self(romanian)] });
    await mail.drain();
    for (const address of [reader.account.email, stranger]) {
      const [sent] = sink.to(address);
      expect(sent?.parsed.text).toContain("Solicitarea dumneavoastră a fost înregistrată");
      expect(sent?.parsed.text).toContain("Bună ziua,");
      expect(sent?.parsed.html).toContain('lang="ro"');
    }
  });

  it("I-7, K1: the confirmation has the name of its request, which later mails refer to, and answers itself to no machine", async () => {
    const person = await api.person();
    const id = await opened(person);
    await mail.drain();
    const [sent] = sink.mails;
    const [message] = (await api.db.read.of(outboxStore).list({ first: 1, after: null }, "mail.confirmation")).rows;
    expect(message).toMatchObject({ attempts: 0, unsentBecause: null, lastError: null });
    expect(sent?.parsed.messageId).toBe(`<${id}@support.example>`);
    expect(sent?.parsed.references).toBeUndefined();
    expect(sent?.parsed.inReplyTo).toBeUndefined();
    expect(sent?.parsed.headers.get("auto-submitted")).toBe("auto-generated");
    expect(sent?.parsed.replyTo).toBeUndefined();
    expect(sent?.headerNames).not.toContain("list-unsubscribe");
    expect(sent?.envelopeFrom).toBe("support@support.example");
  });

  it("F50, E24: with inbound mail on, answers and returned mail have signed addresses", async () => {
    const inbound = createTestMail(api, { smtpUrl: sink.url, inboundPort: 1 });
    const person = await api.person();
    await opened(person);
    await inbound.drain();
    const [sent] = sink.mails;
    expect(sent?.parsed.replyTo?.text).toMatch(new RegExp(`^reply\\+[0-9a-z]{52}@${INBOUND_DOMAIN}$`));
    expect(sent?.envelopeFrom).toMatch(new RegExp(`^bounce\\+[0-9a-z]{52}@${INBOUND_DOMAIN}$`));
    expect(sent?.parsed.text).toMatch(/^##- Please write above this line -##$/m);
    await inbound.stop();
  });

  it("R87, F71, P12: adding a contact sends no mail, and is told to the person in the portal", async () => {
    const person = await api.person();
    const colleague = await api.person();
    const id = await opened(person);
    await mail.drain();
    sink.mails.length = 0;
    await person.ask(SHARE, { input: { requestId: id, contacts: [contact(colleague.account.email)] } });
    await mail.drain();
    expect(sink.mails).toEqual([]);
    const { rows } = await api.db.read.of(noticeStore).page(colleague.account.id, { first: 10, after: null });
    expect(rows).toMatchObject([{ kind: "ADDED_AS_CONTACT", requestId: id, readAt: null }]);
    expect(await api.db.read.of(noticeStore).count(person.account.id)).toBe(0);
  });

  it("F71: an additional contact gets mail about a reply only after subscribing; the words stay in the portal", async () => {
    const person = await api.person();
    const colleague = await api.person();
    const id = await opened(person, { additionalContacts: [contact(colleague.account.email)] });
    await happen(id, {});
    await mail.drain();
    expect(sink.to(colleague.account.email)).toEqual([]);
    await api.db.transaction("subscribe", (tx) =>
      tx.of(noticeStore).updateSubscription(id, colleague.account.id, true, api.clock.now()),
    );
    await happen(id, {});
    await mail.drain();
    const [sent] = sink.to(colleague.account.email);
    expect(sent?.parsed.text).toContain("Somebody wrote in your support request.");
    expect(sent?.raw).not.toContain("Secret words");
    expect(sent?.headerNames).toContain("list-unsubscribe");
    const notices = await api.db.read.of(noticeStore).page(colleague.account.id, { first: 10, after: null });
    expect(notices.rows.map(({ kind }) => kind)).toEqual(["REPLY", "REPLY", "ADDED_AS_CONTACT"]);
  });

  it("F42: a note inside support is neither mailed nor told to anybody outside", async () => {
    const person = await api.person();
    const id = await opened(person);
    await mail.drain();
    sink.mails.length = 0;
    await happen(id, { kind: "NOTE", isInternal: true });
    await mail.drain();
    expect(sink.mails).toEqual([]);
    expect(await api.db.read.of(noticeStore).count(person.account.id)).toBe(0);
  });

  it("F72: engineers hear of new work in the portal, and by mail of what is theirs", async () => {
    const engineer = await api.person({ roles: ["ENGINEER"] });
    const person = await api.person();
    const id = await opened(person);
    await mail.drain();
    expect(sink.to(engineer.account.email)).toEqual([]);
    await api.db.transaction("assign", (tx) =>
      tx
        .of(requestStore)
        .update(id, { engineerId: engineer.account.id, status: "ASSIGNED", updatedAt: api.clock.now() }),
    );
    await happen(id, { actorId: person.account.id, isFromSupport: false });
    await mail.drain();
    const [sent] = sink.to(engineer.account.email);
    expect(sent?.parsed.html).toContain("The customer answered");
    expect(sent?.parsed.text).toContain(`${PORTAL}/requests/${id}`);
    const { rows } = await api.db.read.of(noticeStore).page(engineer.account.id, { first: 10, after: null });
    expect(rows.map(({ kind, requestId }) => [kind, requestId])).toEqual([
      ["CUSTOMER_REPLY", id],
      ["NEW_WORK", id],
    ]);
  });

  it("F70: without SMTP_URL nothing leaves, and each mail says so", async () => {
    const silent = createTestMail(api);
    await opened(await api.person());
    await silent.drain();
    const [message] = (await api.db.read.of(outboxStore).list({ first: 1, after: null }, "mail.confirmation")).rows;
    expect(message).toMatchObject({ unsentBecause: "NO_SMTP_URL", deadAt: null });
    expect(message?.sentAt).not.toBeNull();
    await mail.drain();
    expect(sink.mails).toEqual([]);
    await silent.stop();
  });

  it("F70: a contact removed before the mail is sent gets none", async () => {
    const person = await api.person();
    const stranger = newEmail();
    const id = await opened(person, { primaryContact: contact(stranger), additionalContacts: [self(person)] });
    const contacts = await api.db.read.of(requestStore).contactsOf([id]);
    const [primary, own] = contacts;
    await api.db.transaction("remove", async (tx) => {
      await tx.of(requestStore).setPrimary(id, own?.id ?? "", 0);
      await tx.of(requestStore).removeContact(primary?.id ?? "", api.clock.now());
    });
    await mail.drain();
    expect(sink.to(stranger)).toEqual([]);
  });
});
