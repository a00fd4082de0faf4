/** Answers and returned mails through our own SMTP port, sent word by word (F50, E24, I-7), on both databases. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { TEXT } from "../../../../../../tests/support/entry-fields.js";
import { type MailSink, startMailSink } from "../../../../../../tests/support/mail-sink.js";
import { makeAgreement, openRequest, self } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { createTestMail, INBOUND_DOMAIN, sendRaw, type TestMail } from "../../../../../../tests/support/test-mail.js";
import { freePort } from "../../../../../../tests/support/test-server.js";
import { outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { attachmentStore } from "../../files/module.js";
import { noticeStore } from "../../notices/module.js";
import { mailTroubleStore, requestStore, type TimelineRow } from "../../requests/module.js";

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly from?: string;
}

let letters = 0;
const mailOf = ({ headers = {}, body = "It works now.\n" }: Sent): string => {
  letters += 1;
  const all = {
    From: "Somebody Else <somebody@outside.example>",
    To: "support",
    Subject: "Re: your request",
    "Message-ID": `<answer${letters}@outside.example>`,
    "Content-Type": "text/plain; charset=utf-8",
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}`]));
  return `${lines.join("\n")}\n\n${body}`;
};

describeOnBothDatabases("incoming mail", (databases) => {
  let api: TestApi;
  let sink: MailSink;
  let mail: TestMail;
  let port: number;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    sink = await startMailSink();
    port = await freePort();
    mail = createTestMail(api, { smtpUrl: sink.url, inboundPort: port });
    await mail.start();
  });
  afterAll(async () => {
    expect(mail.logged).toEqual([]);
    await mail.stop();
    await sink.leave();
  });
  beforeEach(async () => {
    // What the test before left to be told is none of this one's.
    await mail.drain();
    sink.mails.length = 0;
    api.clock.advance(48 * 3_600_000);
  });
  const contact = (email: string) => ({ givenName: "Ion", familyName: "Pop", email });
  const startOn = (): string => new Date(api.clock.now() - 86_400_000).toISOString().slice(0, 10);
  /** A request, and where its primary contact's answers and returned mails go. */
  const confirmed = async (more: Readonly<Record<string, unknown>> = {}) => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person], { startsOn: startOn() });
    const { requestId } = (await openRequest(person, planId, more)).confirmation;
    await mail.drain();
    const sent = sink.mails.at(-1);
    return {
      person,
      requestId,
      replyTo: sent?.parsed.replyTo?.value[0]?.address ?? "",
      bounce: sent?.envelopeFrom ?? "",
    };
  };
  const send = async (to: string, sent: Sent = {}): Promise<string> =>
    (await sendRaw(port, { from: sent.from ?? "somebody@outside.example", to: [to] }, mailOf(sent))).at(-1) ?? "";
  const entries = async (requestId: string, wanted: TimelineRow["kind"]): Promise<TimelineRow[]> => {
    const { rows } = await api.db.read.of(requestStore).timeline(requestId, { first: 20, after: null });
    return rows.filter(({ kind }) => kind === wanted);
  };
  const replies = (requestId: string): Promise<TimelineRow[]> => entries(requestId, "REPLY");

  it("F50: an answer becomes a message of its contact, without the quoted mail, whoever it says it is from", async () => {
    const { person, requestId, replyTo } = await confirmed();
    const body = "Merge acum, mulțumesc!\n\nOn Mon, Accord <support@support.example> wrote:\n> Hello,\n> text\n";
    expect(await send(replyTo, { body })).toMatch(/^250 /);
    expect(await replies(requestId)).toMatchObject([
      {
        text: "Merge acum, mulțumesc!",
        actorId: person.account.id,
        isFromSupport: false,
        quoted: "On Mon, Accord <support@support.example> wrote:\n> Hello,\n> text",
        mail: { sender: "somebody@outside.example", automatic: null, problem: null, rawId: null, leftOut: [] },
        channel: "MAIL",
        at: api.clock.now(),
      },
    ]);
    const upper = replyTo.replace("reply+", "Reply+").replace(INBOUND_DOMAIN, INBOUND_DOMAIN.toUpperCase());
    expect(await send(upper, { body: "Second" })).toMatch(/^250 /);
    expect(await replies(requestId)).toHaveLength(2);
  });

  it("F50, F48: a contact without an account answers too, and the request is support's turn again", async () => {
    const stranger = `nobody${letters}@elsewhere.example`;
    const { requestId, replyTo, person } = await confirmed({ primaryContact: contact(stranger) });
    await api.db.transaction("wait", (tx) =>
      tx.of(requestStore).update(requestId, {
        status: "WAITING_FOR_CUSTOMER",
        engineerId: person.account.id,
        firstRespondedAt: 1,
        updatedAt: api.clock.now(),
      }),
    );
    expect(await send(replyTo)).toMatch(/^250 /);
    expect(await replies(requestId)).toMatchObject([{ actorId: null, channel: "MAIL", params: { name: "Ion Pop" } }]);
    expect(await api.db.read.of(requestStore).byId(requestId)).toMatchObject({ status: "IN_PROGRESS" });
  });

  it("F50: the same mail twice is one message, and one of HTML alone becomes text", async () => {
    const { requestId, replyTo } = await confirmed();
    const headers = { "Message-ID": "<twice@outside.example>", "Content-Type": "text/html; charset=utf-8" };
    const body = "<p>Works &amp; <b>fine</b></p><script>alert(1)</script><p>Thanks</p>";
    await send(replyTo, { headers, body });
    await send(replyTo, { headers, body });
    const [entry, ...others] = await replies(requestId);
    expect(others).toEqual([]);
    expect(entry?.text).toBe("Works & fine\n\nThanks");
  });

  const withFile = (name: string, content: string): Sent => ({
    headers: { "Content-Type": 'multipart/mixed; boundary="b"' },
    body: [
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "See the log.",
      "--b",
      `Content-Type: text/plain; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      "",
      content,
      "--b--",
    ].join("\n"),
  });

  it("F50, F47: files are kept as uploads are, of a contact without an account too", async () => {
    for (const more of [{}, { primaryContact: contact(`files${letters}@elsewhere.example`) }]) {
      const { person, requestId, replyTo } = await confirmed(more);
      await send(replyTo, withFile("server.log", "secret line"));
      const [entry] = await replies(requestId);
      expect(entry?.text).toBe("See the log.");
      const [file, ...others] = await api.db.read.of(attachmentStore).ofEntries([entry?.id ?? ""]);
      expect(others).toEqual([]);
      expect(file).toMatchObject({ name: "server.log", size: 11, state: "UNSCANNED", expiresAt: null, requestId });
      const isOwn = Object.keys(more).length === 0;
      expect(file?.uploaderId).toBe(isOwn ? person.account.id : null);
      expect(file?.uploaderName).toBe(isOwn ? entry?.actorName : "Ion Pop");
    }
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F50: what exceeds a limit is named with the reason, and the mail as it came is kept with it", async () => {
    const { requestId, replyTo } = await confirmed();
    const empty = withFile("empty.log", "");
    await send(replyTo, empty);
    const [entry] = await replies(requestId);
    expect(entry?.mail).toMatchObject({ leftOut: [{ name: "empty.log", reason: "EMPTY" }], problem: null });
    const [raw] = await api.db.read.of(attachmentStore).ofEntries([entry?.id ?? ""]);
    expect(raw).toMatchObject({ id: entry?.mail?.rawId, name: "e-mail.eml" });
    const bytes = await (await mail.files()).room.read(raw?.sha256 ?? "", null);
    let content = "";
    for await (const chunk of bytes) content += String(chunk);
    expect(content).toContain('filename="empty.log"');
  });

  it("F50: the logo of a signature is kept once, a picture that is the whole answer every time", async () => {
    const { requestId, replyTo } = await confirmed();
    const logo = (words: string): Sent => ({
      headers: { "Content-Type": 'multipart/related; boundary="b"' },
      body: `--b\nContent-Type: text/html\n\n<p>${words}</p><img src="cid:logo@x">\n--b\nContent-Type: image/gif; name="logo.gif"\nContent-ID: <logo@x>\nContent-Transfer-Encoding: base64\n\nR0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\n--b--`,
    });
    for (const words of ["One", "Two", ""]) await send(replyTo, logo(words));
    const rows = await replies(requestId);
    const files = await Promise.all(rows.map(({ id }) => api.db.read.of(attachmentStore).ofEntries([id])));
    expect(files.map((each) => each.length)).toEqual([1, 0, 1]);
    expect(rows.map(({ text }) => text)).toEqual(["[logo.gif]", "Two\n\n[logo.gif]", "One\n\n[logo.gif]"]);
  });

  it("F50, K1: what a machine sends is kept as such and moves nothing, whichever envelope: no loop begins", async () => {
    const { requestId, replyTo } = await confirmed();
    const own = sink.mails[0]?.parsed.messageId ?? "";
    expect(own).toMatch(/^<req_/);
    const before = await api.db.read.of(requestStore).byId(requestId);
    const machines: readonly Sent[] = [
      { headers: { "Auto-Submitted": "auto-replied" } },
      { headers: { Precedence: "bulk" } },
      { headers: { Precedence: "auto_reply" } },
      { headers: { "X-Autoreply": "yes" } },
      { headers: { "X-Loop": "it@client.example" } },
      { headers: { "Message-ID": own } },
      { from: "" },
    ];
    for (const machine of machines) expect(await send(replyTo, machine)).toMatch(/^250 /);
    expect(await replies(requestId)).toEqual([]);
    expect(await entries(requestId, "AUTO_REPLY")).toHaveLength(machines.length);
    await mail.drain();
    expect(sink.mails).toHaveLength(1);
    expect(await api.db.read.of(requestStore).byId(requestId)).toEqual(before);
    const people: readonly Sent[] = [
      { headers: { "Auto-Submitted": "no" } },
      { headers: { "List-Id": "<list.outside.example>", Precedence: "list" } },
    ];
    for (const person of people) expect(await send(replyTo, person)).toMatch(/^250 /);
    expect(await replies(requestId)).toHaveLength(2);
  });

  it("F50, K1: one press makes a message of an automatic reply, by whoever acts in the request, once", async () => {
    const stranger = await api.person();
    const { person, requestId, replyTo } = await confirmed();
    const waiting = { status: "WAITING_FOR_CUSTOMER", firstRespondedAt: 1, updatedAt: api.clock.now() } as const;
    await api.db.transaction("wait", (tx) => tx.of(requestStore).update(requestId, waiting));
    await send(replyTo, { headers: { Subject: "Out of office" }, body: "The server is at fault." });
    const [note] = await entries(requestId, "AUTO_REPLY");
    const MARK = `mutation ($id: ID!) { markAsMessage(input: { entryId: $id }) { entry { kind ${TEXT} ... on AutoReplyEntry { canMarkAsMessage } } request { status } userErrors { code } } }`;
    expect((await stranger.ask(MARK, { id: note?.id })).errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await person.ask(MARK, { id: note?.id })).data.markAsMessage).toEqual({
      entry: { kind: "REPLY", text: "The server is at fault." },
      request: { status: "IN_PROGRESS" },
      userErrors: [],
    });
    expect(await entries(requestId, "MARKED_AS_MESSAGE")).toMatchObject([
      { actorId: person.account.id, status: "IN_PROGRESS" },
    ]);
    expect((await person.ask(MARK, { id: note?.id })).data.markAsMessage.userErrors).toEqual([
      { code: "ALREADY_A_MESSAGE" },
    ]);
    expect(await entries(requestId, "MARKED_AS_MESSAGE")).toHaveLength(1);
  });

  it("M-4, K7: under one key a note becomes a message once; another note under it is told so", async () => {
    const { person, requestId, replyTo } = await confirmed();
    for (const body of ["The first.", "The second."])
      await send(replyTo, { headers: { Subject: "Out of office" }, body });
    const [one, another] = await entries(requestId, "AUTO_REPLY");
    const MARK = `mutation ($input: MarkAsMessageInput!) { markAsMessage(input: $input) { entry { id kind } userErrors { code } } }`;
    const mark = (entryId?: string) => person.ask(MARK, { input: { entryId, idempotencyKey: "mark-once" } });
    const first = await mark(one?.id);
    expect(first.data.markAsMessage).toMatchObject({ entry: { kind: "REPLY" }, userErrors: [] });
    expect((await mark(one?.id)).data).toEqual(first.data);
    expect((await mark(another?.id)).errors[0]?.extensions.code).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(await entries(requestId, "MARKED_AS_MESSAGE")).toHaveLength(1);
  });

  it("F50, K1: an answer without a word of its own is there to see, and a sealed one is told of once a day", async () => {
    const { requestId, replyTo } = await confirmed();
    await send(replyTo, { body: "> only\n> quoted\n" });
    expect(await replies(requestId)).toMatchObject([
      { text: null, quoted: "> only\n> quoted", mail: { problem: "EMPTY" } },
    ]);
    const sealed: Sent = { headers: { "Content-Type": "application/pkcs7-mime; name=smime.p7m" }, body: "MIAG" };
    await send(replyTo, sealed);
    await send(replyTo, sealed);
    const [entry] = await replies(requestId);
    expect(entry).toMatchObject({ text: null, mail: { problem: "UNREADABLE" } });
    expect(entry?.mail?.rawId).toMatch(/^att_/);
    await mail.drain();
    const told = sink.mails.filter(({ parsed }) => parsed.text?.includes("could not be read"));
    expect(told).toHaveLength(1);
    expect(told[0]?.parsed.subject).toBe(sink.mails[0]?.parsed.subject);
  });

  it("F50, K1: a mail is known by its content: without a name it counts once, under a name of another it counts", async () => {
    const { requestId, replyTo } = await confirmed();
    const unnamed: Sent = { headers: { "Message-ID": "", Date: "Mon, 23 Nov 2026 10:40:00 +0200" }, body: "Unnamed" };
    await send(replyTo, unnamed);
    await send(replyTo, unnamed);
    const headers = { "Message-ID": "<same@outside.example>" };
    await send(replyTo, { headers, body: "One" });
    await send(replyTo, { headers, body: "Two" });
    expect((await replies(requestId)).map(({ text }) => text)).toEqual(["Two", "One", "Unnamed"]);
  });

  it("F50, I-7: only signed addresses of contacts in force are taken; nothing is relayed", async () => {
    const { requestId, replyTo } = await confirmed();
    const other = await confirmed();
    const tampered = replyTo.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"));
    const mixed = `${replyTo.slice(0, 32)}${other.replyTo.slice(32)}`;
    const [primary] = await api.db.read.of(requestStore).contactsOf([requestId]);
    for (const to of [
      tampered,
      mixed,
      `reply+@${INBOUND_DOMAIN}`,
      `reply+${primary?.id}@${INBOUND_DOMAIN}`,
      `support@${INBOUND_DOMAIN}`,
      replyTo.replace(INBOUND_DOMAIN, "elsewhere.example"),
      "victim@elsewhere.example",
    ]) {
      const answers = await sendRaw(port, { from: "a@outside.example", to: [to] }, mailOf({}));
      expect(answers[2], to).toMatch(/^55\d /);
      expect(answers[3], to).toMatch(/^5\d\d /);
    }
    await api.db.transaction("remove", (tx) => tx.of(requestStore).removeContact(primary?.id ?? "", api.clock.now()));
    expect((await sendRaw(port, { from: "a@outside.example", to: [replyTo] }, mailOf({})))[2]).toMatch(/^550 /);
    expect(await replies(requestId)).toEqual([]);
    expect(await replies(other.requestId)).toEqual([]);
  });

  it("F50: a closed request turns answers away with a sentence that the sender's mail server passes on", async () => {
    const { requestId, replyTo } = await confirmed();
    const at = api.clock.now();
    const closed = { status: "CLOSED", closedReason: "SOLVED", closedAt: at, updatedAt: at } as const;
    await api.db.transaction("close", (tx) => tx.of(requestStore).update(requestId, closed));
    expect(await send(replyTo)).toMatch(/^554 .*takes no messages any more/);
    expect(await replies(requestId)).toEqual([]);
  });

  it("F50: control characters are made readable, long texts kept, and a mail over 25 MiB is refused", async () => {
    const { requestId, replyTo } = await confirmed();
    await send(replyTo, { body: `a\u0001b\u0007\n${"long ".repeat(6000)}` });
    const [entry] = await replies(requestId);
    expect(entry?.text).toBe(`a␁b␇\n${"long ".repeat(6000).trim()}`);
    await send(replyTo, { body: "line of words\n".repeat(20_000) });
    const [longest] = await replies(requestId);
    expect(longest?.text?.length).toBeLessThanOrEqual(100_000);
    expect(longest?.mail).toMatchObject({ problem: "TOO_LONG", rawId: expect.stringMatching(/^att_/) });
    const huge = `${"x".repeat(900)}\n`.repeat(29_500);
    expect(await send(replyTo, { body: huge })).toMatch(/^552 /);
    expect(await replies(requestId)).toHaveLength(2);
  });

  const report = (action: string): Sent => ({
    from: "",
    headers: {
      From: "Mail Delivery System <mailer-daemon@outside.example>",
      "Auto-Submitted": "auto-replied",
      "Content-Type": 'multipart/report; report-type=delivery-status; boundary="r"',
    },
    body: [
      "--r",
      "Content-Type: text/plain",
      "",
      "Your mail could not be delivered.",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.outside.example",
      "",
      "Final-Recipient: rfc822; nobody@outside.example",
      `Action: ${action}`,
      "Status: 5.1.1",
      "--r--",
    ].join("\n"),
  });

  it("E24: a returned mail is noted once on its request, with whom it was for, and on the message itself", async () => {
    const { requestId, bounce } = await confirmed();
    expect(await send(bounce, report("delayed"))).toMatch(/^250 /);
    expect(await api.db.read.of(mailTroubleStore).ofRequests([requestId])).toEqual([]);
    for (let count = 0; count < 3; count += 1) expect(await send(bounce, report("failed"))).toMatch(/^250 /);
    const [primary] = await api.db.read.of(requestStore).contactsOf([requestId]);
    expect(await api.db.read.of(mailTroubleStore).ofRequests([requestId])).toMatchObject([
      { contactId: primary?.id, reason: "BOUNCED" },
    ]);
    const { rows } = await api.db.read.of(requestStore).timeline(requestId, { first: 20, after: null });
    expect(rows.filter(({ kind }) => kind === "MAIL_BOUNCED")).toHaveLength(1);
    const messages = (await api.db.read.of(outboxStore).list({ first: 20, after: null }, "mail.confirmation")).rows;
    const [message] = messages.filter(({ payload }) => payload.requestId === requestId);
    expect(message?.bouncedAt).not.toBeNull();
  });

  it("E24: an out-of-office note to the return address, or a forged one, changes nothing", async () => {
    const { requestId, bounce } = await confirmed();
    await send(bounce, { from: "", headers: { "Auto-Submitted": "auto-replied" }, body: "Action: failed" });
    expect(await entries(requestId, "AUTO_REPLY")).toMatchObject([{ mail: { automatic: "OTHER" } }]);
    const forged = bounce.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"));
    expect((await sendRaw(port, { from: "", to: [forged] }, mailOf(report("failed"))))[2]).toMatch(/^550 /);
    expect(await api.db.read.of(mailTroubleStore).ofRequests([requestId])).toEqual([]);
  });

  it("F50: a person is told of the answer as of any other, its author is not", async () => {
    const colleague = await api.person();
    const { person, replyTo } = await confirmed({ additionalContacts: [contact(colleague.account.email)] });
    await send(replyTo);
    await mail.drain();
    const kindsOf = async ({ account }: Person): Promise<string[]> =>
      (await api.db.read.of(noticeStore).page(account.id, { first: 10, after: null })).rows.map(({ kind }) => kind);
    expect(await kindsOf(colleague)).toEqual(["REPLY", "ADDED_AS_CONTACT"]);
    expect(await kindsOf(person)).toEqual([]);
    expect(self(person).email).toBe(person.account.email);
  });
});
