/** Mails of many programs through our SMTP port into the database and back out through GraphQL (F50, E24, K1). */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { FILES, MAIL, TEXT } from "../../../../../../tests/support/entry-fields.js";
import { MACHINE_FORMS } from "../../../../../../tests/support/machine-mails.js";
import { LOOKALIKE_FORMS, type MailForm, QUOTING_FORMS } from "../../../../../../tests/support/mail-forms.js";
import { BUILT_FORMS } from "../../../../../../tests/support/mail-shapes.js";
import { type MailSink, startMailSink } from "../../../../../../tests/support/mail-sink.js";
import { makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { createTestMail, sendRaw, type TestMail } from "../../../../../../tests/support/test-mail.js";
import { freePort } from "../../../../../../tests/support/test-server.js";
import { requestStore } from "../../requests/module.js";

const READ = `query ($id: ID!) { request(by: { id: $id }) { status turn mailTrouble { reason } timeline(first: 3) { nodes {
  kind channel ${TEXT} ... on AutoReplyEntry { canMarkAsMessage } ${FILES("name state")} ${MAIL("sender automatic problem raw { name url } leftOut { name reason }")} } } } }`;

interface Told {
  readonly kind: string;
  readonly text: string | null;
  readonly quoted: string | null;
  readonly attachments: readonly { readonly name: string; readonly state: string }[];
  readonly mail: {
    readonly sender: string | null;
    readonly automatic: string | null;
    readonly problem: string | null;
    readonly raw: { readonly name: string; readonly url: string | null } | null;
  } | null;
}

const YES = "Yes, please restart it tonight after 22:00.";
const OWN_LETTER = /above this line|deasupra acestei linii/i;

/** What each of the given mails must come to; `own` stands in the text, word for word. */
const GIVEN: Readonly<Record<string, Partial<MailForm> & { readonly returned?: boolean }>> = {
  "apple-sig": { own: ["It works."], isFolded: true },
  "gmail-html-only": { own: ["All good now."], isFolded: true },
  "outlook-html-ro": { own: ["Da, funcționează."], isFolded: true },
  "outlook-ro": { own: ["Merge acum, mulţumesc."], isFolded: true },
  "outlook-de": { own: ["Es geht wieder, danke."], isFolded: true },
  "yahoo-ro": { own: ["Am repornit, merge."], isFolded: true },
  "yahoo-ro-8859-2": { own: ["Am repornit, merge."], isFolded: true },
  "format-flowed": {
    own: ["broken for transport and that should be read as one line.", "     at Foo.Bar() in C:\\a.cs:line 12".trim()],
  },
  "marker-mobile-dashes": { own: ["Merge."], isFolded: true },
  "text-and-inline-image": { own: ["The error is in this picture:", "[image001.png]"], files: ["image001.png"] },
  "html-in-alternative": { own: [YES] },
  "html-with-pdf": { own: [YES], files: ["report.pdf"] },
  "html-signed": { own: [YES], files: ["smime.p7s"] },
  "smime-clear": { own: ["It works now, thanks."], files: ["smime.p7s"] },
  "bottom-post-gmail": { own: ["Build 26100.4061. It happens on both servers since Friday."] },
  "interleaved-gmail": {
    own: ["Hi, answers below.", "> Which build is it?\n\n26100.4061\n\n> Does it also", "Yes, since Friday."],
  },
  "interleaved-thunderbird-ro": { own: ["26100.4061\n> Se întâmplă", "Da, de vineri."] },
  "on-wrote-last": {
    own: ["On Friday their engineer wrote:", "We changed the account but it did not help. What next?"],
  },
  "google-group": { own: ["We restarted the second server, the error is gone."] },
  "list-unsubscribe-only": { own: ["the error is gone, thank you."] },
  "calendar-accept": { own: [], automatic: "CALENDAR_ACCEPTED" },
  "read-receipt": { own: [], automatic: "READ_RECEIPT" },
  "oof-plain": { own: ["I am out of office until 7 December."], automatic: "VACATION" },
  "oof-lotus": { own: ["I will be out of the office"], automatic: "VACATION" },
  "oof-exchange": { own: ["I am out of office until 7 December."], automatic: "VACATION" },
  "no-message-id": { own: ["Sent by an appliance without Message-ID."] },
  "smime-opaque": { own: [], problem: "UNREADABLE" },
  winmail: { own: [], problem: "UNREADABLE", files: ["winmail.dat"] },
  "charset-cp1250-as-ascii": { own: ["Merge, mulţumesc şi o zi bună."], problem: "PARTLY_READABLE" },
  "charset-unknown": { own: ["Merge, mulţumesc."], problem: "PARTLY_READABLE" },
  "broken-qp-b64": { own: ["Merge!!!"], problem: "PARTLY_READABLE" },
  "unterminated-multipart": { own: ["Hello from a broken gateway."], problem: "PARTLY_READABLE" },
  "bounce-exchange": { returned: true },
  "bounce-exim": { returned: true },
  "bounce-qmail": { returned: true },
  "bounce-oof-to-bounce-quoting-dsn": { own: ["relayed"], automatic: "DELIVERY_REPORT" },
};

describeOnBothDatabases("mails of many programs", (databases) => {
  let api: TestApi;
  let sink: MailSink;
  let mail: TestMail;
  let port: number;
  let sent = 0;
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

  interface Asked {
    readonly person: Person;
    readonly requestId: string;
    readonly replyTo: string;
    readonly bounce: string;
    readonly letter: { readonly text: string; readonly html: string };
  }
  /** A request that waits for its customer, and the letter its contact has. */
  const waiting = async (): Promise<Asked> => {
    await mail.drain();
    sink.mails.length = 0;
    api.clock.advance(2 * 3_600_000);
    const person = await api.person();
    const startsOn = new Date(api.clock.now() - 86_400_000).toISOString().slice(0, 10);
    const { planId } = await makeAgreement(api, [person], { startsOn });
    const { requestId } = (await openRequest(person, planId)).confirmation;
    await mail.drain();
    const confirmation = sink.mails.at(-1);
    await api.db.transaction("wait", (tx) =>
      tx.of(requestStore).update(requestId, {
        status: "WAITING_FOR_CUSTOMER",
        engineerId: person.account.id,
        firstRespondedAt: 1,
        updatedAt: api.clock.now(),
      }),
    );
    const { text = "", html = "" } = confirmation?.parsed ?? {};
    return {
      person,
      requestId,
      replyTo: confirmation?.parsed.replyTo?.value[0]?.address ?? "",
      bounce: confirmation?.envelopeFrom ?? "",
      letter: { text, html: html === false ? "" : html },
    };
  };
  const deliver = async (to: string, raw: string | Buffer, from = "ana.pop@client.example"): Promise<void> =>
    expect((await sendRaw(port, { from, to: [to] }, raw)).at(-1)).toMatch(/^250 /);
  const told = async ({ person, requestId }: Asked) => {
    const { data } = await person.ask(READ, { id: requestId });
    const { timeline, ...request } = data.request;
    return { request, entries: timeline.nodes as Told[] };
  };

  const check = async (asked: Asked, form: Partial<MailForm>): Promise<void> => {
    const { request, entries } = await told(asked);
    const entry = entries.find(({ kind }) => kind === "REPLY" || kind === "AUTO_REPLY");
    expect(entry?.kind).toBe(form.automatic === undefined ? "REPLY" : "AUTO_REPLY");
    for (const words of form.own ?? []) expect(entry?.text).toContain(words);
    for (const words of form.folded ?? [])
      expect([entry?.text?.includes(words), entry?.quoted?.includes(words)]).toEqual([false, true]);
    if (form.isFolded === true) {
      expect(entry?.text).not.toMatch(OWN_LETTER);
      expect(entry?.quoted).toMatch(OWN_LETTER);
      expect(entry?.text).not.toMatch(/\b(wrote|scris|schrieb|Sent|Trimis|Gesendet)\b:?$/m);
    }
    expect(entry?.mail).toMatchObject({ automatic: form.automatic ?? null, problem: form.problem ?? null });
    expect(entry?.mail?.raw !== null).toBe(form.problem !== undefined);
    expect(entry?.attachments.map(({ name }) => name)).toEqual(form.files ?? []);
    const moved = form.automatic === undefined;
    expect(request).toMatchObject(
      moved ? { status: "IN_PROGRESS", turn: "SUPPORT" } : { status: "WAITING_FOR_CUSTOMER", turn: "CUSTOMER" },
    );
  };

  it.each(Object.entries(GIVEN))("K1: %s comes to what it must", async (name, expected) => {
    const asked = await waiting();
    sent += 1;
    const file = new URL(`../../../../../../tests/support/mails/${name}.eml`, import.meta.url);
    const raw = readFileSync(file, "latin1").replaceAll("REPLYTO", asked.replyTo).replaceAll("BOUNCE", asked.bounce);
    const isToBounce = name.startsWith("bounce-");
    await deliver(
      isToBounce ? asked.bounce : asked.replyTo,
      Buffer.from(raw.replaceAll("MID", `given-${sent}`), "latin1"),
    );
    if (expected.returned === true) {
      const { request } = await told(asked);
      expect(request).toMatchObject({ mailTrouble: [{ reason: "BOUNCED" }], status: "WAITING_FOR_CUSTOMER" });
    } else await check(asked, expected);
  });

  it.each(
    [...QUOTING_FORMS, ...LOOKALIKE_FORMS, ...BUILT_FORMS, ...MACHINE_FORMS].map((form) => [form.name, form] as const),
  )("K1: %s comes to what it must", async (_name, form) => {
    const asked = await waiting();
    sent += 1;
    const headers = {
      From: "Ana Pop <ana.pop@client.example>",
      To: asked.replyTo,
      Subject: "Re: [1234] Windows Server",
      "Message-ID": `<form-${sent}@client.example>`,
      "Content-Type": "text/plain; charset=utf-8",
      ...form.headers,
    };
    const head = Object.entries(headers).flatMap(([key, value]) => (value === "" ? [] : [`${key}: ${value}`]));
    await deliver(asked.replyTo, `${head.join("\n")}\n\n${form.body(asked.letter)}`, form.envelopeFrom);
    await check(asked, form);
  });
});
