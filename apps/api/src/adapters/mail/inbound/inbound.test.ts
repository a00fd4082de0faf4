/** Answers and returned mails through our own SMTP port, sent word by word (F50, E24, I-7), on both databases. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { type MailSink, startMailSink } from "../../../../../../tests/support/mail-sink.js";
import { makeAgreement, openRequest, self } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { createTestMail, INBOUND_DOMAIN, sendRaw } from "../../../../../../tests/support/test-mail.js";
import { freePort } from "../../../../../../tests/support/test-server.js";
import type { TimelineRow } from "../../../storage/index.js";
import type { Mail } from "../mail.js";

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
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join("\n")}\n\n${body}`;
};

describeOnBothDatabases("incoming mail", (databases) => {
  let api: TestApi;
  let sink: MailSink;
  let mail: Mail & { readonly logged: object[] };
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
  const replies = async (requestId: string): Promise<TimelineRow[]> => {
    const { rows } = await api.db.read.requests.timeline(requestId, { first: 20, after: null });
    return rows.filter(({ kind }) => kind === "REPLY");
  };

  it("F50: an answer becomes a message of its contact, without the quoted mail, whoever it says it is from", async () => {
    const { person, requestId, replyTo } = await confirmed();
    const body = "Merge acum, mulțumesc!\n\nOn Mon, Accord <support@support.example> wrote:\n> Hello,\n> text\n";
    expect(await send(replyTo, { body })).toMatch(/^250 /);
    expect(await replies(requestId)).toMatchObject([
      {
        text: "Merge acum, mulțumesc!",
        actorId: person.account.id,
        isFromSupport: false,
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
    await api.db.run("wait", (tx) =>
      tx.requests.update(requestId, {
        status: "WAITING_FOR_CUSTOMER",
        engineerId: person.account.id,
        firstRespondedAt: 1,
        updatedAt: api.clock.now(),
      }),
    );
    expect(await send(replyTo)).toMatch(/^250 /);
    expect(await replies(requestId)).toMatchObject([{ actorId: null, channel: "MAIL", params: { name: "Ion Pop" } }]);
    expect(await api.db.read.requests.byId(requestId)).toMatchObject({ status: "IN_PROGRESS" });
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

  it("F50: attachments are named and left out", async () => {
    const { requestId, replyTo } = await confirmed();
    const headers = { "Content-Type": 'multipart/mixed; boundary="b"' };
    const body = [
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "See the log.",
      "--b",
      'Content-Type: text/plain; name="server.log"',
      'Content-Disposition: attachment; filename="server.log"',
      "",
      "secret line",
      "--b--",
    ].join("\n");
    await send(replyTo, { headers, body });
    const [entry] = await replies(requestId);
    expect(entry?.text).toBe(
      "See the log.\n\n(One attachment of the e-mail was not taken over: server.log. Add it on the page of the request.)",
    );
  });

  it("F50: what a machine sends is taken and forgotten: no loop begins", async () => {
    const { requestId, replyTo } = await confirmed();
    const own = sink.mails[0]?.parsed.messageId ?? "";
    const machines: readonly Sent[] = [
      { headers: { "Auto-Submitted": "auto-replied" } },
      { headers: { Precedence: "bulk" } },
      { headers: { Precedence: "auto_reply" } },
      { headers: { "List-Id": "<list.outside.example>" } },
      { headers: { "X-Autoreply": "yes" } },
      { headers: { "Message-ID": own } },
      { from: "" },
      { body: "> only\n> quoted\n" },
    ];
    for (const machine of machines) expect(await send(replyTo, machine)).toMatch(/^250 /);
    expect(await replies(requestId)).toEqual([]);
    expect(await send(replyTo, { headers: { "Auto-Submitted": "no" } })).toMatch(/^250 /);
    expect(await replies(requestId)).toHaveLength(1);
  });

  it("F50, I-7: only signed addresses of contacts in force are taken; nothing is relayed", async () => {
    const { requestId, replyTo } = await confirmed();
    const other = await confirmed();
    const tampered = replyTo.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"));
    const mixed = `${replyTo.slice(0, 32)}${other.replyTo.slice(32)}`;
    const [primary] = await api.db.read.requests.contactsOf([requestId]);
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
    await api.db.run("remove", (tx) => tx.requests.removeContact(primary?.id ?? "", api.clock.now()));
    expect((await sendRaw(port, { from: "a@outside.example", to: [replyTo] }, mailOf({})))[2]).toMatch(/^550 /);
    expect(await replies(requestId)).toEqual([]);
    expect(await replies(other.requestId)).toEqual([]);
  });

  it("F50: a closed request turns answers away with a sentence that the sender's mail server passes on", async () => {
    const { requestId, replyTo } = await confirmed();
    const at = api.clock.now();
    const closed = { status: "CLOSED", closedReason: "SOLVED", closedAt: at, updatedAt: at } as const;
    await api.db.run("close", (tx) => tx.requests.update(requestId, closed));
    expect(await send(replyTo)).toMatch(/^554 .*takes no messages any more/);
    expect(await replies(requestId)).toEqual([]);
  });

  it("F50: control characters are left out, long texts cut, and a mail over 10 MiB is refused", async () => {
    const { requestId, replyTo } = await confirmed();
    await send(replyTo, { body: `a\u0001b\u0007\n${"long ".repeat(6000)}` });
    const [entry] = await replies(requestId);
    expect(entry?.text?.startsWith("ab\nlong")).toBe(true);
    expect(entry?.text?.length).toBeLessThanOrEqual(20_000);
    const huge = `${"x".repeat(900)}\n`.repeat(12_500);
    expect(await send(replyTo, { body: huge })).toMatch(/^552 /);
    expect(await replies(requestId)).toHaveLength(1);
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
    expect(await api.db.read.mailTroubles.ofRequests([requestId])).toEqual([]);
    for (let count = 0; count < 3; count += 1) expect(await send(bounce, report("failed"))).toMatch(/^250 /);
    const [primary] = await api.db.read.requests.contactsOf([requestId]);
    expect(await api.db.read.mailTroubles.ofRequests([requestId])).toMatchObject([
      { contactId: primary?.id, reason: "BOUNCED" },
    ]);
    const { rows } = await api.db.read.requests.timeline(requestId, { first: 20, after: null });
    expect(rows.filter(({ kind }) => kind === "MAIL_BOUNCED")).toHaveLength(1);
    const messages = (await api.db.read.outbox.list({ first: 20, after: null }, "mail.confirmation")).rows;
    const [message] = messages.filter(({ payload }) => payload.requestId === requestId);
    expect(message?.bouncedAt).not.toBeNull();
  });

  it("E24: an out-of-office note to the return address, or a forged one, changes nothing", async () => {
    const { requestId, bounce } = await confirmed();
    await send(bounce, { from: "", headers: { "Auto-Submitted": "auto-replied" }, body: "Action: failed" });
    const forged = bounce.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"));
    expect((await sendRaw(port, { from: "", to: [forged] }, mailOf(report("failed"))))[2]).toMatch(/^550 /);
    expect(await api.db.read.mailTroubles.ofRequests([requestId])).toEqual([]);
  });

  it("F50: a person is told of the answer as of any other, its author is not", async () => {
    const colleague = await api.person();
    const { person, replyTo } = await confirmed({ additionalContacts: [contact(colleague.account.email)] });
    await send(replyTo);
    await mail.drain();
    const kindsOf = async ({ account }: Person): Promise<string[]> =>
      (await api.db.read.notices.page(account.id, { first: 10, after: null })).rows.map(({ kind }) => kind);
    expect(await kindsOf(colleague)).toEqual(["REPLY", "ADDED_AS_CONTACT"]);
    expect(await kindsOf(person)).toEqual([]);
    expect(self(person).email).toBe(person.account.email);
  });
});
